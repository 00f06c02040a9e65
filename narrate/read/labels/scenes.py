"""Scenes: how the words of a caption differ from those of a paragraph.

No sign is sure by itself: each has a weight, and captions.py adds to their sum what
stands beside the line.
"""

from narrate.patterns import lazy

_LONG = 45  # words: few captions are longer
_MAY_BE_HEADING = 12  # words: a shorter line without a stop may be a heading
_LETTERS = 4  # a shorter word has no capital in a headline either

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{1,6})?\.?"
_ACTS = (
    r"(?:poses|stands|sits|walks|speaks|holds|looks|gestures|waves|smiles|waits|arrives"
    r"|leaves|attends|celebrates|reacts|watches|greets|shakes|embraces|hugs|kisses"
    r"|addresses|performs|plays|rides|carries|wears|passes|drives|drops|dunks|shoots"
    r"|throws|catches|runs|dribbles|checks|inspects|touches|shows off|lies|hangs|talks"
    r"|listens|pose|gather|attend|wait|carry|hold|sit|stand|celebrate|gesture|embrace"
    r"|greet|(?:is|are|was|were) (?:seen|pictured|shown|photographed))"
)
_PICTURE = (
    r"(?:photo|photograph|image|picture|illustration|rendering|micrograph|screenshot"
    r"|screengrab|map|chart|graphic|diagram|painting|portrait|poster|selfie)s?\b"
)

_ACTING = rf"^[A-Z\d'‘](?:[^.!?;:]|\.(?! [A-Z])){{2,90}}? (?<!to ){_ACTS}\b"
_PARTICIPLE = (
    r"^[A-Z][\w'’-]*(?: [\w'’-]+){0,6} (?<!is )(?<!are )(?<!was )(?<!were )(?<!been )"
    r"(?<!be )[a-z]{2,}ing (?:a|the|his|her|in|at|on|for|to|during|part)\b"
)
_DATED = rf"\b(?:{_MONTH} \d{{1,2}}, |\d{{1,2}} {_MONTH} |in {_MONTH} )(?:19|20)\d\d\b"
_YEAR_LAST = r" in (?:19|20)\d\d\.?$"
_POINTING = (
    r"\((?:left|right|center|centre|top|bottom|above|below|pictured)\b[^)]{0,30}\)"
    r"|, (?:second from )?(?:left|right|center|centre)[,.;]"
    r"|\b(?:from left|clockwise|seen here|shown here|shown above|at left|at right"
    r"|pictured (?:here|above|below|with|at|in|on))\b"
    r"|^(?:Above|Below|Left|Right|Top|Bottom)\b.{0,25}:"
)
_PLACES = (
    *("(", "left", "right", "center", "centre", "clockwise", "seen here"),
    *("shown ", "pictured ", ":"),
)
_OF_ITSELF = rf"^(?i:(?:in )?(?:this|an?|the)\b.{{0,30}}\b{_PICTURE})"
_OF_A_PICTURE = (
    rf"\b(?i:as this .{{0,20}}{_PICTURE}|(?:file|undated|handout) {_PICTURE}"
    r"|artist[’']?s?[’']? (?:impression|illustration|rendering|concept)"
    rf"|frame grab|video grab|{_PICTURE} (?:released|provided) by)\b"
)
_KINDS = (
    *("as this ", "file ", "undated ", "handout ", "artist", " grab"),
    *(" released by", " provided by"),
)
_NAME_LAST = (
    r"[a-z\d]{3}[.!?][\"”’)]?\s?(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w'’-]{0,20}\.?$"
)
_REPORTING = (
    r"\b(?:said|says|told|according to|tells|added|wrote|writes|argues|argued"
    r"|explained)\b"
)
_SAYING = (
    *("said", "says", "told", "according to", "tells", "added", "wrote", "writes"),
    *("argue", "explained"),
)
_TALKING = r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur|[Mm]y|us|me|[Ii]t[’']s)\b"
_GOING_ON = (
    r"^(?:But|And|So|Or|Yet|However|He|She|It|They|There|That|If|While|What|Why|How|Who"
    r"|Also|Meanwhile|Now|Then|Still|Not|His|Her|Their|For|As|After|Before|Since"
    r"|Because|Although|Though)\b(?!-)"
)
_LEADING_ON = (
    r"[:;?,]$|https?://|www\.|^(?:[A-Z]{4,}|Read|Watch|See|Related|More|Photos|Videos?"
    r"|Listen|Gallery|Subscribe|Sign up|Follow|Click|Next|Previous)\b.{0,12}:"
)

_FOR = (
    # somebody does now what a camera can see
    (2, lazy(_ACTING)),
    # where a sentence has its verb: "Fans waiting outside"
    (1, lazy(_PARTICIPLE, "ing ")),
    # prose says "on Tuesday": only an archive needs the year
    (2, lazy(_DATED, "19", "20")),
    (1, lazy(_YEAR_LAST, " in 19", " in 20")),
    # it says where to look
    (2, lazy(_POINTING, *_PLACES)),
    # "This photo …"
    (2, lazy(_OF_ITSELF, heads="in|thi|a|an|the")),
    (2, lazy(_OF_A_PICTURE, *_KINDS, small=True)),
    # after its last sentence
    (2, lazy(_NAME_LAST)),
)
_AGAINST = (
    (-2, lazy(_REPORTING, *_SAYING)),
    # to us
    (-2, lazy(_TALKING)),
    # somebody talks
    (-3, lazy(r"^[\"“]", heads='"|“')),
    # from a sentence before
    (-3, lazy(_GOING_ON)),
    # to what follows, or to another page
    (-4, lazy(_LEADING_ON)),
    # the rest of something
    (-4, lazy(r"^[a-z\W]")),
)
_STOPPED = lazy(r"[.!?…][\"'”’)\]]*$")
_LEAST = -100  # no line has less
_UNSTOPPED = 1
_SHORT = -2
_HEADLINE = -3
_TOO_LONG = -2


def weigh(text: str, least: int = _LEAST) -> int:
    """Sum up what a line's words say for a caption, and against one.

    A sum that can't reach `least` is not worked out to its end.
    """
    weight = sum(weight for weight, sign in _FOR if sign.search(text))
    if weight + _UNSTOPPED < least:
        return weight + _UNSTOPPED
    words = text.split()
    weight += sum(weight for weight, sign in _AGAINST if sign.search(text))
    if not _STOPPED.search(text):
        weight += _UNSTOPPED if len(words) >= _MAY_BE_HEADING else _SHORT
        weight += _HEADLINE * _is_headline(words)
    return weight + _TOO_LONG * (len(words) > _LONG)


def _is_headline(words: list[str]) -> bool:
    """Tell a line with a capital on every long word."""
    long = [word for word in words if len(word) >= _LETTERS]
    return len(long) >= _LETTERS and not any(word[0].islower() for word in long)
