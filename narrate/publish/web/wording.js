// Times and places in words: for the eye, for the ear. The words stand in the markup.
const two = (number) => String(number).padStart(2, "0");
const units = ["hour", "minute", "second"].map((unit) => new Intl.NumberFormat(
  player.lang || root.lang || "en", { style: "unit", unit, unitDisplay: "long" }));

function parts(time) {
  const whole = Math.floor(time + 0.01);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
}

function clock(time) {
  const [hours, minutes, seconds] = parts(time);
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

function spoken(time) {
  const heard = parts(time);
  const said = units.map((unit, at) => heard[at] && unit.format(heard[at]));
  return said.filter(Boolean).join(" ") || units[2].format(0);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// What can be said of a moment.
function about(time) {
  const at = chapterAt(time);
  return { time: spoken(time), all: spoken(length), n: at + 1, count: chapters.length,
    title: chapters[at].title };
}

// Say one thing, once: of several jumps in a row only the last is told. A text that was
// there before would not be said again, so it is taken away first.
let saying = 0;
function say(text, language = "") {
  const status = one("status");
  status.textContent = "";
  clearTimeout(saying);
  saying = setTimeout(() => {
    status.lang = language || player.lang || root.lang;
    status.textContent = text;
  }, 150);
}

function tell(what, values = about(audio.currentTime)) {
  say(filled(one("status").dataset[what], values));
}
