// Play for some seconds, and tell at each frame which word ought to be lit, and which was.
async (seconds) => {
  const audio = document.getElementById("audio");
  const data = JSON.parse(document.getElementById("data").textContent);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  let start = 0;
  const words = data.starts.flatMap((step, at) => {
    start += step;
    let [place, time] = [0, start];
    const found = [];
    for (let i = 0; i < data.words[at].length; i += 3) {
      const [skip, length, ms] = data.words[at].slice(i, i + 3);
      place += skip;
      time += ms;
      found.push({ at: time, id: `s${at + 1}`, from: place, to: place + length });
      place += length;
    }
    return found;
  });
  const lit = () => {
    for (const [, ranges] of CSS.highlights) {
      for (const range of ranges) {
        const id = range.startContainer.parentElement.closest(".s").id;
        return { id, from: range.startOffset, to: range.endOffset, text: String(range) };
      }
    }
    return null;
  };
  const frames = [];
  await audio.play();
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && !audio.ended) {
    await frame();
    const now = audio.currentTime * 1000;
    const due = words.findLast((word) => word.at <= now);
    // for three frames after a word begins, the one before it is no fault
    const before = words.findLast((word) => word.at <= now - 50);
    const shown = lit();
    const same = (word) =>
      word && shown && word.id === shown.id && word.from === shown.from
      && word.to === shown.to;
    const right = Boolean(same(due) || same(before) || (!due && !shown));
    frames.push({ right, shown: shown?.text ?? "" });
  }
  audio.pause();
  return frames;
};
