"""IPA in the sounds of English: the nearest one for each, and an r where it is heard.

The names of sounds are those of alphabets.py: of Wikipedia's key for all English, "ɒ"
for what is "ɑː" in American. One with "ɹ" at its end is a vowel and an r that no vowel
follows: the British say it without, and espeak-ng has a letter for the two together.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from narrate.ipa import NASAL, Phone


def _table(rows: str) -> dict[str, str]:
    """Read "a=b c=d e": what one sound is said as, "d e" for c."""
    pairs = (row.split("=") for row in rows.split())
    return {sound: said.replace("+", " ") for sound, said in pairs}


_NEAREST = _table("""
    r=ɹ ɻ=ɹ ɽ=ɹ ʁ=ɹ ʀ=ɹ r̩=ə+ɹ ɹ̩=ə+ɹ  ɣ=ɡ ɢ=ɡ q=k c=k ɟ=dʒ ʈ=t ɖ=d ɾ=t  ħ=h ɦ=h ç=h ʔ= ʕ=
    ʍ=w ɥ=w ɰ=w  ɕ=ʃ ʂ=ʃ ʑ=ʒ ʐ=ʒ tɕ=tʃ tʂ=tʃ dʑ=dʒ dʐ=dʒ  ɬ=ʃ+l ɭ=l ɫ=l
    ɳ=n ɴ=ŋ ɱ=m ʋ=v β=v ɸ=f ʝ=j
    y=uː ʏ=ʊ ø=ɜː œ=ɜː ɶ=æ ɨ=ɪ ʉ=uː ɯ=uː ɤ=ʌ ɵ=ʊ ɘ=ə ɞ=ɜː ɐ=ə ᵊ=ə
    əʊ=oʊ eə=ɛə ɑ=ɑː ɔ=ɔː ɜ=ɜː o=oʊ  l̩=əl n̩=ən m̩=əm ᵊl=əl ᵊn=ən ᵊm=əm
""")
"""What English says for it, where that hangs on nothing else."""

_BEFORE_N = _table("ɑ=ɒ a=ɒ ɔ=ɒ ɛ=æ œ=ʌ")
"""A vowel that is nasal: Macron is "mæˈkrɒn"."""

_LONG = _table("i=iː ɪ=iː u=uː ʊ=uː a=ɑː ʌ=ɑː ɐ=ɑː e=eɪ ɒ=ɔː ə=ɜː")

_WITH_R = _table("""
    ɑː=ɑːɹ æ=ɑːɹ ɔː=ɔːɹ ɒ=ɔːɹ oʊ=ɔːɹ ɜː=ɜːɹ ʌ=ɜːɹ ə=əɹ ᵻ=əɹ aɪ=aɪəɹ aʊ=aʊəɹ
    i=ɪəɹ iː=ɪəɹ ɪ=ɪəɹ ɪə=ɪəɹ  ɛ=ɛəɹ ɛə=ɛəɹ eɪ=ɛəɹ  u=ʊəɹ uː=ʊəɹ ʊ=ʊəɹ ʊə=ʊəɹ
