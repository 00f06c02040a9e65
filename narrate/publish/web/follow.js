// The page scrolls along until its reader scrolls; then it waits to be asked.
let away = false; // the reader has scrolled
let ours = 0; // until when a scroll is taken for our own
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const SCROLLS = ["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", " "];

// What of the window the player leaves to the text.
function roomHeight() {
  const still = player.classList.contains("still");
  return innerHeight - (still ? 0 : player.offsetHeight);
}

function followTo(thing) {
  if (one("following").checked && !away) reveal(thing);
}

// Bring what is heard to the upper third, but only when it nears an edge: text that moves
// at each sentence is hard to read.
function reveal(thing) {
  const box = thing.getBoundingClientRect();
  const room = roomHeight();
  const fits = box.top > room * 0.06 && Math.min(box.bottom, box.top + room) < room * 0.85;
  if (fits) return;
  ours = performance.now() + 1200;
  const smooth = !calm.matches && !document.hidden && !audio.paused;
  scrollBy({ top: box.top - room * 0.25, behavior: smooth ? "smooth" : "instant" });
}

function setAway(is) {
  away = is;
  one("resume").hidden = !is || !one("following").checked;
  measure();
}

function follow() {
  setAway(false);
  light();
  if (lit >= 0) followTo(sentences[lit]);
}

function yieldTo(event) {
  const inside = event.target instanceof Element
    && event.target.closest("#player, #keys");
  if (lit >= 0 && !away && !inside) setAway(true);
}

for (const event of ["wheel", "touchmove"]) {
  addEventListener(event, yieldTo, { passive: true });
}
// a press on the bar at the side, or with the middle button, scrolls too
addEventListener("pointerdown", (event) => {
  if (event.button === 1 || event.clientX >= root.clientWidth) yieldTo(event);
});
addEventListener("keydown", (event) => {
  if (SCROLLS.includes(event.key) && !isField(event.target)) yieldTo(event);
});
// whatever else scrolls: a search, a screen reader, the Tab key
addEventListener("scroll", (event) => {
  if (performance.now() > ours) yieldTo(event);
});
// text that is laid out anew moves by itself
addEventListener("resize", () => (ours = performance.now() + 500));

one("resume").addEventListener("click", () => {
  follow();
  one("play").focus({ preventScroll: true });
});

// The player hides nothing that has the focus, and stays in sight only if it is small.
// What opens in it, and what it says of trouble, does not count: it would never come back.
function ownHeight() {
  const panel = player.querySelector("[open] .panel");
  const opened = player.classList.contains("still") && panel ? panel.offsetHeight : 0;
  return one("time").offsetHeight + one("bar").offsetHeight - opened + 16;
}

function measure() {
  const still = innerHeight < 480 || ownHeight() > innerHeight * 0.35;
  const height = player.offsetHeight;
  player.classList.toggle("still", still);
  const resume = one("resume").hidden ? 0 : one("resume").offsetHeight + 8;
  root.style.setProperty("--own", `${height}px`);
  root.style.setProperty("--bar", `${still ? resume : height + resume}px`);
}

new ResizeObserver(measure).observe(player);
addEventListener("resize", measure);
