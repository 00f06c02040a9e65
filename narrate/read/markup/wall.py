"""Pages without their article: behind a paywall, a consent box, or a script."""

import re

from narrate.errors import ArticleError
from narrate.read.markup.choose import Choice
from narrate.read.markup.place import words_in
from narrate.read.markup.tags import Element, has
from narrate.roles import FURNITURE, PICTURES, Role

FEW_WORDS = 25
"""No article is so short: a news in brief has 40; what is shorter is looked at."""

_NOTE_WORDS = 80  # a page that asks for a script or a click says no more than this
_TEASER_WORDS = 250  # what stands before a paywall: 40 to 200 words
_BRIEF_WORDS = 150  # a short article, saved by a subscriber, has no wall to be seen
_COOKIE_WORDS = 3  # so often does a cookie notice name its subject

_ONLY = "only"
_OPEN = "Open it in a browser, save the page when the article is there, and give that"
_SIGN_IN = "Sign in with a browser, save the page, and give that file"

_CLOSED = re.compile(r'(?i)"isAccessibleForFree"\s*:\s*"?(?:false|no)\b')
_PAYWALL = re.compile(
    r"""(?ix)
    subscribe\ (?:now\ )?to\ (?:continue|read|keep\ reading|unlock|get\ full\ access)
    | (?:continue|keep)\ reading\b[^.]{0,60}\b(?:subscri|sign\ |log\ |account|trial)
    | already\ (?:a|have\ a)\ (?:subscriber|subscription|member)
    | (?:article|story|content|post)\ is\ (?:only\ )?(?:for|available\ to|reserved\ for)
      \ (?:\w+\ ){0,2}(?:subscribers|members)
    | (?:for\ subscribers|subscribers?|members)[ -]only
    | read\ the\ (?:full|rest\ of\ (?:the|this))\ (?:article|story)
    | you['’]ve\ reached\ your | articles?\ (?:left|remaining)
    | unlock\ this\ (?:article|story) | start\ your\ free\ trial
    """
)
_SCRIPT = re.compile(
    r"""(?ix)
    (?:enable|requires?|needs?|turn\ on|activate|without)\ java\ ?script
    | java\ ?script\ (?:is\ |has\ been\ |to\ be\ )?(?:disabled|required|enabled|off|not)
    """
)
_ROBOT = re.compile(
    r"""(?ix)
    (?:verify|confirm|prove|checking)\b[^.]{0,30}\b(?:human|robot|browser|bot)\b
    | unusual\ (?:traffic|activity) | captcha | access\ denied
    """
)
_COOKIE = re.compile(r"(?i)\bcookies?\b|\bconsent\b|\bpersonal data\b")


def refuse(name: str, root: Element, choice: Choice) -> tuple[str, ...]:
    """Raise ArticleError for a page without its article; else say what may be amiss."""
    words = count_words(choice)
    text = "\n".join(block.text for block in choice.blocks)
    closed = any(_CLOSED.search(node.text or "") for node in root.iter("script"))
    asks = bool(_PAYWALL.search(text))
    most = _TEASER_WORDS if closed and asks else _BRIEF_WORDS
    if words < most and (closed or asks):
        trouble = f"is behind a paywall: only {words} words of it are in the page"
        raise ArticleError(name, trouble, _SIGN_IN)
    why = _why_empty(root, text, words) if words < _NOTE_WORDS else ""
    if why.startswith(_ONLY) and choice.whole is not None and _has_words(choice):
        why = ""
    if why:
        raise ArticleError(name, f"holds no article: {why}", _OPEN)
    if closed and asks:
        return (f"The page is for subscribers; the {words} words in it were read.",)
    return ()


def _why_empty(root: Element, text: str, words: int) -> str:
    """Tell why a page holds so little; nothing where it may be a short article."""
    unseen = " ".join(
        node.text or ""
        for noscript in root.iter("noscript")
        for node in noscript.iter()
    )
    few = words < FEW_WORDS
    if _ROBOT.search(text):
        return "it is a page that checks for robots"
    if _SCRIPT.search(text) or (few and _SCRIPT.search(unseen)):
        return "it is a page that needs JavaScript to show it"
    if few and len(_COOKIE.findall(text)) >= _COOKIE_WORDS:
        return "it is a cookie notice"
    scripted = any(True for _ in root.iter("script"))
    if few and words_in(text) < FEW_WORDS and scripted and not has(root, "article"):
        return "it is a page that needs JavaScript to show it"
    return f"{_ONLY} {words} words of the page look like one" if few else ""


def _has_words(choice: Choice) -> bool:
    """Tell whether a small page has anything but headings: captions, tables, lists."""
    out = FURNITURE | {Role.HEADING, Role.TITLE}
    return any(role not in out for role in choice.roles)


def count_words(choice: Choice) -> int:
    """Count the words of the article's own sentences."""
    return sum(
        words_in(block.text)
        for block, role in zip(choice.blocks, choice.roles, strict=True)
        if role not in FURNITURE | PICTURES | {Role.HEADING}
    )
