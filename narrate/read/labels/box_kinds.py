"""The kinds of boxes a page has, and the lines that open them."""

import re
from typing import NamedTuple

from narrate.patterns import lazy
from narrate.roles import Role


class Box(NamedTuple):
    """A kind of box."""

    role: Role
    """Of its lines."""

    opens: re.Pattern[str]
    """A whole line."""

    late: bool = False
    """Only near the page's end; above, the same words are a counter or a link."""

    title: Role | None = None
    """Of the line that opens it, if another."""


def _line(pattern: str, *needs: str, heads: str = "") -> re.Pattern[str]:
    form = rf"(?isx)(?:{pattern})(?:\s?\[edit\])?\s?:?"
    return lazy(form, *needs, heads=heads, small=True)


BOXES = (
    Box(
        Role.RELATED,
        _line(
            r"""(?:related|recommended|similar|suggested|further|other)(?:\ (?:content
                  |articles?|stor(?:y|ies)|links?|topics?|reviews?|posts?|coverage|reading
                  |information|releases|searches|news|videos?|recipes?|pages?
                  |for\ you|by\ .{2,30}|from\ .{2,30}))?
            | (?:more|also|elsewhere|other\ .{2,12})\ (?:on|from|in|about|like|by
            |for)\ .{2,40}
            | more\ [A-Z]\w+(?:\ \w+)? | (?:more|other)\ (?:stories|news|coverage
            |reading
                  |articles|posts|recipes|reviews|headlines|to\ (?:read
                  |explore))(?:\ .{2,30})?
            | (?:most|must|top|popular|trending|latest|today['’]s(?:\ top)?|recent|best
            |featured)
                  \ (?:read|popular|viewed|shared|watched|clicked|commented|stories|news
                  |posts|articles|now|headlines|videos|recipes|topics|picks|comments|reviews
                  |this\ week|today|on\ .{2,30}|from\ .{2,30}|in\ .{2,30})
                  (?:\ (?:\w+\ ?){1,4})?
            | (?:popular|trending|latest|see\ also|up\ next|top\ picks|links)
            | (?:our|editors?['’]?s?['’]?|staff)\ (?:picks|choice|favou?rites)
            | (?:next|previous|related)\ (?:stor(?:y|ies)|article|post|up)
            | don['’]t\ miss.{0,20}
            | you\ (?:may|might|['’]ll)(?:\ (?:also|still))?\ (?:like|enjoy|love
            |want\ to\ read
                  |have\ missed|be\ interested\ in).{0,20}
            | (?:what\ to|what\ (?:else\ )?we['’]re)\ (?:read|read\ next|reading
            |watch).{0,20}
            | read\ (?:more|next|also|this\ next|on).{0,25} | keep\ reading
            | (?:from|around)\ (?:the\ (?:web|archives?|blog|magazine)|our\ (?:partners
                  |archives?|readers)|elsewhere)
            | (?:in\ this\ (?:section|series)|in\ case\ you\ missed\ it|icymi)
            | (?:stories|articles|recommended|picked|suggested)\ (?:for\ you|you.{2,30})
            | (?:analysis|background|explainers?|go\ deeper|dive\ deeper|context)
            | other\ people\ (?:are|also)\ read(?:ing)?
            | explore\ (?:the\ topic|more) | further\ coverage""",
            heads="als|ana|aro|art|bac|bes|con|div|don|edi|els|exp|fea|fro|fur|go_|icy"
            "|in_|kee|lat|lin|mor|mos|mus|nex|oth|our|pic|pop|pre|rea|rec|rel|see|sim"
            "|sta|sto|sug|tod|top|tre|up_|wha|you",
        ),
    ),
    Box(
        Role.COMMENTS,
        _line(
            r"""\W?\d[\d,.]*\W?\s(?:comments?|responses?|repl(?:y|ies)|thoughts?)\b.*
            | (?:comments?|responses)\W?(?:\d+\W?)? | leave\ a\ (?:reply|comment)
            | (?:reader|top|recent|all)\ comments | write\ a\ comment\W*""",
            *("comment", "respons", "repl", "thought"),
        ),
        late=True,
    ),
    Box(
        Role.RELATED,
        _line(r"external\ links", heads="ext"),
        late=True,
        title=Role.HEADING,
    ),
    Box(
        Role.REFERENCE,
        _line(
            r"""(?:references?|bibliography|works\ cited|literature(?:\ cited)?
            |sources?(?:\ and\ further\ reading)?|further\ reading|citations)""",
            heads="ref|bib|wor|lit|sou|fur|cit",
        ),
        late=True,
        title=Role.HEADING,
    ),
    Box(
        Role.FOOTNOTE,
        _line(r"(?:foot|end)?notes|notes\ and\ references", heads="foo|end|not"),
        late=True,
        title=Role.HEADING,
    ),
    Box(
        Role.ADVERTISEMENT,
        _line(
            r"sponsored\ (?:content|links|stories)|promoted(?:\ stories)?",
            heads="spo|pro",
        ),
    ),
)
"""What opens each."""
