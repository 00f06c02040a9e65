"""Words of pages, continued: links to other pages, numbers, menus and footers."""

from narrate.roles import Role

_LEADS = (
    r"(?:(?:also |must |further )?read|see|watch|listen|more|related|(?:also|see) (?:read"
    r"|check(?: out)?|see|also|on .{2,20})|read (?:also|more|next|on|this)|dig deeper"
    r"|go deeper|more coverage|(?:further|background) reading|background|don['’]t miss"
    r"|recommended|explore|next(?: up)?|previous(?:ly)?|newer|older|in (?:other news|case"
    r" you missed it|pictures|depth)|fact ?check|explainer|analysis|opinion|gallery"
    r"|photos?|pictures|videos?|podcast|timeline|quiz|interactive|from the archives?"
    r"|you (?:may|might) (?:also )?like|up next|trending|best of|editor['’]s pick)"
)
_TEASER = r"(?=.{12})\S[^.]{0,150}[^.]"

FURTHER_SIGNS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        Role.RELATED,
        (
            r"(?:read|see|watch|also read|more|related|read also|also (?:check|see|read)"
            r"|see also|dig deeper|go deeper|more coverage|further reading|don['’]t miss"
            r"|recommended|explore|next|previous|newer|older|in (?:other news|case you"
            r" missed it)|read (?:more|next|this)|up next|you (?:may|might) (?:also )?like)"
            r"(?: (?:more|also|next|stories|story|articles?|coverage|here|on this|post"
            r"|content|news|from .{2,30}|about .{2,30}))?\s?[:|»→>]\s*\S.{0,160}",
            r"[←«‹] ?\S.{0,110}|\S.{0,110}\s[→»›]|(?:→|»|›|▶|►)\s\S.{3,110}",
            r"read (?:more|also|next|on)\W*|read (?:the|our|his|her|their)(?: full)? (?:story"
            r"|article|report|obituary|review|interview|investigation)(?: here)?\W*",
            r"(?:more|all|see all|other) (?:stories|articles|posts|coverage|content) (?:by|from"
            r"|about|on|in) .{2,40}|see (?:all|more)(?: from .{2,30})?\W*",
            r"(?:for|find) more (?:stories|news|on|about|information|coverage|like this)\b"
            r".{0,30}\b(?:visit|click|see|go to|follow|here)\b.{0,80}",
        ),
    ),
    (
        Role.PAGE_NUMBER,
        (
            r"(?:\W{0,3}previous(?: page)?)?\W*page\s+\d+(?:\s?(?:of|/)\s?\d+)?"
            r"(?:\W*next(?: page)?)?\W{0,3}",
            r"[A-Z].{3,80},? pages \d+\s?[-–—]\s?\d+\W?|.{3,60},? vol\. \w+,.{0,30}",
            r"[-–—]\s?\d{1,4}\s?[-–—]|p\. ?\d+|pp?\. ?\d+\s?[-–]\s?\d+|\d{1,3} of \d{1,3}",
        ),
    ),
    (
        Role.FURNITURE,
        (
            r"(?:first |last |originally )?(?:updated|published|posted|modified|edited)"
            r"(?: (?:on|at|by))?:?",
            r"(?:∙ )?paid|(?:estimated )?\d+\s*-?\s*min(?:ute)?s?(?: read| to read)\W*"
            r"|(?:reading|read) time:? .{1,20}|\d+ words|word count.{0,10}",
            r"(?:skip|jump)(?: to)?(?: the)?(?: main)? (?:content|navigation|recipe|comments"
            r"|footer|article|links|menu|search|site)\b.{0,30}",
            r"(?:back to|to the|return to|go to|scroll to)(?: the)? (?:top|start|home ?page"
            r"|main page|results?|list)(?: of the page| of page)?\W*",
            r"(?:main )?(?:menu|navigation)|☰.{0,12}|(?:open|close|toggle|show|expand)"
            r"(?: the)?(?: \w+)? (?:menu|navigation|search|modal|sidebar|panel)|hamburger",
            r"search .{2,20}|(?:search|log ?in|sign ?in|log ?out|sign ?out|register|home|homepage|close|next"
            r"|previous|prev|loading|rate|edit|view|details|more|show (?:more|less|all)|load"
            r" more|see all|view all|expand(?: all)?|collapse|start writing|dismiss|back"
            r"|next page|previous page|next article|latest post|live reporting|advertising"
            r"|create (?:an )?account|my account"
            r"|sitemap|site map|rss|manage account|topics?|tags?|categor(?:y|ies)|keywords"
            r"|quick facts|copy code|e-?paper|e-?edition)\W*",
            r"(?:click|tap|press|swipe|hover|scroll) (?:here |on |over )?(?:to|on|for) .{2,60}",
            r"continue reading(?: the main story)?\W*|read (?:less|full .{3,10})\W*",
            r"(?:enlarge (?:this )?image|open image (?:modal|in).{0,20}|(?:view|see|open)"
            r" (?:gallery|slideshow|larger|full ?screen|image|photos?).{0,30})",
            r"slideshow \( ?\d+ images? ?\)|(?:hide|toggle|show) caption|image|live",
            r"(?:\W*(?:©|\(c\)|copyright\b(?: ©| \(c\))?)\s*)\S.{0,300}",
            r".{0,60}\ball rights (?:are )?reserved\b.{0,160}",
            r"(?:this|the) (?:article|material|content|site|page|story)\b.{0,30}"
            r"(?:copyright|may not be (?:published|reproduced|copied)).{0,250}",
            r"(?:tags?|topics?|categor(?:y|ies)|filed (?:under|in)|keywords|labels|posted in"
            r"|tagged(?: with)?|explore (?:the|more on these) topics?|trending(?: topics?)?"
            r"|more|hidden categor(?:y|ies)|subjects?|sections?|in this (?:story|article)"
            r"|related topics|mentioned|companies|places|people)\s?[:|]\s*(?!.*\.$)\S.{0,300}",
            r"filed under:? .{2,160}|.{0,120}\bletters to the editor\b.{0,160}\b(?:hear|send|write|e-?mail)\b.{0,90}",
            r"(?:tags|topics|reuse this content|our standards:.{0,120}|tags:?)",
            r"(?:[^|»>›·•∙/\d.!?]{1,30}\s{1,2}[|»>›·•∙/]\s{1,2}){2,}[^|»>›·•∙.!?]{1,50}\W?",
            r"\[?\s?(?:home|front page|news|sports?|world|politics|business|opinion|culture"
            r"|about(?: us)?|you are here:?.{0,20}|menu|archive|search)"
            r"(?:\s?[|»>›/·•∙]\s?|\s{2,}).{1,120}",
            r"(?:view|read|open|see)(?: this)?(?: e-?mail| message| newsletter)?"
            r"(?: (?:in|online|on)(?: your| the| a)? ?(?:web )?(?:browser|web)?)"
            r"(?: version)?\W*|view online\W*",
            r"(?:trouble|problems?|having (?:trouble|problems)) (?:seeing|viewing|reading)"
            r"\b.{0,80}",
            r"(?:to )?(?:unsubscribe|(?:manage|update)(?: your)? (?:e-?mail )?preferences)\b.{0,120}",
            r"(?:you(?:['’]re|\ are| got| received| have received)(?: receiving)? this"
            r"(?: e-?mail| newsletter| message| because))\b.*",
            r"(?:was|is|did you find) this (?:page|article|answer|content|information) (?:helpful"
            r"|useful|interesting)\b.{0,60}|report (?:a problem|an error|this).{0,40}",
            r"(?:privacy|terms|contact|cookies|accessibility|advertise|help|imprint|legal"
            r"|disclaimers?|copyright|about|editorial|code of|masthead|corporate)"
            r"(?: (?:policy|of (?:use|service|sale|conduct)|us|with us|and conditions.{0,10}"
            r"|notice|statement|guidelines|(?:&|and) .{2,20}|information|center|centre|.{2,20}"
            r"(?:wiki|pedia).{0,6}))*(?:(?:\s*[|·•∙,]\s*|\s{2,})\S.{1,140})?\W*",
            r"this page was last (?:edited|modified|updated|reviewed)\b.*|last (?:edited|reviewed)\b.{0,60}",
            r"(?:text|content|material|images?) (?:is|are) (?:available|licen[sc]ed|used)"
            r" under\b.*|from \w+,? the .{0,40}(?:encyclop\w+)\b.{0,40}",
            r"(?:this|our|some|the) (?:post|article|page|site|story|recipe|links?).{0,40}"
            r"(?:contains?|include|are|may contain) (?:\w+ )?affiliate\b.*",
            r".{0,90}\b(?:affiliate commission|earn a commission|affiliate links?"
            r"|commission from (?:links|purchases)|small commission)\b.{0,120}",
            r"\W*(?:#{2,4}|ends?|[-–—] ?(?:30|ends?) ?[-–—]|more to follow)\W*",
            r"\[\s?(?:[\w. ]{1,20}\s?(?:\]\s?\[|\|)\s?)+[\w. ]+\]",
            r"(?:★|☆|⭐|\W)*\d(?:\.\d{1,2})?(?: stars?)? (?:from|out of|/|based on) \d+\s?"
            r"(?:votes?|reviews?|ratings?|stars?)?\W*|(?:★|☆|⭐)+.{0,12}|rate (?:this|it).{0,20}",
            r"\d+x(?: \d+x)+|(?:us customary|metric|cook mode).{0,50}",
            r"open access|(?:research|original|review) article|peer[- ]reviewed|preprint",
            r"download (?:citation|the app|our app|as).{0,40}|get the (?:free )?app\W*",
            r"-?\d{1,3}\s?°\s?[cf]?|\d+ languages?|\d{1,3}/\d{1,3}|article {1,3}talk\b.{0,60}",
            r"(?:read|edit|view (?:history|source)|watch|language|download pdf|talk|article"
            r")(?:\s{1,3}(?:read|edit|view (?:history|source)|watch|language|download pdf"
            r"|talk|article))+|coordinates:.{5,60}",
            r"(?:a version of )?this (?:article|story|piece|essay|column|review|interview)"
            r" (?:was )?(?:originally |first )?(?:appeared|appears|published|ran|was"
            r" published)\b.{0,40}\b(?:print|issue|edition|page|headline|magazine|under|in|on"
            r"|by)\b.{0,160}",
            r"(?:visit our (?:corporate )?site|.{2,50} is (?:part of|a division of|owned by|a"
            r" trademark of|registered)) .{2,90}",
            r"(?:published|printed|produced|hosted|powered|built|made|designed|developed) (?:with"
            r"|by|in|using|on) (?:wordpress|ghost|hugo|jekyll|substack|medium|blogger|squarespace"
            r"|wix|newspack)\b.{0,30}",
            r"(?:our|see our|read our) (?:standards|ethics|policies|editorial).{0,60}",
            r"volume \d+,? (?:issue|number|no\.?) \d+.{0,60}|vol\. .{1,60}\bno\. .{1,40}",
            r"\w+ [\[(]?(?:closed captioning|audio description|public file|public inspection)"
            r".{0,40}|(?:closed captioning|public file|eeo report|fcc).{0,60}",
            r"(?:e?issn|isbn|doi prefix)\b.{0,40}|[a-z]{2}(?:/[a-z]{2,3})+",
            r"bookmark the permalink\W*|permalink|trackbacks?|pingbacks?|powered by .{2,30}",
        ),
    ),
)
"""Where a line leads, and what a page says of itself."""

LEADS, TEASER = _LEADS, _TEASER
