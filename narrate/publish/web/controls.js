// The bar: its buttons, its slider, the list of chapters.
const position = one("position");

function on(id, does) {
  one(id).addEventListener("click", does);
}

on("play", toggle);
on("chapter-back", () => stepChapter(-1));
on("chapter-on", () => stepChapter(1));
on("sentence-back", () => stepSentence(-1));
on("sentence-on", () => stepSentence(1));
on("back", () => stepSeconds(-10));
on("on", () => stepSeconds(10));

// A slider that has the focus is read out at each change: its text stands still while it
// is played, and is told anew when it is moved.
let shownSecond = -1;
function showPlace(time, asked = false) {
  const second = Math.floor(time + 0.01);
  if (second === shownSecond && !asked) return;
  shownSecond = second;
  one("elapsed").textContent = clock(time);
  position.value = second;
  position.style.setProperty("--done", `${(100 * time) / length}%`);
  if (asked || audio.paused || document.activeElement !== position) {
    position.setAttribute("aria-valuetext", filled(position.dataset.text, about(time)));
  }
  showChapter(chapterAt(time));
}

position.addEventListener("input", () => {
  const time = Number(position.value);
  jump(time);
  showPlace(time, true);
});
position.addEventListener("focus", () => showPlace(audio.currentTime, true));

let shownChapter = -1;
function showChapter(at) {
  if (at === shownChapter) return;
  const buttons = one("chapter-list").querySelectorAll("button");
  buttons[shownChapter]?.removeAttribute("aria-current");
  buttons[at].setAttribute("aria-current", "true");
  shownChapter = at;
  one("where").textContent = filled(one("where").dataset.text, about(chapters[at].start));
  showOutside();
}

function chapterRow(chapter, at) {
  const row = one("chapter-row").content.cloneNode(true);
  const [title, time] = [row.querySelector("span"), row.querySelector("time")];
  title.textContent = chapter.title;
  title.lang = root.lang;
  title.dir = root.dir || "auto";
  time.textContent = clock(chapter.start);
  row.querySelector("li").classList.toggle("beside", chapter.aside);
  row.querySelector("button").addEventListener("click", () => {
    goToChapter(at);
    play();
    closePanels(true);
  });
  return row;
}

function closePanels(focus = false) {
  for (const panel of player.querySelectorAll("details[open]")) {
    panel.open = false;
    if (focus) panel.querySelector("summary").focus({ preventScroll: true });
  }
}

// The list alone moves: to scroll a thing into view would move the page as well.
one("chapters").addEventListener("toggle", () => {
  const current = one("chapter-list").querySelector("[aria-current]");
  if (current) current.closest(".panel").scrollTop = current.parentElement.offsetTop - 60;
});
// what is open goes when its reader goes on in the text, or would hide what has the focus
document.addEventListener("focusin", ({ target }) => {
  if (!target.closest("#player, #keys")) closePanels();
});

one("chapter-list").append(...chapters.map(chapterRow));
one("total").textContent = clock(length);
position.max = Math.floor(length);
for (const id of ["chapters", "chapter-back", "chapter-on"]) {
  one(id).hidden = chapters.length < 2;
}
