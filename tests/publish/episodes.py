"""Episodes for tests, without a voice: of an article, or of what a test makes up."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from narrate.episode import Episode
from narrate.heard import Chapter, Cue, Timeline
from narrate.mix.base import FORMATS
from narrate.mix.timeline import Length, lay_out
from narrate.model import Article, Line, Passage, Script, Section, Utterance
from narrate.options import Options, Pacing, Quality
from narrate.read.article import read
from narrate.roles import Role, parse_treatments
from narrate.script.compose import compose
from narrate.speak.voices import find_voice
from narrate.words import pack, words_of

FRAME = 1152


def of_article(path: Path) -> Episode:
    """Give the episode that a build makes of an article, all words timed evenly."""
    return treated(path)


def treated(path: Path, *asked: str) -> Episode:
    """Give it where some roles are treated in another way: "quote=aside"."""
    article = read(str(path))
    script = compose(article, Pacing(treatments=parse_treatments(asked)))
    lengths = [_length(utterance) for utterance in script.utterances()]
    timeline = lay_out(script, lengths, FORMATS[Quality.BEST])
    audio = Path("out") / path.stem / f"{path.stem}.mp3"
    return Episode(
        article, script, timeline, audio, find_voice("silent"), Options(str(path))
    )


def _length(utterance: Utterance) -> Length:
    count = len(words_of(utterance.spoken))
    times = pack((at * 9 * FRAME, at * 9 * FRAME + 8 * FRAME) for at in range(count))
    return Length(320, 9 * FRAME * count, (9 * count + 20) * FRAME, times)


def of_texts(
    texts: Iterable[str],
    times: Sequence[tuple[int, int]] = (),
    length_ms: int = 0,
    role: Role = Role.PARAGRAPH,
) -> Episode:
    """Give an episode of one chapter; its utterances a second each, or as they say."""
    said = tuple(_said(text, role) for text in texts)
    times = times or [(at * 1000, at * 1000 + 800) for at in range(len(said))]
    length_ms = length_ms or 1000 * len(said)
    cues = tuple(Cue(*each, one) for each, one in zip(times, said, strict=True))
    timeline = Timeline(cues, (Chapter("One", 0, length_ms, aside=False),), length_ms)
    script = Script("A title", "", "en", (Section("One", said, aside=False),), ())
    passages = tuple(Passage(one.role, one.written, one.lines) for one in said)
    source = (Line("", 1),)
    article = Article("A title", "", "", "a.txt", "en", source, passages, ())
    voice, options = find_voice("silent"), Options("a.txt")
    return Episode(article, script, timeline, Path("out/a/a.mp3"), voice, options)


def _said(text: str, role: Role) -> Utterance:
    return Utterance(role, text, text, (), 0, (1,))


def retitled(episode: Episode, title: str) -> Episode:
    """Give the episode another title."""
    return replace(
        episode,
        article=replace(episode.article, title=title),
        script=replace(episode.script, title=title),
    )


def written(episode: Episode) -> str:
    """Give all of the author's words that are heard."""
    return "".join(u.written for u in episode.script.utterances())


def letters(text: str) -> str:
    """Give a text without white space, as the coverage proof counts it."""
    return "".join(text.split())
