"""Where a block stands on its page: what its surroundings say of it."""

import re
from functools import lru_cache
from itertools import islice

from narrate.read.markup.tags import Element, name_of
from narrate.roles import Role

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BY_WORD = (
    dict.fromkeys("cookie cookies consent gdpr onetrust didomi".split(), Role.COOKIES)
    | dict.fromkeys(
        "comments commentlist disqus replies comentarios comentario kommentare "
        "kommentar commentaires commenti reacties".split(),
        Role.COMMENTS,
    )
    | dict.fromkeys(
        "newsletter newsletters signup subscribe mailchimp optin".split(),
        Role.NEWSLETTER,
    )
    | dict.fromkeys(
        "share sharing sharebar social sharedaddy addtoany follow".split(), Role.SHARE
    )
    | dict.fromkeys(
        "ad ads adslot advert advertisement advertising sponsor sponsored promo "
        "publicidad publicite werbung anzeige "
        "promoted outbrain taboola".split(),
        Role.ADVERTISEMENT,
    )
    | dict.fromkeys(
        "related recommended recommendations recirc trending popular teaser "
        "teasers".split(),
        Role.RELATED,
    )
    | dict.fromkeys(
        "sidebar breadcrumb breadcrumbs menu navbar toolbar pagination pager topbar "
        "masthead modal popup overlay lightbox skip paywall banner tooltip noprint "
        "hatnote video player playlist".split(),
        Role.FURNITURE,
    )
)
_PAIRS = {
    tuple(pair.split()): role
    for pairs, role in (
        ("sign up,mailing list", Role.NEWSLETTER),
        ("read more,read next,see also,also read,most read,up next", Role.RELATED),
        ("more stories,more from,more on,you may", Role.RELATED),
        ("tag list,tags list,entry tags,post tags,article tags", Role.FURNITURE),
    )
    for pair in pairs.split(",")
}
_TAGS = frozenset({"nav", "menu", "aside"})
_BARS = frozenset(
    "navigation complementary contentinfo search banner dialog alertdialog".split()
)
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_OF_BOXES = frozenset({Role.RELATED, Role.SHARE, Role.FURNITURE})
_HAS = frozenset({"has", "with", "no", "without", "is", "not"})
_LOOKED_AT = 200  # nodes: enough to tell a teaser from a paragraph


def words_in(text: str) -> int:
    """Count words, also in scripts that put no blanks between them."""
    return len(text.split()) + len(_UNPARTED.findall(text)) // 2


def sign_of(element: Element) -> Role | None:
    """Tell which furniture an element's tag, role, class names or id name it."""
    name = name_of(element)
    marked = _by_class(element)
    if marked and not (name == "p" and marked in _OF_BOXES):
        return marked
    parent = element.getparent()
    if name == "footer" and parent is not None and name_of(parent) != "blockquote":
        return Role.FURNITURE
    plain = name in _TAGS or element.get("role") in _BARS
    return Role.FURNITURE if plain else None


def _by_class(element: Element) -> Role | None:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    for name in named.split():
        words = [word.lower() for word in _WORDS.findall(name)]
        if words and words[0] in _HAS:  # "has-sidebar" is the page around it
            continue
        for at, word in enumerate(words):
            pair = (word, words[at + 1] if at + 1 < len(words) else "")
            role = _PAIRS.get(pair) or _BY_WORD.get(word)
            if role:
                return role
    return None


@lru_cache(maxsize=2_000)  # each block asks for the element around it too
def link_share(element: Element) -> float:
    """Tell how much of an element's words are links."""
    linked = total = 0
    inside: list[Element] = []
    for node in islice(element.iter(), _LOOKED_AT):
        size = len((node.text or "").strip()) if name_of(node) else 0
        total += size + (len((node.tail or "").strip()) if node is not element else 0)
        if name_of(node) == "a":
            inside.append(node)
            linked += sum(len(text.strip()) for text in _texts(node))
    around: Element | None = element
    while around is not None and name_of(around) not in {"body", "article"}:
        if name_of(around) == "a":
            return 1.0
        around = around.getparent()
    return min(1.0, linked / total) if total else 0.0


def _texts(element: Element) -> list[str]:
    nodes = list(islice(element.iter(), _LOOKED_AT))
    return [node.text or "" for node in nodes] + [node.tail or "" for node in nodes[1:]]
