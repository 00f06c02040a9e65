"""Names and bylines as pages write them."""

from narrate.patterns import lazy
from narrate.read.labels.when import is_date_line

_WORD = r"[^\W\d_a-z][\w'’.-]*"
_PARTICLE = r"(?:de|del|der|di|da|du|la|le|van|von|al|el|bin|ben|ter|ten|y)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,4}}"
_SMALL = tuple("de di da du la le van von al el bin ben ter ten y and earlier".split())
"""What stands in small letters in a line of people's names."""
_NO_NAMES = frozenset(
    "The A An And Of In On For To With From How Why What When Where Who New News "
    "World Politics Business Opinion Our Your Their This That About More Related Read "
    "Later Join Today Sponsored Link Links Paper EMAIL Email EMail Media Industry "
    "Share Follow Sign Subscribe Latest Most Top Popular Editor Editors Staff "
    "Breaking Live Watch Video Videos Photo Photos Gallery Contact Privacy Terms Home "
    "Sport Sports Health Science Tech Technology Entertainment Lifestyle Travel Food "
    "Weather Market Markets COVID Continue Reading Skip January February March April "
    "May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday Night Day Eve Year Standard Standards "
    "Minute Minutes Ago Guest Essay Search Notice Interview Analysis Download Images "
    "Middle East West North South United States City Street Agency Powerpoint Emails "
    "Summary Comment Review Feature Features Event Recipe Recipes Result Results "
    "Hearing Report Chapter Part Act Scene Canto".split()
)
_NO_NAME = lazy(rf"\b(?:E-[Mm]ail|{'|'.join(sorted(_NO_NAMES))})\b")
_TOKEN = lazy(r"\w+")

_JOB = (
    r"(?:editor|reporter|writer|correspondent|journalist|columnist|author|critic"
    r"|contributor|producer|photographer|anchor|blogger|fellow|analyst|chief|agencies"
    r"|bureau|staff)s?"
)
_FROM = (
    r"(?:(?:[Ww]ritten|[Ss]tory|[Ww]ords|[Rr]eported|[Rr]eporting|[Tt]ext|[Rr]eviewed"
    r"|[Ii]nterview|[Ee]dited|[Cc]ompiled|[Pp]osted|[Pp]ublished|[Aa]s told to"
    r"|[Aa]nalysis|[Oo]pinion|[Cc]omment|[Ee]ssay|[Rr]ecipe|[Ii]nterviewed|[Hh]osted"
    r"|[Pp]resented|[Cc]reated|[Cc]ontributed|[Cc]urated|[Cc]ompiled|[Aa]uthored|[Tt]ranslated|(?:[Ww]ords|[Ss]tory|[Tt]ext)"
    r" and (?:photos|pictures|photographs|images|illustrations))(?: by|:) ?:?"
    r"|By:?|BY:?|by:?|[Aa]uthors?:|WORDS(?: BY)?:?|TEXT(?: BY)?:?|STORY BY:?)"
)

