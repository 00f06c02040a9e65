// The text: a click, Enter or Space on a sentence plays from there. One sentence is a stop
// of the Tab key, the one that is heard: a thousand stops would be a trap.
const article = one("article");
let stop = -1;
let before; // where the sound stood before a click that may become a double click

function setStop(index) {
  if (stop >= 0) sentences[stop].removeAttribute("tabindex");
  stop = index;
  sentences[stop]?.setAttribute("tabindex", "0");
}

function focusSentence(index) {
  setStop(index);
  sentences[index].focus({ preventScroll: true });
}

function languageOf(element) {
  return element.closest("[lang]")?.lang ?? "";
}

function playFrom(index) {
  jump(starts[index]);
  welcome = asideOf(index);
  play();
}

// Only while it has the focus is it a button: read in the article, it is text.
article.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".s")) return;
  target.setAttribute("role", "button");
  target.setAttribute("aria-describedby", "hint");
});
article.addEventListener("focusout", ({ target }) => {
  if (!target.matches(".s")) return;
  target.removeAttribute("role");
  target.removeAttribute("aria-describedby");
});

// Who double-clicks chooses a word: the sound goes back to what it did before.
function takeBack() {
  if (!before) return;
  jump(before.time);
  if (before.paused) audio.pause();
  before = undefined;
}

// On the document: on the text itself, screen readers would call all of it clickable.
document.addEventListener("click", (event) => {
  const { target, button, detail, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (button || ctrlKey || metaKey || shiftKey || altKey) return;
  const index = sentences.indexOf(target.closest(".s"));
  if (index < 0 || target.closest("a")) return;
  if (detail > 1) takeBack();
  else if (getSelection().isCollapsed) {
    before = { time: audio.currentTime, paused: audio.paused };
    playFrom(index);
    focusSentence(index);
  }
});

article.addEventListener("keydown", (event) => {
  const index = sentences.indexOf(event.target);
  if (index < 0 || isModified(event)) return;
  if (event.key === "Enter") playFrom(index);
  else if (event.key === " " && !event.repeat) {
    if (audio.paused && index !== lit) playFrom(index);
    else toggle();
  } else return;
  event.preventDefault();
});
