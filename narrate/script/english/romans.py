"""Roman numerals: by what stands before them, and never "I" the pronoun."""

import re

from narrate.script.base import Rule, compiled
from narrate.script.english.figures import word_before
from narrate.script.english.names import GIVEN_NAMES
from narrate.script.english.numbers import cardinal, integer, ordinal, year
from narrate.script.roman import roman

# A thing of this kind has a plain number; whoever else has one is a person.
_KINDS = frozenset(
    "Earth Palm Trek Gladiator Gun Frozen Dundee Odyssey Deadpool Saw Evil Resident "
    "Corollary Theorem Lemma Proposition Axiom Definition Problem Plate Fig Fig. "
    "Chapter Part Book Volume Vol. Section Act Scene War Class Type Phase Title "
    "Article Appendix Bowl Stage Level Division Group Mark Mk Mk. Figure Table Apollo "
    "Psalm Grade Category Tier Schedule Zone Region Episode Series Season Round Cycle "
    "Lesson Unit Camp Canto Sonata Symphony Opus Corps District Area Sector Wave "
    "Generation Gen Page Factor Collagen Angiotensin Complex Vatican Basel Solvency "
    "Oslo Minsk Geneva Camp Rocky Rambo Fantasy Halo Jaws Godfather Terminator "
    "Superman Batman Fighter Kombat Auto Diablo Civilization Civ Kings Quest Warcraft "
    "Souls Craft Ghostbusters Creed Windows Apple Pentium Titan Minuteman Agni Ares "
    "Saturn Trident Voyager Gemini Soyuz Mariner Viking Falcon Delta Atlas Explorer "
    "Challenger Defender Leopard Windows Xeon Series Tesla Model Amendment Olympiad "
    "Games WrestleMania Wrestlemania Expo Plan Project Operation Protocol Pillar "
    "Panel Edition Version Option Track Line Column Annex Exhibit Count Claim Note "
    "Item Step Test Study Trial Experiment".split()
)
_LONG_ROWS = frozenset(
    "Chapter Bowl Psalm Part Book Volume Act Section Article Apollo".split()
)
_KINDS_IN_CAPITALS = frozenset(kind.upper() for kind in _KINDS)
_RULERS = frozenset(
    "Elizabeth Henry George Edward Charles James William Richard Louis Paul Pius "
    "Benedict Leo Philip Ferdinand Frederick Francis Nicholas Alexander Catherine "
    "Peter Napoleon Gregory Clement Innocent Urban Ramses Rameses Ptolemy Mary Robert "
    "Otto Joseph Leopold Gustav Christian Carl Abdullah Mohammed Hassan Constantine "
    "Sixtus Henri Julius Felipe Haakon Olav Harald Alfonso Juan Umberto Victor "
    "Emmanuel Ivan Wilhelm Friedrich Rudolph Rudolf Maximilian David Adrian "
    "Boniface Celestine Eugene Martin Callixtus Stephen John Darius Xerxes Cyrus "
    "Murad Selim Mehmed Ahmed Suleiman Mustafa Theodosius Valentinian Justinian Seti "
    "Amenhotep Thutmose Rama Farouk Fuad Hussein Saud Faisal Tupac Pedro Sancho "
    "Casimir Sigismund Bela Andrew Anne Margaret Isabella Joan Matilda Beatrix Sverre "
    "Magnus Eric Canute Edmund Harold Tutankhamun Antiochus Seleucus Mithridates "
    "Tiberius Conrad Lothair Pepin Vajiravudh".split()
)
_CUT_SHORT = {"Vol.": "Volume", "Mk": "Mark", "Mk.": "Mark", "Fig.": "Figure"}
_NO_FIGURES = frozenset("XX CC CI XL LL LI CV IL IC VL XXL".split())
_TITLED = r", (?:Emperor|King|Queen|Pope|Sultan|Tsar|Duke|Prince) "
_CONJUNCTIONS = frozenset(
    "that when because if as until whether where while since although but".split()
)
_CROWNS = frozenset(
    "king queen pope emperor empress tsar tsarina czar prince princess duke sultan "
    "pharaoh shah kaiser patriarch caliph antipope st saint archduke elector".split()
)
_NUMERAL = r"(?P<roman>(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_END = r"(?P<end>\.?['’]s|\.(?=[,;:]|\s[a-z]))?(?!\w|-\w|['’]\w|\.[\w.])"
_PRONOUN_VERB = (
    r" (?:am|have|had|read|wrote|took|played|think|know|like|love|saw|see|met|want|got"
    r"|say|said|mean|did|do|could|would|will|can|was|used|bought|need|must|never)\b"
)
_SUCCEEDS = (
    r"\.?['’]s|\.?[,;:)]|\.?$|\.\s|\s(?:of|died|reigned|ruled|and|who|in|to|abdicated|became"
    r"|succeeded|ascended|himself|herself|by|is|has|or|as)\b"
)


