"""What the page's script is told: its chapters, its sentences' times and its words'.

Times and places are written as steps from the last one: a word then takes some ten
bytes. Places are counted as scripts count, in UTF-16.
"""

import json
from collections.abc import Iterable, Iterator

from narrate.episode import Episode
from narrate.publish.article import Section
from narrate.publish.clean import tidy
from narrate.publish.links import file_link
from narrate.publish.record_file import guid_of
from narrate.publish.sentences import Sentence

VERSION = 1
"""Counts up when the script must be another."""

_IN_MARKUP = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


class PageData:
    """Notes each chapter as it is written, to tell of all of them behind the last."""

    def __init__(self, episode: Episode) -> None:
        self._episode = episode
        self._starts: list[str] = []
        self._words: list[str] = []
        self._chapters: list[tuple[str, int, int, int]] = []
        self._asides: list[list[int]] = []
        self._last_ms = 0

    def noting(self, sections: Iterable[Section]) -> Iterator[Section]:
        """Pass chapters on."""
        for section in sections:
            chapter = section.chapter
            first = len(self._starts)
            beside = int(chapter.aside)
            title = tidy(chapter.title)
            self._chapters.append((title, chapter.start_ms, first, beside))
            for sentence, aside in section.sentences():
                self._note(sentence, aside=aside)
            yield section

    def written(self) -> Iterator[str]:
        """Give the JSON of all that was passed on, as it may stand in a script."""
        episode = self._episode
        article, script = episode.article, episode.script
        about = {
            "version": VERSION,
            "key": guid_of(article).rpartition(":")[2],
            "title": tidy(script.title or article.title or episode.name),
            "by": tidy(script.byline),
            "audio": file_link(episode.audio.name),
            "length": episode.timeline.length_ms,
            "chapters": self._chapters,
            "asides": self._asides,
        }
        whole = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
        yield whole[:-1].translate(_IN_MARKUP)
        yield f',"starts":[{",".join(self._starts)}],"words":['
        yield ",".join(self._words)
        yield "]}"

    def _note(self, sentence: Sentence, *, aside: bool) -> None:
        index = len(self._starts)
        self._starts.append(str(sentence.start_ms - self._last_ms))
        self._last_ms = sentence.start_ms
        self._words.append(f"[{','.join(_words(sentence))}]")
        if not aside:
            return
        if self._asides and self._asides[-1][1] == index - 1:
            self._asides[-1][1] = index
        else:
            self._asides.append([index, index])


def _words(sentence: Sentence) -> Iterator[str]:
    end, last_ms = 0, sentence.start_ms
    for place, length, start_ms in sentence.words():
        skipped = _units(sentence.text[end:place])
        end = place + length
        yield f"{skipped},{_units(sentence.text[place:end])},{start_ms - last_ms}"
        last_ms = start_ms


def _units(text: str) -> int:
    """Count a text as scripts do: a sign beyond the first 65,536 is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
