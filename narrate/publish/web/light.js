// What is heard is lit: its sentence an element, its word a highlight.
const word = "highlights" in CSS ? new Highlight() : null;
if (word) CSS.highlights.set("word", word);
let begun = false; // a page that was only opened has nothing lit
let lit = -1;
let words = [];
let litWord = -1;

function lightSentence(index) {
  sentences[lit]?.classList.remove("on");
  lit = index;
  sentences[lit].classList.add("on");
  words = wordsOf(lit);
  litWord = -1;
  word?.clear();
  if (!article.contains(document.activeElement)) setStop(lit);
  followTo(sentences[lit]);
}

function lightWord(time) {
  const at = lastBefore(words.map((each) => each.time), time);
  if (at === litWord) return;
  litWord = at;
  word.clear();
  const text = sentences[lit].firstChild;
  const shown = !["sentence", "off"].includes(root.dataset.highlight);
  if (at < 0 || !shown || words[at].to > text.length) return;
  const range = new Range();
  range.setStart(text, words[at].from);
  range.setEnd(text, words[at].to);
  word.add(range);
  if (sentences[lit].offsetHeight > roomHeight()) followTo(range);
}

function light() {
  if (!begun || !sentences.length) return;
  const time = audio.currentTime;
  const index = sentenceAt(time);
  if (index !== lit) lightSentence(index);
  if (word) lightWord(time);
  skipAside(index);
  showPlace(time);
}

// By the screen's own beat; a page that is not seen has none, but still skips captions.
function beat() {
  light();
  if (!audio.paused) requestAnimationFrame(beat);
}

audio.addEventListener("play", () => {
  begun = true;
  requestAnimationFrame(beat);
});
for (const event of ["seeking", "seeked"]) {
  audio.addEventListener(event, () => {
    begun = true;
    light();
  });
}
audio.addEventListener("timeupdate", () => document.hidden && light());
