"""Dates and times as pages write them on lines of their own."""

from narrate.patterns import lazy

_MONTHS = (
    "january february march april may june july august september october november "
    "december"
).split()
_SHORT_MONTHS = {name[:3] for name in _MONTHS} | {"sept"}
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds "
    "thu thur thurs fri sat sun".split()
)
_AROUND = frozenset(
    "a m p am pm noon midnight at on of the in to from and first last latest "
    "originally published updated posted modified printed released received "
    "accepted revised uploaded created filed date dated issue form available online "
    "print next release no st nd rd th h hrs hours edt est cdt cst mdt mst pdt pst et "
    "ct mt pt utc gmt bst cet cest ist aest aedt sast eat nzst nzdt wat jst z t see "
    "all updates spring summer autumn fall winter report story article hour minutes "
    "held minute mins min day days week weeks ago yesterday today".split()
)
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_NAMED = _SEASONS | _SHORT_MONTHS | frozenset(_MONTHS)
_KNOWN = _AROUND | _WEEKDAYS | _NAMED
_TOKENS = lazy(r"[^\W\d_]+|\d+")
_AGO = lazy(
    r"(?i)(?:(?:first |last )?(?:published|updated|posted|modified)\W{0,3})?"
    r"(?:\d{1,3}|an?|one|two|three) (?:min(?:ute)?|hour|hr|day|week|month|year)s? ago"
)
_SOURCE = lazy(r"\s/\s(?:Source|By)\b.{0,40}$")
_PLACE = lazy(r"^[^\W\d_]+(?: [A-Z][a-z]+)?, (?=\d)")
_MOST_TOKENS = 40
_LONGEST = 240  # characters
_DIGIT = lazy(r"\d")
_YEAR = lazy(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d(?!:|\d:))")
_NUMERIC = lazy(r"(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_TIME = lazy(
    r"(?i)(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?|\d{1,2}(?=\s?[ap]\.?m))"
    r"(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|local time))?",
    heads="0",
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    lazy(pattern)
    for pattern in (
        rf"\b{_MONTH} {_DAY},? (?P<year>\d{{4}})",
        rf"\b{_DAY}(?: of)? {_MONTH},? (?P<year>\d{{4}})",
        r"\b(?P<year>\d{4})[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)",
    )
)
_DAY_FIRST = lazy(r"\b(?P<day>\d\d?)[./-](?P<month>\d\d?)[./-](?P<year>\d{4})")
_DECEMBER = 12


def is_date_line(text: str) -> bool:
    """Tell a line that holds a date of a year, and only the words around one."""
    if len(text) > _LONGEST:
        return False
    if text[-3:].lower() == "ago" and _AGO.fullmatch(text):
        return True
    if not _DIGIT.search(text):
        return False
    words: list[str] = []
    bare = _SOURCE.sub("", text) if "/" in text else text
    bare = _PLACE.sub("", bare) if ", " in bare else bare
    for found in _TOKENS.finditer(bare):
        word = found[0].lower()
        if word not in _KNOWN and not word.isdigit():
            return False  # most lines end here, at their first word
        words.append(word)
    if len(words) > _MOST_TOKENS:
        return False
    named = not _NAMED.isdisjoint(words)
    dated = _YEAR.search(text) and (named or _NUMERIC.search(text))
    return bool(dated or _NUMERIC.fullmatch(text))


def is_time_line(text: str) -> bool:
    """Tell a line that is a time of day, as the entries of a live report have."""
    return bool(_TIME.fullmatch(text))


def iso_date(text: str) -> str:
    """Give the first YYYY-MM-DD of a line that is only a date; "" if it has none."""
    if not is_date_line(text):
        return ""
    for pattern in (*_DATES, _DAY_FIRST):
        for found in pattern.finditer(text):
            if iso := _iso(found["year"], found["month"], found["day"]):
                return iso
    return ""


def is_iso_date(text: str) -> bool:
    """Tell YYYY, YYYY-MM and YYYY-MM-DD of the calendar."""
    from datetime import date  # noqa: PLC0415 - 2 ms, and few texts have a date

    full = text + "2000-01-01"[len(text) :]
    try:
        date.fromisoformat(full)
    except ValueError:
        return False
    return len(text) in {4, 7, 10}


def _iso(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else _month_number(month.lower())
    iso = f"{year}-{number:02}-{int(day):02}"
    return iso if 1 <= number <= _DECEMBER and is_iso_date(iso) else ""


def _month_number(word: str) -> int:
    return next((at for at, m in enumerate(_MONTHS, 1) if m.startswith(word[:3])), 0)
