"""Signs: whole lines that say by themselves what they are.

Whole lines only, and only words that no article uses as a line of its own: to take a
sentence for furniture is worse than to read a button aloud.
"""

import re
from collections.abc import Sequence

from narrate.read.base import Block
from narrate.roles import Role

_LONGEST_WORDS = 40
_NETWORK = (
    r"(?:facebook|twitter|x|whats?app|linked\ ?in|reddit|telegram|pinterest|instagram"
    r"|mastodon|bluesky|threads|tumblr|flipboard|pocket|messenger|facebook\ messenger"
    r"|e-?mail|sms|copy\ link|link|print|youtube|tiktok)"
)
_COUNT = r"[(\[]?\d[\d.,]*\s?[km]?\+?[)\]]?"
_THIS = r"(?:this|the|our)(?:\ (?:full\ )?(?:article|story|post|page|recipe|newsletter|link))?"

_SIGNS: tuple[tuple[Role, str], ...] = (
    (
        Role.SHARE,
        rf"""share(?:\ (?:full\ )?(?:{_THIS}|article|story|page|options))?
              (?:\ (?:on|via|by|with|to)\ {_NETWORK}(?:\ \(.*\))?)?:?(?:\ {_COUNT})?
        | (?:share\ )?{_THIS}?:?\s*(?:{_NETWORK}(?:\s*[|·•,/]?\s+|$)){{2,}}
        | (?:share|share\ this(?:\ post)?|tweet\ this|forward)[:\ ·|,]+(?:(?:{_NETWORK}
              |forward)\W*)+
        | {_NETWORK}(?:\ {_COUNT})?
        | (?:share|tweet|pin(?:\ it)?|post|save|like|repost|restack|comment|cite|bookmark
              |forward|favou?rite|clap|email)(?:\ {_COUNT})?
        | {_COUNT}\s+(?:shares?|tweets?|pins?|likes?|views?|retweets?|claps?)
        | shares?:?\ {_COUNT} | \+1 | (?:\w\ {{1,3}}){{2,5}}\w
        | (?:print|save|email|e-mail|send|pin|download|forward|cite)\ {_THIS}
              (?:\ (?:for\ later|link|to\ .{{1,12}}))?
        | (?:send|forward)\ (?:to|by|this\ to)\ (?:a\ friend|e-?mail)
        | (?:view|show|see)\ more\ (?:share|sharing)\ options | email\ this\ link
        | download\ (?:as\ )?(?:pdf|article) | (?:save|print)\ (?:recipe|pin|page)
        | (?:share|save|print|cite|tweet|like)(?:\W+(?:share|save|print|cite|tweet|like
              |loading|download\ pdf))+\W*
        | (?:add|save)\ to\ (?:favou?rites|reading\ list|my\ list) | gift\ this\ article""",
    ),
    (
        Role.COMMENTS,
        rf"""{_COUNT}\s+(?:comments?|responses?|replies|thoughts?)
              (?:\ (?:to|on)\ .*|\W.{{0,20}})?
        | (?:comments?|discussion|responses|replies)(?:\ ?{_COUNT})?:?
        | (?:leave|post|add|write|view|show|read|see|join)\ (?:a|all|the|your)?\ ?
              (?:{_COUNT}\ )?(?:comments?|reply|conversation|discussion|thoughts)\W*
        | (?:comments?\ (?:are|have\ been)\ (?:now\ )?(?:closed|disabled|off).*)
        | (?:reply|report(?:\ (?:abuse|comment))?|log\ in\ to\ (?:comment|reply))
        | your\ (?:e-?mail\ )?address\ will\ not\ be\ published.*
        | required\ fields\ are\ marked.* | (?:most|top)\ (?:liked|recent)\ comments?""",
    ),
    (
        Role.COOKIES,
        r"""(?:we|this\ (?:web)?site|our\ (?:web)?site)(?:\ and\ our\ .{1,30})?\ (?:also\ )?
              uses?\ (?:\w+\ ){0,3}cookies?\b.*
        | .{0,40}\bcookies?\ (?:policy|settings|preferences|notice|on\ this\ site)\W*
        | (?:accept|reject|allow|decline|manage)(?:\ (?:all|additional|essential|optional
              |necessary))?(?:\ (?:cookies|choices|preferences|options))?
        | we\ value\ your\ privacy\b.* | (?:we\ )?(?:ask\ for\ )?your\ consent\b.*
        | by\ (?:continuing|using\ this\ site)\b.{0,60}\bcookie.* | .{0,30}\bi\ agree\b""",
    ),
    (
        Role.PLAYER,
        r"""-?\d{1,2}:\d\d(?::\d\d)?\s*/\s*-?\d{1,2}:\d\d(?::\d\d)? | -\d{1,2}:\d\d
        | 0?0:\d\d(?::\d\d)?
        | (?:listen|hear|watch)(?:\ to)?\ (?:this|the)\ (?:article|story|post|episode
              |video|interview|newsletter)?\W*(?:\d.{0,20})?
        | (?:listen\W*)?\d+(?:[-\ ]min(?:ute)?s?)\W*(?:listen)? | listen(?:\ now)?
        | (?:play|pause|mute|unmute|replay|rewind|full\ ?screen|playback\ speed.{0,8}
              |captions\ (?:on|off)|show\ transcript|transcript|audio\ player|loading)
        | (?:watch|video|listen|audio)\W{1,3}.{3,90}\b\d{1,2}:\d\d(?::\d\d)?
        | (?:this\ )?(?:video|audio|media)\ (?:is|can)\ ?not\ .{3,40}
        | (?:your\ browser\ does\ not\ support).*""",
    ),
    (
        Role.ADVERTISEMENT,
        r"""(?:\W*(?:skip\ )?advertis(?:e?ment|ing)\W*)+(?:(?:continue|keep)\ reading.*
              |below.*|skip.*)?
        | ads? | ad\ feedback | sponsored(?:\ (?:content|links?|post|stories|by\ .{2,40}))?
        | (?:paid|partner)\ (?:content|post|promotion)
        | (?:presented|brought\ to\ you|powered)\ by\ .{2,40}
        | (?:in\ (?:paid\ )?partnership|together)\ with\ .{2,40}
        | (?:story|article)\ continues\ below(?:\ (?:this\ )?ad(?:vertisement)?)?\.?
        | a\ message\ from\ (?:our\ sponsor|.{2,40}) | promoted | advertise(?:\ here)?""",
    ),
    (
        Role.NEWSLETTER,
        r"""subscribe(?:\ (?:now|today|here|free|to\ .{2,60}|for\ \W?\d.*))?\W*
        | sign\ up(?:\ (?:now|today|here|free|for\ .{2,80}|to\ .{2,80}))?\W*
        | (?:enter\ )?your\ e-?mail(?:\ address)?\W* | e-?mail\ address\W*
        | (?:yes,?\ )?(?:please|count\ me\ in|sign\ me\ up)\W*
        | (?:by\ (?:signing\ up|subscribing|clicking)|you\ can\ unsubscribe)\b.*
        | get\ (?:the\ .{2,60}|.{2,60}\ (?:delivered|sent)?\ ?)(?:in|to)\ your\ inbox\W*.{0,60}
        | get\ e-?mails\ about\ .{2,40} | (?:never\ miss\ a\ \w+)\b.*
        | receive\ an?\ e-?mail\ when\b.* | (?:no\ spam)\b.*
        | (?:did\ a|was\ this)\ (?:friend\ )?forward(?:ed)?\b.*
        | (?:create\ a\ free\ account)\b.* | save\ this\ story\ for\ later\b.*
        | you\ have\ \w+\ free\ (?:articles?|stor(?:y|ies))\ (?:left|remaining)\b.*""",
    ),
    (
        Role.CORRECTION,
        r"""(?:\W*(?:corrections?|clarifications?|update|updated?\ note
              |(?:editors?['’]?s?['’]?|publisher['’]s)\ notes?|note\ to\ readers)\s?
              (?:\([^)]*\))?[:—–-]\s*)\S.*
        | (?:this|an\ earlier\ version\ of\ this|a\ previous\ version\ of\ this)\ (?:story
              |article|post|report|headline|caption|version)\b.*\b(?:updated|corrected
              |amended|misstated|mis-?spelled|incorrectly|revised|said|gave|described)\b.*""",
    ),
    (
        Role.RELATED,
        r"""(?:read|see|watch|also\ read|more|related|read\ also|also\ (?:check|see)
              |see\ also|dig\ deeper|go\ deeper|more\ coverage|further\ reading|don['’]t\ miss
              |recommended|explore|next|previous|newer|older|in\ (?:other\ news|case\ you\ missed\ it))
              (?:\ (?:more|also|next|stories|story|articles|coverage|here|on\ this))?
              \s?[:|»→]\s*\S.*
        | [←«‹]\s?\S.{0,90} | \S.{0,90}\s[→»›]
        | read\ (?:more|also|next|on)\W* | read\ the\ full\ (?:story|article|report)\W*""",
    ),
    (
        Role.PAGE_NUMBER,
        r"""page\ \d+(?:\ of\ \d+)? | [-–—]?\s?\d{1,3}\s?[-–—] | p\.\ ?\d+""",
    ),
    (
        Role.FURNITURE,
        r"""(?:first\ |last\ )?(?:updated|published|posted|modified)(?:\ (?:on|at))?:?
        | \d+\s*-?\s*min(?:ute)?s?\ read | reading\ time:?\ .{1,12}
        | (?:skip|jump)(?:\ to)?\ (?:main\ )?(?:content|navigation|recipe|comments)\b.{0,30}
        | (?:back\ to|to\ the)\ (?:the\ )?top(?:\ of\ the\ page)? | (?:main\ )?menu | ☰
        | (?:search|log\ ?in|sign\ ?in|log\ ?out|register|home|close|next|previous|loading
              |rate|edit|view|details|more|show\ more|load\ more|see\ all|view\ all|start\ writing
              |next\ page|previous\ page|latest\ post|live\ reporting|create\ account)\W*
        | (?:click|tap)\ (?:here\ )?(?:to|on)\ .{2,40}
        | continue\ reading(?:\ the\ main\ story)?
        | (?:enlarge\ (?:this\ )?image|open\ image\ modal|view\ (?:gallery|slideshow|larger).*)
        | slideshow\ \(\ ?\d+\ images?\ ?\) | (?:hide|toggle)\ caption | image | live
        | (?:\W*(?:©|\(c\)|copyright\b(?:\ ©|\ \(c\))?)\s*)(?:\S+\s*){0,40}
        | .{0,40}\ball\ rights\ (?:are\ )?reserved\b.{0,120}
        | (?:tags?|topics?|categor(?:y|ies)|filed\ under|keywords|explore\ (?:the|more\ on\ these)
              \ topics?|trending(?:\ topics?)?|more|hidden\ category)\s?[:|]\s*.*
        | (?:tags|topics|categories|reuse\ this\ content|our\ standards:.*)
        | (?:\S+\ ){0,3}(?:[^|»>›·•∙]{1,30}\s[|»>›·•∙]\s){2,}[^|»>›·•∙]{1,40}
        | (?:home|front\ page)\s?[|»>›/]\s?.{1,80}
        | (?:view|read|open)\ (?:this\ (?:e-?mail\ )?)?(?:in|online|on)\ ?(?:your\ )?(?:browser|the\ web)?
        | trouble\ (?:seeing|viewing)\ this\b.* | (?:unsubscribe|manage\ (?:your\ )?preferences)\b.*
        | (?:you(?:['’]re|\ are|\ got|\ received)\ (?:receiving\ )?this\ e-?mail)\b.*
        | (?:was|is)\ this\ (?:page|article)\ (?:helpful|useful)\?.*
        | (?:privacy|terms|contact|about|cookies|accessibility|advertise|careers|help|imprint)
              (?:\ (?:policy|of\ (?:use|service|sale)|us|with\ us|and\ conditions.{0,10}|notice))*
              (?:\s*[|·•∙]?\s+.{2,60})?
        | this\ page\ was\ last\ (?:edited|modified|updated)\b.* | last\ edited\b.*
        | (?:text|content)\ is\ available\ under\b.* | from\ \w+,\ the\ .{0,20}encyclopedia.*
        | this\ (?:post|article|page|site)\ (?:may\ )?contains?\ affiliate\ links?\b.*
        | \W*(?:\#{2,3}|ends?|-\ ?30\ ?-)\W* | \[\s?(?:\w+\s?(?:\]\s?\[|\|)\s?)+[\w\s]+\]
        | (?:★|☆|⭐|\W)*\d(?:\.\d)?\ (?:from|out\ of|/)\ \d+\ ?(?:votes?|reviews?|ratings?)?
        | (?:★|☆|⭐)+ | \d+x(?:\ \d+x)+ | open\ access | download\ (?:citation|the\ app).*
        | \d{1,3}°[CF]? | \d+\ (?:languages?|of\ \d+) | \d+/\d+ | article\ {1,3}talk
        | (?:read|edit|view\ (?:history|source))(?:\ {1,3}(?:read|edit|view\ (?:history|source)))+""",
    ),
)
_LINES = tuple((role, re.compile(rf"(?isx)(?:{pattern})")) for role, pattern in _SIGNS)


def find_signs(blocks: Sequence[Block]) -> None:
    """Mark each line that is a sign, and each that holds no letter or figure."""
    for block in blocks:
        if not block.open:
            continue
        if not block.key:
            block.reason = "no words: a rule or an ornament"
        elif block.words <= _LONGEST_WORDS:
            block.role = sign_of(block.text)


def sign_of(text: str) -> Role | None:
    """Tell what a line is by itself; None if it does not say."""
    return next((role for role, line in _LINES if line.fullmatch(text)), None)
