// Seek to just before each of some sentences, play across its start, and measure how long
// after that the page lit it; then the same of words, frame by frame.
async (wanted) => {
  const audio = document.getElementById("audio");
  const data = JSON.parse(document.getElementById("data").textContent);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const once = (what) =>
    new Promise((done) => audio.addEventListener(what, done, { once: true }));
  let start = 0;
  const starts = data.starts.map((step) => (start += step) / 1000);
  const lags = [];
  for (const index of wanted) {
    const element = document.getElementById(`s${index + 1}`);
    const ready = once("seeked");
    audio.pause();
    audio.currentTime = starts[index] - 0.2;
    await ready;
    await frame();
    const clock = []; // how far the sound is ahead of this computer's own clock
    let lit = NaN;
    const watch = new MutationObserver(() => {
      if (element.classList.contains("on") && Number.isNaN(lit)) lit = performance.now();
    });
    watch.observe(element, { attributeFilter: ["class"] });
    await audio.play();
    const end = performance.now() + 5000;
    while (audio.currentTime < starts[index] + 0.15 && performance.now() < end) {
      await frame();
      clock.push(audio.currentTime * 1000 - performance.now() * audio.playbackRate);
    }
    watch.disconnect();
    // the clock stands still in the first frames; the middle one of the rest is right
    const ahead = clock.slice(2).sort((a, b) => a - b)[Math.floor((clock.length - 2) / 2)];
    const begins = (starts[index] * 1000 - ahead) / audio.playbackRate;
    lags.push(Number.isNaN(lit) ? null : lit - begins);
  }
  audio.pause();
  return lags;
};
