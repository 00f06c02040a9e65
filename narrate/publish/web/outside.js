// The keys of a headset, a watch, a lock screen; and links to a second.
const session = navigator.mediaSession;
const ACTIONS = {
  play,
  pause: () => audio.pause(),
  seekbackward: (asked) => stepSeconds(-(asked.seekOffset || 10)),
  seekforward: (asked) => stepSeconds(asked.seekOffset || 10),
  seekto: (asked) => jump(asked.seekTime),
  previoustrack: () => stepChapter(-1),
  nexttrack: () => stepChapter(1),
};

function listenOutside() {
  for (const [action, does] of Object.entries(session ? ACTIONS : {})) {
    try {
      session.setActionHandler(action, does);
    } catch {
      // an action that this browser does not know
    }
  }
}

function showOutside() {
  if (!session || !begun) return;
  session.metadata = new MediaMetadata(
    { title: chapters[chapterAt(audio.currentTime)].title, artist: data.by, album: data.title });
}

function tellPosition() {
  if (!session?.setPositionState || !Number.isFinite(audio.duration)) return;
  session.setPositionState({ duration: audio.duration, playbackRate: audio.playbackRate,
    position: Math.min(audio.currentTime, audio.duration) });
}

for (const event of ["play", "seeked", "ratechange", "loadedmetadata"]) {
  audio.addEventListener(event, tellPosition);
}
audio.addEventListener("play", showOutside);

// #t=61.5, #t=1:02, #t=18.6,20 (where it ends is left to the listener)
function linkedTime() {
  const found = /[#&]t=(?:npt:)?([\d:.]+)/.exec(location.hash);
  if (!found) return NaN;
  return found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function goToLink() {
  const time = linkedTime();
  if (time >= 0) jump(time);
}
addEventListener("hashchange", goToLink);
