"""Forms: lines that say by how they are written what they are."""

from narrate.patterns import lazy
from narrate.roles import Role

MARKED = lazy(
    r"#{1,6}\s+\S.*|.*\S\s?\[edit\]|([*=~+-]{2,})\s+\S.{1,60}\S\s+\1", *"#[*=~+-"
)
_CHAPTER = lazy(
    r"(?i)(?:chapter|part|book|canto|act|scene)"
    r" (?:[ivxlc]{1,7}|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\.?",
    heads="cha|par|boo|can|act|sce",
)
# These are headings though a full stop ends them.
_NAMED = lazy(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?i:abstract|introduction|background|methods?"
    r"|materials and methods|results|discussion|results and discussion|limitations"
    r"|conclusions?|acknowledge?ments?)\."
    r"|\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z][A-Z ,&-]{8,60}\.",
    heads="0|abs|int|bac|met|mat|res|dis|lim|con|ack",
)
_NOTE = lazy(
    r"(?:\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[*†‡§](?=\w)"
    r"|[*†‡] )\s?\S.*"
    r"|\d{1,3}\. .*↩\W*|[a-z]\. \^ .*"
)
_SOURCE = lazy(r"(?:\d+\. )?\^ .*", "^ ")
FACT = lazy(
    r"(?i)(?:(?:prep(?:aration)?|cook(?:ing)?|total|active|rest(?:ing)?|chill(?:ing)?"
    r"|hands[- ]on)(?: time)?|serves|servings|yields?|makes|course|cuisine|difficulty"
    r"|category|keyword|skill level|(?:our )?(?:rating|score|verdict)|rrp)"
    r"(?:\s?:\s?|\s(?=\d)).{1,90}",
    heads="act|cat|chi|coo|cou|cui|dif|han|key|mak|our|pre|rat|res|rrp|sco|ser|ski|tot"
    "|ver|yie",
)
FORMS = (
    (Role.HEADING, MARKED),
    (Role.HEADING, _CHAPTER),
    (Role.HEADING, _NAMED),
    (Role.REFERENCE, _SOURCE),
    (Role.FOOTNOTE, _NOTE),
    (Role.PARAGRAPH, FACT),
)
