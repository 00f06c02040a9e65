// The page as it opens: as its reader left it.
audio.removeAttribute("controls");
audio.hidden = true;
player.hidden = false;
if (sentences.length) setStop(0);
put({ speed: "1.0", ...recall("choices", {}) });
listenOutside();
showPlace(0);

function begin() {
  const time = linkedTime();
  const place = time >= 0 ? time : recall(data.key, 0);
  if (place > 0 && place < length) jump(place);
}
if (audio.error) audio.dispatchEvent(new Event("error"));
if (audio.readyState) begin();
else audio.addEventListener("loadedmetadata", begin, { once: true });
