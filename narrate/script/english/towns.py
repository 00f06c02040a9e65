"""Towns before a state's two letters: "Tulsa, OK" at a line's end, not "Yes, OK"."""

from narrate.script.base import compiled
from narrate.script.english.names import GIVEN_NAMES

# Behind a person's name these are a degree, or something said to someone.
_OF_PEOPLE = frozenset("MA MD MS PA PR OK HI ME ON CO".split())
_FIRST_WORDS = (
    r"(?:San|Santa|St\.?|Saint|Los|Las|El|La|New|Fort|Ft\.?|Mount|Mt\.?|Port|Lake|North"
    r"|South|East|West|Cape|Palm|Grand|Great|Little|Long|Old|Upper|Lower|Salt|Oak"
    r"|Silver|Rock|Green|White|Red|Castle|Glen|College|Broken)"
)
_LAST_WORDS = (
    r"(?:City|Beach|Springs?|Falls|Park|Hills?|Heights|Rapids|Rock|Lakes?|Islands?"
    r"|Valley|Grove|Creek|Bay|Harbou?r|Point|Village|Junction|Rivers?|Ridge|Forest"
    r"|Center|Gardens|Mills|Oaks?|Collins|Sound|Bluff|Branch|Station|Plains|Town)"
)
_NO_TOWNS = (
    "Yes|No|Well|Right|Now|So|And|But|Hey|Hi|Hello|Oh|Thanks|Fine|Sure|Sorry|Please"
    "|Look|Listen|Okay|Not|Then|Good|Great|Dear|Alright|Still|Yeah|Anyway|Also|However"
    "|Perhaps|Maybe|Sir|Mom|Mum|Dad|Doc|Boss|Man|Guys|Folks|Buddy"
)
_TOWN = (
    r"(?:^|[^\w\s.] |\b(?!(?:said|says?|by|with|asked|told|thanks?) )[a-z]+ "
    rf"|\d |[(“\"])(?!(?:{_NO_TOWNS}),)"
    rf"(?P<town>{_FIRST_WORDS}(?: [A-Z][a-z’']+){{1,2}}"
    rf"|[A-Z][a-z’']+(?: [A-Z][a-z’']+)? {_LAST_WORDS}|[A-Z][a-z’']{{2,}}), $"
)


def is_town(before: str, code: str) -> bool:
    """Tell whether a town, and no person, stands before a state's code."""
    found = compiled(_TOWN).search(before)
    if not found:
        return False
    person = found["town"] in GIVEN_NAMES and found.start("town") > 0
    return not (person and code in _OF_PEOPLE)
