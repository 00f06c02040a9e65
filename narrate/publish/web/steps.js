// Steps: a sentence, a chapter, ten seconds. What is skipped is stepped over.
function isSkipped(index) {
  return one("captions").checked && Boolean(asideOf(index));
}

// Back goes to where this one began, unless it has only begun.
function stepFrom(times, at, way, grace) {
  const within = way < 0 && audio.currentTime - times[at] > grace;
  return within ? at : at + way;
}

function stepSentence(way) {
  const here = sentenceAt(audio.currentTime);
  let at = stepFrom(starts, here, way, 1.2 * audio.playbackRate);
  while (at !== here && isSkipped(at)) at += way;
  at = Math.min(Math.max(0, at), sentences.length - 1);
  const inText = article.contains(document.activeElement);
  jump(starts[at]);
  if (inText) focusSentence(at);
  // the voice tells where it is; without it, the text does
  else if (audio.paused) say(sentences[at].textContent, languageOf(sentences[at]));
}

function stepChapter(way) {
  const here = chapterAt(audio.currentTime);
  let at = stepFrom(chapterStarts, here, way, 3 * audio.playbackRate);
  while (at !== here && chapters[at]?.aside && one("captions").checked) at += way;
  goToChapter(Math.min(Math.max(0, at), chapters.length - 1));
}

function goToChapter(at) {
  jump(chapters[at].start);
  welcome = asideOf(chapters[at].first);
  tell("chapter", about(chapters[at].start));
}

function stepSeconds(seconds) {
  jump(audio.currentTime + seconds);
  if (audio.paused) tell("time");
}
