// Keys of our own: never in a field, never with another key held, and only if they are
// wanted (WCAG 2.1.4). Space is the page's, except on a button and on a sentence.
const KEYS = {
  k: toggle,
  ArrowLeft: () => stepSentence(-1),
  ArrowRight: () => stepSentence(1),
  j: () => stepSeconds(-10),
  l: () => stepSeconds(10),
  p: () => stepChapter(-1),
  n: () => stepChapter(1),
  "<": () => changeSpeed(-0.1),
  ">": () => changeSpeed(0.1),
  i: () => tell("place"),
  f: turnFollowing,
  "?": () => one("keys").showModal(),
};
const AGAIN = ["ArrowLeft", "ArrowRight", "j", "l", "<", ">"];

function isModified(event) {
  return event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
}

function isField(target) {
  return target instanceof Element
    && Boolean(target.closest("input, select, textarea, [contenteditable]"));
}

function turnFollowing() {
  const following = one("following");
  following.checked = away || !following.checked;
  setAway(false);
  keepFields();
  if (following.checked) follow();
  tell(following.checked ? "follows" : "stays");
}

// In the text arrows are how sentences are reached, and stay.
function isWanted(event, key) {
  const inText = article.contains(event.target) && key.startsWith("Arrow");
  return one("shortcuts").checked || inText;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || isModified(event) || one("keys").open) return;
  if (event.key === "Escape") closePanels(true);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shifted = event.shiftKey && /^\w/.test(key);
  if (!Object.hasOwn(KEYS, key) || shifted || isField(event.target)) return;
  if (!isWanted(event, key) || (event.repeat && !AGAIN.includes(key))) return;
  event.preventDefault();
  KEYS[key]();
});