""")
"""A vowel, and what it is with an r that no vowel follows."""

_AMERICAN = _table("ɪə=i+ə ʊə=u+ə ɛə=ɛəɹ ɜː=ɜːɹ")
_AMERICAN_BEFORE_R = _table("ɪə=ɪ ʊə=ʊ ɛə=ɛ ɒ=ɔː")
_BRITISH = _table("ɪə=ɪəɹ ʊə=ʊəɹ ɛə=ɛəɹ")

_VOWELS = frozenset("iɪɛæɑɒɔʊuʌɜəᵻeao")
_NOTHING = Phone(" ")
_N = Phone("n")


def is_vowel(phone: Phone) -> bool:
    """Tell whether a sound of English is a vowel, alone or with what follows."""
    return phone.sound[0] in _VOWELS


def english(phones: tuple[Phone, ...], *, british: bool) -> list[Phone]:
    """Give the sounds that an English voice says for it."""
    phones = _stressed(phones)
    nearest = chain.from_iterable(
        _spread(_nearest(phone, after, british=british), phone.stress)
        for phone, after in _pairs(phones)
    )
    heard = _with_r(list(nearest))
    finished = chain.from_iterable(
        _spread(_finished(phone.sound, after, british=british), phone.stress)
        for phone, after in _pairs(heard)
    )
    return list(finished)


def _pairs(phones: Sequence[Phone]) -> Iterator[tuple[Phone, Phone]]:
    """Give each sound with the one after it."""
    return zip(phones, (*phones[1:], _NOTHING), strict=True)


def _stressed(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """Stress the first full vowel where no stress is written at all."""
    if any(phone.stress for phone in phones):
        return phones
    vowels = [at for at, phone in enumerate(phones) if phone.is_vowel]
    first = next((at for at in vowels if phones[at].sound not in "əᵻɐ"), vowels[0])
    phone = phones[first]
    stressed = Phone(phone.sound, "ˈ", phone.long)
    return (*phones[:first], stressed, *phones[first + 1 :])


def _spread(names: str, stress: str) -> list[Phone]:
    """Give a sound for each name, the stress to the first if it is a vowel."""
    if names == " ":
        return [_NOTHING]
    phones = [Phone(name) for name in names.split()]
    if stress and phones and is_vowel(phones[0]):
        phones[0] = Phone(phones[0].sound, stress)
    return phones


def _nearest(phone: Phone, after: Phone, *, british: bool) -> str:  # noqa: PLR0911
    """Give the English for one sound; a choice, where it hangs on its place."""
    if phone.long and phone.sound in _LONG:
        return _LONG[phone.sound]
    if phone.sound[-1] == NASAL:
        vowel = phone.sound[0]
        said = _BEFORE_N.get(vowel) or _nearest(Phone(vowel), _N, british=british)
        return f"{said} n"
    match phone.sound:
        case "x" | "χ":  # Juárez and Khamenei, but Bach
            return "h" if after.is_vowel else "k"
        case "ɲ" | "ʎ":
            plain = "n" if phone.sound == "ɲ" else "l"
            return f"{plain} j" if after.is_vowel else plain
        case "a":  # Milan and pasta: the two differ in just such names
            return "æ" if british else "ɑː"
        case "e":  # a foreign name ends in eɪ; inside it's the vowel of "dress"
            return "eɪ" if after.is_vowel or after == _NOTHING else "ɛ"
        case "ɛ" if phone.long:
            return "ɛə" if british else "ɛ"
        case "i" if phone.stress:
            return "iː"
        case "ə" if phone.stress:
            return "ɜː" if after.sound in {"r", "ɹ"} else "ʌ"
    return _NEAREST.get(phone.sound, phone.sound)


def _with_r(phones: list[Phone]) -> list[Phone]:
    """Make one sound of a vowel and the r behind it that no vowel follows."""
    heard: list[Phone] = []
    for phone, after in _pairs(phones):
        if phone.sound == after.sound == "ɹ":
            continue
        before = heard[-1] if heard else _NOTHING
        if phone.sound in {"j", "w"} and before.sound == "ɹ":  # Ryukyu, Rwanda
            heard.append(Phone("i" if phone.sound == "j" else "u"))
        elif phone.sound != "ɹ" or is_vowel(after):
            heard.append(phone)
        elif not is_vowel(before):
            heard.append(phone if after.sound in {"j", "w"} else Phone("əɹ"))
        elif before.sound == "ə" and heard[-2:-1] and heard[-2].sound in {"aɪ", "aʊ"}:
            heard[-2:] = [Phone(f"{heard[-2].sound}əɹ", heard[-2].stress)]
        elif before.sound in _WITH_R:
            heard[-1] = Phone(_WITH_R[before.sound], before.stress)
        else:
            heard.append(Phone("əɹ"))
    return heard


def _finished(sound: str, after: Phone, *, british: bool) -> str:
    """Give one sound as the accent has it before another."""
    if sound == "ɜː" and is_vowel(after):
        return "ɜː ɹ"
    if british:
        return _BRITISH.get(sound, sound)
    if after.sound == "ɹ":
        return _AMERICAN_BEFORE_R.get(sound, sound)
    if sound == "ɒ":
        return "ɔː" if after.sound == "ŋ" else "ɑː"  # Hong Kong, but Don
    return _AMERICAN.get(sound, sound)
