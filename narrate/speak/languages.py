"""The languages that espeak-ng can read, each with its own voice."""

from collections.abc import Callable
from dataclasses import replace

from narrate.errors import VoiceError
from narrate.options import primary
from narrate.speak.voices import find_voice, is_own, readable_voices
from narrate.voice import Voice

# Every code of espeak-ng 1.52 that spoke when it was tried, by its BCP 47 name.
NAMES = {
    "af": "Afrikaans",
    "am": "Amharic",
    "an": "Aragonese",
    "ar": "Arabic",
    "as": "Assamese",
    "az": "Azerbaijani",
    "ba": "Bashkir",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "eo": "Esperanto",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "ht": "Haitian Creole",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "kn": "Kannada",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "la": "Latin",
    "lb": "Luxembourgish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mr": "Marathi",
    "ms": "Malay",
    "mt": "Maltese",
    "my": "Burmese",
    "nb": "Norwegian",
    "ne": "Nepali",
    "nl": "Dutch",
    "nn": "Norwegian",
    "no": "Norwegian",
    "om": "Oromo",
    "or": "Odia",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "qu": "Quechua",
    "ro": "Romanian",
    "ru": "Russian",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tk": "Turkmen",
    "tr": "Turkish",
    "tt": "Tatar",
    "ug": "Uyghur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "yue": "Cantonese",
    "zh": "Chinese",
}
_VARIANTS = {"zh": "cmn", "no": "nb", "nn": "nb"}
_REGIONS = ("pt-br", "fr-be", "fr-ch", "es-419")
_LATIN_AMERICAN = frozenset(
    f"es-{land}"
    for land in ("ar bo cl co cr cu do ec gt hn mx ni pa pe pr py sv us uy ve".split())
)
_READER = "espeak"
_DEFAULT = "heart"


def speaks(voice: Voice, language: str) -> bool:
    """Tell whether a voice is of an article's language; `und` is of every one."""
    return primary(voice.language) in {"und", primary(language)}


def reads(language: str) -> bool:
    """Tell whether espeak-ng can read a language."""
    return primary(language) in NAMES or bool(_able(language))


def best_voice(language: str, words_per_minute: int | None) -> Voice:
    """Give the best voice for a language: a natural one, one of the listener's own.

    Where there is none, espeak's. Raises VoiceError and OptionError as `voice_for`.
    """
    able = _able(language)
    if not able:
        return voice_for(language, words_per_minute)
    return find_voice(min(able, key=_rank(language)).name, words_per_minute)


def _able(language: str) -> list[Voice]:
    """Find the voices of a language that are natural or the listener's own."""
    from narrate.speak.needs import missing  # noqa: PLC0415 - 20 ms English never needs

    return [
        voice
        for voice in readable_voices()
        if primary(voice.language) == primary(language)
        and (voice.natural or is_own(voice.name))
        and not missing(voice)
    ]


def _rank(language: str) -> Callable[[Voice], tuple[bool, bool, bool, bool, str]]:
    """Order voices of a language, the best first."""
    return lambda voice: (
        not voice.natural,
        not is_own(voice.name),
        voice.language.casefold() != language.casefold(),
        voice.name != _DEFAULT,
        voice.name,
    )


def voice_for(language: str, words_per_minute: int | None) -> Voice:
    """Give the voice that reads a language as it is written.

    Raises VoiceError where nobody can, OptionError for a speed that it can't speak at.
    """
    code = primary(language)
    if code not in NAMES:
        raise VoiceError(
            _READER,
            f"can't read {language!r}, the language of this article; "
            "--language en reads it as if it were English",
        )
    voice = find_voice(_READER, words_per_minute)
    name = NAMES[code]
    about = f"{name}, robotic, very fast"
    variant = _variant(language)
    return replace(voice, language=language, variant=variant, about=about)


def language_name(language: str) -> str:
    """Name a language in English; its own code if it has no voice."""
    return NAMES.get(primary(language), language)


def _variant(language: str) -> str:
    """Name espeak-ng's own voice of a language, or of its region."""
    code = primary(language)
    full = language.lower().replace("_", "-")
    if full in _LATIN_AMERICAN:
        return "es-419"
    return full if full in _REGIONS else _VARIANTS.get(code, code)
