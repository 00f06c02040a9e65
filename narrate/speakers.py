"""Speakers: who reads an article, and what it quotes, each in its own language."""

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
    if not speaks(voice, article.language):
        from narrate.script.tongues import is_known  # noqa: PLC0415 - few need it

        name = language_name(article.language)
        how = "" if is_known(article.language) else ", as it is written"
        voice = best_voice(article.language, options.words_per_minute)
        notices.append(f"This article is in {name}: {voice.name} reads it{how}.")
    quoted = {f.language for passage in article.passages for f in passage.foreign}
    known = {language for language in quoted if reads(language)}
    notices += (
        f"A quotation in {language!r} is read by {voice.name}: no voice speaks it."
        for language in sorted(quoted - known)
    )
    article = replace(article, notices=(*article.notices, *notices))
    return article, find_cast(voice, known)
