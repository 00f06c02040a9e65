// Playing: what is played, how fast, and what becomes of a file that can't be.
const SLOWEST = 0.5;
const FASTEST = 4;
let welcome; // what stands beside, and was asked for by its listener

function play() {
  if (audio.error) {
    const place = audio.currentTime;
    audio.load();
    audio.currentTime = place;
  }
  // why it was refused comes as an error of its own, or the listener must press again
  audio.play().catch(() => {});
}

function toggle() {
  if (audio.paused) play();
  else audio.pause();
}

// Go where the listener asked to go, and show it.
function jump(time) {
  begun = true;
  welcome = undefined;
  audio.currentTime = Math.min(Math.max(0, time), length - 0.05);
  follow();
}

function setSpeed(speed) {
  const tenths = Math.round(Math.min(Math.max(speed, SLOWEST), FASTEST) * 10) / 10;
  audio.preservesPitch = true;
  audio.defaultPlaybackRate = tenths;
  audio.playbackRate = tenths;
}

function skipAside(index) {
  const aside = one("captions").checked && !audio.paused && asideOf(index);
  if (!aside) welcome = undefined;
  if (!aside || aside === welcome || audio.seeking) return;
  audio.currentTime = starts[aside[1] + 1] ?? length;
}

function showPlaying() {
  player.classList.toggle("playing", !audio.paused && !audio.ended);
}

for (const event of ["play", "pause", "ended"]) audio.addEventListener(event, showPlaying);
audio.addEventListener("playing", () => (one("trouble").textContent = ""));
audio.addEventListener("error", () => {
  const trouble = one("trouble");
  const file = decodeURIComponent(data.audio.replace("./", ""));
  trouble.textContent = filled(trouble.dataset.text, { file });
  audio.pause();
  showPlaying();
});