def _numbered(found: re.Match[str]) -> str | None:
    """Say the number of a thing or a person."""
    name, figures = found["name"], found["roman"]
    value = roman(figures) if figures else 0
    if not value:
        return None
    after = found.string[found.end("roman") :]
    possessive = "'s" if found["end"] and found["end"] != "." else ""
    name = _CUT_SHORT.get(name, name)
    head = name.capitalize() if name.isupper() and len(name) > 2 else name
    if name in _KINDS or name in _KINDS_IN_CAPITALS:
        pronoun = (
            value == 1
            and compiled(_PRONOUN_VERB).match(after)
            and name.upper() != "WAR"
        )
        letter = figures in {"C", "L", "X"} and name.capitalize() not in _LONG_ROWS
        return None if pronoun or letter else f"{head} {cardinal(value)}{possessive}"
    if _is_person(found, figures, after):
        return f"{head} the {ordinal(value)}{possessive}"
    sequel = len(figures) > 1 and not name.isupper() and figures not in _NO_FIGURES
    return f"{name} {cardinal(value)}{possessive}" if sequel else None


def _is_person(found: re.Match[str], figures: str, after: str) -> bool:
    """Tell a king's or a son's number from an initial, a pronoun and an acronym."""
    name = found["name"].capitalize()
    ruler = name in _RULERS or name.rpartition("-")[2] in _RULERS
    crowned = word_before(found.string, found.start()) in _CROWNS or bool(
        compiled(_TITLED).match(after)
    )
    if figures in {"C", "L", *_NO_FIGURES}:
        return False
    if re.match(r"\. [A-Z]", after) and len(figures) == 1 and not crowned:
        return False
    if figures == "I":
        return crowned or (ruler and _is_first(found))
    if len(figures) == 1:
        return ruler or crowned
    return ruler or crowned or _is_named(found)


def _is_named(found: re.Match[str]) -> bool:
    """Tell a family's third from a film's: a given name or an initial leads."""
    before = found.string[max(0, found.start() - 30) : found.start("roman")]
    words = re.findall(r"[A-Z][\w.’'-]*(?= )", before)[-3:]
    ancient = found["name"].endswith(("us", "ses", "ian", "hotep"))
    named = words[-2:]
    full = len(named) == 2 and not _KINDS.intersection(named)
    return (ancient or full) or any(
        word in GIVEN_NAMES or re.fullmatch(r"[A-Z]\.|Jr\.?|Sen\.|Rep\.|Gov\.", word)
        for word in words
    )


def _is_first(found: re.Match[str]) -> bool:
    """Tell "Charles I lost" from "with Charles I lost": what follows, or what leads."""
    before = word_before(found.string, found.start())
    if before in {"with", "and"}:
        return bool(re.match(r" of\b|['’]s|,", found.string[found.end("roman") :]))
    leads = not before or before[-1] in ".!?:;" or before in _CONJUNCTIONS
    return leads or bool(compiled(_SUCCEEDS).match(found.string, found.end("roman")))


def _row(found: re.Match[str]) -> str | None:
    """Say several in a row: "chapters two to four"."""
    row = re.sub(r"[-–]", " to ", found["row"])
    said = []
    for part in re.split(r"(, |,? and |,? or | to )", row):
        value = roman(part.upper()) if part.isalpha() else 0
        if part.isalpha() and not value:
            return None
        said.append(integer(str(value)) if value else part)
    return f"{found['kind']} {''.join(said)}"


