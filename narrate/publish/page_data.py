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
        self._count = 0
        self._starts: list[str] = []  # a text for each chapter: a book has many words
        self._words: list[str] = []
        self._chapters: list[tuple[str, int, int, int]] = []
        self._asides: list[list[int]] = []
        self._last_ms = 0

    def noting(self, sections: Iterable[Section]) -> Iterator[Section]:
        """Pass chapters on."""
        for section in sections:
            one = section.chapter
            about = (tidy(one.title), one.start_ms, self._count, int(one.aside))
            self._chapters.append(about)
            said = list(section.sentences())
            self._starts += filter(None, [",".join(map(self._start, said))])
            self._words += filter(None, [",".join(map(_words, said))])
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
        yield ',"starts":['
        yield from _parted(self._starts)
        yield '],"words":['
        yield from _parted(self._words)
        yield "]}"

    def _start(self, said: tuple[Sentence, bool]) -> str:
        """Write when a sentence starts; note whether it stands beside."""
        sentence, aside = said
        index = self._count
        self._count += 1
        if aside and self._asides and self._asides[-1][1] == index - 1:
            self._asides[-1][1] = index
        elif aside:
            self._asides.append([index, index])
        step_ms = sentence.start_ms - self._last_ms
        self._last_ms = sentence.start_ms
        return str(step_ms)


def _parted(texts: Iterable[str]) -> Iterator[str]:
    for at, text in enumerate(texts):
        yield f",{text}" if at else text


def _words(said: tuple[Sentence, bool]) -> str:
    """Write when a sentence's words are heard."""
    return f"[{','.join(_steps(said[0]))}]"


def _steps(sentence: Sentence) -> Iterator[str]:
    end, last_ms = 0, sentence.start_ms
    for place, length, start_ms in sentence.words():
        skipped = _units(sentence.text[end:place])
        end = place + length
        yield f"{skipped},{_units(sentence.text[place:end])},{start_ms - last_ms}"
        last_ms = start_ms


def _units(text: str) -> int:
    """Count a text as scripts do: a sign beyond the first 65,536 is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
