// What the reader chose: shown, kept, and found again.
const speed = one("speed");
for (let tenths = SLOWEST * 10; tenths <= FASTEST * 10; tenths += 1) {
  const value = (tenths / 10).toFixed(1);
  speed.add(new Option(filled(speed.dataset.text, { n: value }), value));
}
const fields = [...one("options").querySelectorAll("input, select"), speed];

function showSpeed() {
  speed.value = audio.playbackRate.toFixed(1);
  keepFields();
}

// Kept at once: a page that is left the next moment never hears of the change.
function changeSpeed(step) {
  setSpeed(audio.playbackRate + step);
  showSpeed();
  tell("speed", { n: audio.playbackRate });
}

// The sound knows its speed; another page of the browser may change it too.
audio.addEventListener("ratechange", showSpeed);

function wear(field) {
  const { property, mark } = field.dataset;
  if (property && field.value) root.style.setProperty(property, field.value);
  else if (property) root.style.removeProperty(property);
  if (mark && field.value) root.dataset[mark] = field.value;
  else if (mark) delete root.dataset[mark];
}

function keepFields() {
  keep("choices", Object.fromEntries(fields.map((field) =>
    [field.id, field.type === "checkbox" ? field.checked : field.value])));
}

// Whatever changes how the text is laid out moves it: that is no scrolling of the reader's.
function wearAll() {
  ours = performance.now() + 500;
  fields.forEach(wear);
  litWord = -1;
  if (!away) follow();
}

function put(chosen) {
  for (const field of fields) {
    const value = chosen[field.id];
    if (field.type === "checkbox") field.checked = value ?? field.defaultChecked;
    else field.value = value ?? "";
    // a choice that there is no more
    if (field.selectedIndex < 0) field.value = field === speed ? "1.0" : "";
  }
  setSpeed(Number(speed.value));
  wearAll();
}

one("options").addEventListener("change", () => {
  wearAll();
  keepFields();
});
speed.addEventListener("change", () => setSpeed(Number(speed.value)));
one("following").addEventListener("change", () => setAway(false));
on("slower", () => changeSpeed(-0.1));
on("faster", () => changeSpeed(0.1));
on("usual", () => {
  put({});
  keepFields();
});
on("show-keys", () => one("keys").showModal());
one("skipping").hidden = !data.asides.length;

// On a phone, what is used less stands among the options.
const narrow = matchMedia("(max-width: 40rem)");
function place() {
  one(narrow.matches ? "narrow" : "wide").append(one("more"));
}
narrow.addEventListener("change", place);
place();
