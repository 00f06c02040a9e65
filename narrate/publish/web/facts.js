// What the page knows of its sound: sentences, chapters, what stands beside, words.
const one = (id) => document.getElementById(id);
const root = document.documentElement;
const audio = one("audio");
const player = one("player");
const data = JSON.parse(one("data").textContent);
const sentences = [...document.querySelectorAll(".s")];
const length = data.length / 1000;

// seconds; the page has steps in milliseconds, which are shorter
let sum = 0;
const starts = data.starts.map((step) => (sum += step) / 1000);
const chapters = data.chapters.map(([title, start, first, aside]) =>
  ({ title, start: start / 1000, first, aside: Boolean(aside) }));
const chapterStarts = chapters.map((chapter) => chapter.start);

// The last of rising times that is not after one; -1 if all are. A seek may land a hair
// before the second that it was given.
function lastBefore(times, time) {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time + 0.002) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function chapterAt(time) {
  return Math.max(0, lastBefore(chapterStarts, time));
}

// A chapter begins with a rest: its first sentence is lit, not the last of the one before.
function sentenceAt(time) {
  const found = lastBefore(starts, time);
  const first = chapters[chapterAt(time)].first;
  return Math.min(sentences.length - 1, Math.max(found, first));
}

// The sentences from first to last that stand beside the article, if this is one.
function asideOf(index) {
  return data.asides.find(([first, last]) => first <= index && index <= last);
}

// Where each word of a sentence stands in its text, and when it is heard.
function wordsOf(index) {
  const steps = data.words[index] ?? [];
  const found = [];
  let [place, time] = [0, starts[index]];
  for (let at = 0; at < steps.length; at += 3) {
    const from = place + steps[at];
    place = from + steps[at + 1];
    time += steps[at + 2] / 1000;
    found.push({ time, from, to: place });
  }
  return found;
}
