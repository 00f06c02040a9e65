"""Before a word is spoken: an article is read, and its script written and proved."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from narrate.compiled import keep
from narrate.coverage import prove
from narrate.errors import ArticleError
from narrate.lexicons import find_lexicons, used
from narrate.model import Article, Script, Utterance
from narrate.options import Acronyms, Options, Pacing
from narrate.read.article import read
from narrate.speak.cast import Cast
from narrate.speak.voices import find_voice
from narrate.speakers import find_speakers
from narrate.voice import Voice


def prepare(options: Options) -> tuple[Article, Script, Voice]:
    """Read an article and write its script, proved against the article."""
    voice = find_voice(options.voice, options.words_per_minute)
    article, cast = find_speakers(read_article(options), voice, options)
    return article, write_script(article, options, cast), cast.voice


def _later() -> None:
    """Begin no worker yet."""


def read_article(options: Options, early: Callable[[], object] = _later) -> Article:
    """Read an article; a notice tells of the listener's own words.

    `early` is called once it is known to be there, before it fills memory.
    """
    article = read(options.article, options.reading, early)
    told = used(find_lexicons(options.lexicon, options.article))
    return replace(article, notices=article.notices + told)


def _nobody(utterances: tuple[Utterance, ...]) -> None:
    """Wait for no utterance."""


def write_script(
    article: Article,
    options: Options,
    cast: Cast,
    ready: Callable[[tuple[Utterance, ...]], None] = _nobody,
) -> Script:
    """Write an article's script, and prove it.

    `ready` is called with utterances as soon as they can be said. Raises ArticleError
    where there is nothing to say, CoverageError where something would be lost.
    """
    from narrate.script.compose import compose  # noqa: PLC0415 - while workers load

    pacing = Pacing(
        cast.voice.words_per_minute,
        options.pictures,
        find_lexicons(options.lexicon, options.article),
        options.treatments,
        options.saying,
        cast.voice.lead_ins(),
    )
    script = compose(article, pacing, ready)
    prove(article.source, script)
    keep()
    if not script.sections:
        raise ArticleError(
            article.name,
            "holds no sentence to read aloud",
            "Give a file with words in it, or leave out --captions off and --treat",
        )
    return script


def explainer(
    lexicon: Path | None, acronyms: Acronyms, language: str = ""
) -> Callable[[str], tuple[Utterance, ...]]:
    """Give what says single lines, as `narrate explain` shows them."""
    from narrate.script.compose import explain  # noqa: PLC0415 - as in _write
    from narrate.script.tongues import open_tongue  # noqa: PLC0415

    tongue, lexicons = language or "en", find_lexicons(lexicon)
    return lambda text: explain(text, open_tongue(tongue, lexicons, acronyms))