def _century(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    return f"{ordinal(value)}{found['rest']}" if value else None


RULES = (
    Rule(
        name="Roman numeral",
        starts=r"\b[A-Z](?=[a-zA-Zé]*(?:-[A-Z][a-z]+)?\.? [IVXLC])",
        marks="IVXLC",
        pattern=rf"\b(?P<name>[A-Z][a-zA-Zé]*(?:-[A-Z][a-z]+)?\.?) {_NUMERAL}{_END}",
        say=_numbered,
        examples=(
            ("World War II ended", "World War two ended"),
            ("CHAPTER I", "Chapter one"),
            ("Queen Elizabeth II of", "Queen Elizabeth the second of"),
            ("Henry VIII's wives", "Henry the eighth's wives"),
            ("King George V", "King George the fifth"),
            ("with Henry I was", "with Henry I was"),
            ("Robert L. Wilson", "Robert L. Wilson"),
            ("Malcolm X spoke", "Malcolm X spoke"),
            ("Henri IV. places", "Henri the fourth places"),
            ("Robert Griffin III ran", "Robert Griffin the third ran"),
            ("Super Bowl LVIII", "Super Bowl fifty-eight"),
        ),
    ),
    Rule(
        name="Roman numeral",
        starts=r"[WCPVBTA][a-z]{2,6}s (?=[IVXL])",
        marks="IVXLC",
        pattern=(
            r"\b(?P<kind>(?:War|Chapter|Part|Volume|Book|Type|Title|Article|Act)s) "
            r"(?P<row>[IVXL]+(?:(?:, |,? and |,? or |[-–]| to )[IVXL]+)+)(?!\w)"
        ),
        say=_row,
        examples=(("World Wars I and II", "World Wars one and two"),),
    ),
    Rule(
        name="Roman numeral",
        starts="page|chapter|[Ss]cene",
        marks="ivxlIVXL",
        pattern=(
            r"\b(?P<kind>pages?|chapters?|Scene|scene) "
            r"(?P<row>[ivxl]+(?:(?:[-–]| to | and )[ivxl]+)?"
            r"|[IVXL]+(?:(?:[-–]| to | and )[IVXL]+)?)(?!\w)"
        ),
        say=_row,
        examples=(("on page xiv", "on page fourteen"),),
    ),
    Rule(
        name="Roman numeral",
        starts="M",
        marks="M",
        pattern=r"\b(?P<year>M(?:CM|M)[CDLXVI]+)(?!\w)",
        say=lambda found: year(roman(found["year"])) if roman(found["year"]) else None,
        examples=(("in MMXIX", "in twenty nineteen"),),
    ),
    Rule(
        name="Roman numeral",
        starts=r"\bthe (?=[IVXLC])",
        marks="IVXLC",
        pattern=rf"\bthe {_NUMERAL}(?P<rest>)(?<=[IVX][IVX])(?= [A-Z][a-z]+)",
        say=lambda found: f"the {_century(found)}" if _century(found) else None,
        examples=(("the XVIII Corps", "the eighteenth Corps"),),
    ),
    Rule(
        name="letters, no numeral",
        starts=r"\b(?:IV|X{1,3}L|X[XY])(?= [a-z])",
        marks="IVXLC",
        pattern=(
            r"\b(?:IV(?= (?:bag|drip|fluid|line|antibiotic|therapy|needle|pole|drug))"
            r"|X{1,3}L(?= [a-z])|X[XY](?= chromosome))"
        ),
        say=lambda found: " ".join(found[0]),
        examples=(("an IV bag", "an I V bag"),),
    ),
    Rule(
        name="Roman numeral",
        starts=r"\b[IVX][IVXLC]*(?:th|st|nd|rd)? (?=[cC]entur)",
        marks="IVX",
        pattern=rf"\b{_NUMERAL}(?:th|st|nd|rd)?(?P<rest> [cC]entur(?:y|ies))",
        say=_century,
        examples=(("the XIX century", "the nineteenth century"),),
    ),
    Rule(
        name="Roman numeral",
        starts=r"\b[IVX][IVXLC]*(?=th|st|nd|rd)",
        marks="IVX",
        pattern=rf"\b{_NUMERAL}(?P<rest>)(?<=[IVX])(?:th|st|nd|rd)\b",
        say=_century,
        examples=(("the IVth.", "the fourth."),),
    ),
)
