// A stand-in for the player: it lights the sentence and the word that are heard, as late as
// it is told to. With it the probes are held to find what they are for.
(lateMs) => {
  const audio = document.getElementById("audio");
  const data = JSON.parse(document.getElementById("data").textContent);
  const word = new Highlight();
  CSS.highlights.set("word", word);
  let start = 0;
  const starts = data.starts.map((step) => (start += step));
  const follow = () => {
    const now = audio.currentTime * 1000 - lateMs;
    const at = starts.findLastIndex((ms) => ms <= now);
    const one = document.getElementById(`s${at + 1}`);
    const lit = document.querySelector(".s.on");
    if (one !== lit) {
      lit?.classList.remove("on");
      one?.classList.add("on");
    }
    word.clear();
    let [place, time] = [0, starts[at]];
    const steps = data.words[at] ?? [];
    for (let i = 0; i < steps.length && time + steps[i + 2] <= now; i += 3) {
      time += steps[i + 2];
      word.clear();
      const range = new Range();
      range.setStart(one.firstChild, place + steps[i]);
      range.setEnd(one.firstChild, place + steps[i] + steps[i + 1]);
      word.add(range);
      place += steps[i] + steps[i + 1];
    }
    requestAnimationFrame(follow);
  };
  follow();
};