_PLACED = lazy(
    rf"(?P<names>{_NAME}(?:(?:, | and ){_NAME})*) in {_WORD}(?: {_WORD}){{0,2}}",
    " in ",
)
_GLUED = lazy(
    r"(?<=[a-z])(?:\d.*|(?:Staff|Senior|Reporter|Writer|Editor|Contributor"
    r"|Correspondent"
    r"|Journalist|Columnist|Published|Updated|Follow|Special|Digital|News|FOX|CNN|BBC"
    r"|NBC"
    r"|ABC|CBS|[A-Z]{3,})\b.*|(?:Staff|Senior)[A-Z ].*)"
)
_GLUED_BY = lazy(r"^(?:By|BY|by)(?=[A-Z][a-z])")
_BARE = lazy(_NAME)
_BYLINE = lazy(
    rf"{_FROM}\s+(?P<names>{_NAME}(?:(?:, | and | & |, and ){_NAME})*)"
    r"(?P<rest>(?:\s*[,|/•·–—-]\s*|\s+(?:for|at|on|of|in|is)\s+|\s\("
    r"|\s@)\S[^!?]{0,90})?",
    heads="ana|as_|aut|by|com|con|cre|cur|edi|ess|hos|int|opi|pos|pre|pub|rec|rep|rev"
    "|sto|tex|tra|wor|wri",
)
_SECOND = lazy(
    r"(?:PHOTO(?:GRAPH)?(?:S|Y)?|ILLUSTRATIONS?|PICTURES?|IMAGES?|VIDEO)(?: BY)?:?\s"
    rf"(?:{_NAME})",
    *("PHOTO", "ILLUSTRATION", "PICTURE", "IMAGE", "VIDEO"),
)
_NAMELESS = lazy(
    r"(?i)(?:by|words:|author:)"
    r"(?! the (?:end|time|way|turn|close|start|middle|beginning|age)\b)"
    r" (?:our|the|a|an|staff|\"|“).{0,60}"
    rf"|by \S+(?: \S+){{0,3}} (?:staff|{_JOB}|desk)"
    r"|(?:\w+ ){1,3}(?:staff|newsroom|reporters|agencies|staff writers?)"
    r"|from: .{3,100}",
    *("by ", "words:", "author:", "staff", "newsroom", "reporters", "agencies"),
    "from:",
    small=True,
)
_SIGNED = lazy(r"[—–-] ?[A-Z][\w.]+(?: [A-Z]\w+)?", heads="—|–|-")
_JOB_LINE = lazy(
    rf"(?i)(?:[\w&'’-]+,? ){{0,5}}{_JOB}(?:,? (?:in|at|of|for"
    rf"|on)? ?[\w'’&., -]{{2,40}})?"
    r"|reporting from .{2,40}|in [A-Z]\w+(?: \w+)?"
)
_NAMED_JOB = lazy(
    rf"(?P<names>{_NAME}(?:(?:, | and | & ){_NAME})*)"
    rf"(?:, | - | \| | \()(?i:(?:\S+ ){{0,5}}{_JOB}\b.{{0,30}}|(?:in|at) .{{2,40}})",
    *(", ", " - ", " | ", " ("),
)
_MARKS = r"(?: \((?:now|earlier|and earlier)\))?[\d¹²³⁴⁵*†‡§,]*"
_PEOPLE = lazy(
    rf"{_NAME}{_MARKS}(?:(?:,|,?\d* and| &|;|\s{{2,}}|(?<=\d)|\s?\|)\s*"
    rf"{_NAME}{_MARKS})*"
)
_TITLED = lazy(
    rf"(?:The )?(?:Rt\.? )?(?:Hon\.?|Dr\.?|Prof\.?|Professor|Sir|Dame|Rev\.?) {_NAME}"
    r"(?:, [A-Z][^.!?]{3,70})?",
    *("Hon ", "Hon.", "Dr ", "Dr.", "Prof ", "Prof.", "Professor ", "Sir ", "Dame "),
    *("Rev ", "Rev."),
)
_STAMPED = lazy(
    rf"(?P<names>{_NAME})\s?[|•·–—-]\s?(?P<date>\S.{{5,60}})",
    *("|", "•", "·", "–", "—", "-"),
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_BY_DATED = lazy(
    rf"(?:by|By|BY) (?P<names>{_NAME}) (?P<date>{_MONTH} \d.{{4,40}})", heads="by_"
)
_BY_STAMPED = lazy(
    rf"(?:by|By|BY) (?P<names>{_NAME}(?:, {_NAME})*)"
    rf" (?P<date>\d{{4}}-\d\d-\d\d)T\S{{5,20}}.{{0,40}}",
    heads="by_",
)
_DATED_BY = lazy(
    rf"(?P<date>[\d/.-]{{8,10}}) (?:by|By) (?P<names>{_NAME})", heads="0|/|.|-"
)
_TWICE = lazy(rf"(?P<names>{_NAME})(?:, .{{3,60}})? By (?P=names)\b.{{0,80}}", " By ")
_POSTED = lazy(
    r"(?i)posted by (?P<names>\w+(?: \w+){0,2}) (?:at|on) .{0,30}\d.*", heads="pos"
)

_CARD_LABEL = lazy(
    r"(?i)(?:(?:about|meet)(?: the)? )?"
    r"(?:authors?|writers?|reporters?|contributors?|correspondents?|editors?"
    r"|columnists?"
    r"|journalists?|staff writers?|me|profile|bio)s?:?"
)
_AFFILIATION = lazy(
    r"(?:[\d¹²³⁴⁵*†‡§,a-d ]{0,6}\s?)?(?:[A-Z][\w'’&-]+,? (?:of |and |for )?){0,5}"
    r"(?:Department|University|Institute|School|College|Faculty|Laborator(?:y|ies)"
    r"|Cent(?:er|re) for|Academy|Hospital|Universit[éàä]\w*)"
    r"(?=$|,|;| (?:of|for|at|and|in|St|[A-Z])\b)[^.?!]{0,120}$",
    *("Department", "Universit", "Institute", "School", "College", "Faculty"),
    *("Laborator", "Center", "Centre", "Academy", "Hospital"),
)
_BYLINE_NOTE = lazy(
    r"""(?ix)\W{0,3}(?:(?:additional\ |further\ )?(?:reporting|writing|editing|edited
    |compiled|translated|research|photography|production|graphics|contributions?)\b
    .{0,40}\b(?:by|from)\ .{3,200}
    |(?:\S+\ ){1,16}(?:also\ )?contributed(?:\ (?:to\ this\ (?:report|story|article)
    |reporting|research)(?:\ from\ .{2,40})?)?\.?)\W{0,2}""",
    *("reporting", "writing", "edit", "compiled", "translated", "research"),
    *("photography", "production", "graphics", "contribut"),
    small=True,
)


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else."""
    return bool(_BARE.fullmatch(text)) and not _has_no_name(text)


def _has_no_name(text: str) -> bool:
    named = text.title() if text.isupper() else text
    if not _NO_NAMES.isdisjoint(_TOKEN.findall(named)):
        return True
    return "E-" in named and bool(_NO_NAME.search(named))


def are_people(text: str) -> bool:
    """Tell a line of one or more people's names, with the marks of their notes."""
    if _TITLED.fullmatch(text):
        return True
    if _has_small(text) or not _PEOPLE.fullmatch(text) or _has_no_name(text):
        return False
    return text[0].isupper() and not text.endswith(",")


def _has_small(text: str) -> bool:
    """Tell a line with a word that stands in no line of people's names."""
    return any(
        "a" <= word[0] <= "z" and not word.startswith(_SMALL) for word in text.split()
    )


def byline_names(text: str) -> str:
    """Give the names in a line such as "By Ann Lee and Bo Chen"; "" if it is none."""
    if text[:2].lower() == "by":
        text = _GLUED_BY.sub("By ", text)
    found = (
        _TWICE.fullmatch(text) or _BYLINE.fullmatch(text) or _NAMED_JOB.fullmatch(text)
    )
    for form in (_BY_DATED, _BY_STAMPED, _DATED_BY, _STAMPED) if found is None else ():
        dated = form.fullmatch(text)
        if dated and is_date_line(dated["date"]):
            found = dated
    if not found:
        return ""
    names = _NO_NAME.split(unglued(found["names"]))[0].rstrip(" ,&-")
    return names if " " in names else ""


def placed_names(text: str) -> str:
    """Give the names of "Ann Lee in Leeds", a byline above a date alone."""
    found = _PLACED.fullmatch(text)
    return found["names"] if found and is_name(found["names"]) else ""


def unglued(text: str) -> str:
    """Part a name from what a page's layout glued to it: "Ann LeeStaff Writer"."""
    return _GLUED.sub("", text).strip()


def is_nameless_byline(text: str) -> bool:
    """Tell "By our own reporters", "From: Department for Roads", "PHOTOS Bo Chen"."""
    return bool(
        _NAMELESS.fullmatch(text)
        or _SIGNED.fullmatch(text)
        or _SECOND.fullmatch(text)
        or _POSTED.fullmatch(text)
    )


def is_job(text: str) -> bool:
    """Tell what stands under an author's name: "Weather correspondent"."""
    return bool(_JOB_LINE.fullmatch(text))


def is_byline_note(text: str) -> bool:
    """Tell who else worked on an article: "(Reporting by Ann Lee; editing by …)"."""
    return bool(_BYLINE_NOTE.fullmatch(text))


def is_affiliation(text: str) -> bool:
    """Tell where an author works: "2 Department of Roads, University of Ness"."""
    return bool(_AFFILIATION.match(text))


def is_card_label(text: str) -> bool:
    """Tell what stands above an author's card: "Author", "About the author"."""
    return bool(_CARD_LABEL.fullmatch(text))
