"""Speakers: who reads an article, and what it quotes, each in its own language."""

from collections.abc import Sequence
from dataclasses import replace

from narrate.model import Article
from narrate.options import Options
from narrate.speak.cast import Cast, find_cast
from narrate.speak.languages import best_voice, language_name, reads, speaks
from narrate.voice import Voice


def find_speakers(
    article: Article, voice: Voice, options: Options
) -> tuple[Article, Cast]:
    """Find voices for an article's languages; a notice tells of another than asked.

    Raises VoiceError where nobody speaks the article's.
    """
    notices: list[str] = []
    language, *quoted = article.languages
    cast = cast_for(article.languages, voice, options.words_per_minute)
    if cast.voice != voice:
        from narrate.script.tongues import is_known  # noqa: PLC0415 - few need it

        how = "" if is_known(language) else ", as it is written"
        known = language_name(language)
        notices.append(f"This article is in {known}: {cast.voice.name} reads it{how}.")
    notices += (
        f"A quotation in {code!r} is read by {cast.voice.name}: no voice speaks it."
        for code in quoted
        if not reads(code)
    )
    return replace(article, notices=(*article.notices, *notices)), cast


def cast_for(languages: Sequence[str], voice: Voice, pace: int | None) -> Cast:
    """Find who says the first of the languages, and quotations in the others.

    Another than `voice` where that does not speak the first, at `pace` words a minute.
    Raises VoiceError where nobody does.
    """
    language, *quoted = languages
    if not speaks(voice, language):
        voice = best_voice(language, pace)
    return find_cast(voice, filter(reads, quoted))
