"""Words of pages: the lines that a page says of itself, one pattern a kind.

Whole lines only, and only words that no article uses as a line of its own: to take a
sentence for furniture is worse than to read a button aloud. Spaces stand for spaces;
case does not count. A group's first pattern that fits all of a line tells its role.
"""

from narrate.roles import Role

_NETWORK = (
    r"(?:facebook(?: messenger)?|twitter|x|x \(formerly twitter\)|whats?app|linked ?in"
    r"|reddit|telegram|pinterest|instagram|mastodon|bluesky|threads|tumblr|flipboard"
    r"|pocket|messenger|e-?mail|sms|copy(?: the)? link|link|print|youtube|tiktok|viber"
    r"|line|weibo|wechat|vk|google\+|google plus|digg|stumbleupon|hacker news|xing|rss)"
)
_COUNT = r"[(\[]?\d[\d.,]*\s?[km]?\+?[)\]]?"
_PIECE = (
    r"(?:(?:this|the|our|that) )?(?:full |whole )?(?:article|story|post|page|recipe"
    r"|newsletter|link|episode|review|piece|report|item|feature|email|content|on)"
)
_PRESS = (
    r"(?:share|tweet|re-?tweet|pin(?: it)?|post|save|saved|like|repost|restack|comment"
    r"|cite|bookmark|forward|favou?rite|clap|e-?mail|print|recommend|follow|send|gift"
    r"|copy(?: link)?|listen|download(?: pdf)?|embed|text|reblog|\+1)"
)
_DEVICE = r"(?:article|story|post|episode|video|interview|newsletter|page|report)"
_JOB = (
    r"(?:editor|reporter|writer|correspondent|journalist|columnist|author|critic"
    r"|contributor|producer|photographer|anchor|blogger|columnist|fellow|analyst)"
)

_ADDRESS = r"(?:https?://|www\.)\S+|[\w.+{},-]{1,60}@[\w-]+(?:\.[\w-]+)+"

SIGNS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        Role.LINK,
        (
            rf"(?:[^\s@|]+\s){{0,5}}\W{{0,2}}(?:{_ADDRESS}|doi:\s?\S+)\W{{0,2}}(?:\s.{{0,30}})?",
            r"\{[\w.+,\s-]{1,80}\}\s?@[\w.-]+",
            r"(?:[\w-]+\.)+(?:com|org|net|example|gov|edu|co\.uk|org\.uk|com\.au|io|info)"
            r"(?:/\S*)?",
            r"(?:(?:media|press|news)(?: (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office"
            r"|desk))?|contacts?|telephone|tel|phone|mobile|fax|enquiries|inquiries|call)"
            r"\b[^.]{0,40}[:.,].{0,90}\d{3}.{0,40}",
        ),
    ),
    (
        Role.SHARE,
        (
            rf"(?:share|tweet|send|post|follow us|find us|pin)(?: {_PIECE})?"
            rf" (?:on|via|by|with|to|through|using) {_NETWORK}(?: \(.*\))?:?",
            rf"(?:click to )?(?:share|tweet|print|save|e-?mail|send|pin|download|forward"
            rf"|cite|bookmark|gift|like|recommend|discuss|rate|copy) {_PIECE}"
            r"(?: for later| link|:| with.{0,30}| to.{0,15})*",
            rf"(?:share|follow)(?: {_PIECE})?\W*(?:(?:{_NETWORK}|forward|{_COUNT}|and|or"
            r"|on|via)\W*)+",
            rf"(?:{_NETWORK}|forward)(?:\W+(?:{_NETWORK}|forward|more))*"
            rf"(?:\W+{_COUNT})?\W*",
            rf"{_PRESS}(?::?\s+{_COUNT})?\W?",
            rf"{_PRESS}(?:\W+(?:{_PRESS}|loading|more))+\W*",
            rf"{_COUNT}\s+(?:shares?|tweets?|pins?|likes?|views?|retweets?|claps?"
            r"|reactions?|hearts?|upvotes?|saves?|people like this|people reacted.*)",
            r"(?:share|tweet|pin|print|email|save|spread|pass)(?: (?:this|it|with|your|now|on|via"
            r"|story|article|post|page|link|the word|us|friends?|more|to|in|by|by e-?mail|a"
            r"|someone|recipe|comment|options|buttons?|or|and)){1,5}\W*",
            rf"shares?:?\s?{_COUNT}|(?:total )?shares?|sharing is caring\W*",
            r"\+1|(?:\w\s{1,3}){2,5}\w",
            r"(?:send|forward)(?: this)? (?:to|by|this to) (?:a friend|e-?mail)\W*",
            r"(?:view|show|see|close)(?: more)? (?:share|sharing) options?",
            r"(?:add|save) to (?:favou?rites|reading list|my list|bookmarks|library)",
            r"(?:share|sharing) (?:options?|buttons?|tools?|icon|menu|full article|page)",
            r"(?:download|save|print)(?: as)?(?: an?)? (?:pdf|article|recipe|pin|page)",
            r"like this:?(?: like)?(?: loading\W*)?|be the first to like this\W*",
            r"(?:did you make|have you made|made|tried) this recipe\?.{0,120}",
            r"(?:follow|like|find|connect with|tag) (?:us|me|@\w+|the .{2,40}|.{2,30}) on"
            rf" {_NETWORK}(?:(?:,| and|,? or) {_NETWORK})*\W*(?:and .{{0,60}})?",
            r"email this link|copied!?|link copied\W*|copy (?:link|url)\W*",
        ),
    ),
    (
        Role.COMMENTS,
        (
            rf"{_COUNT}\s+(?:comments?|responses?|repl(?:y|ies)|thoughts?|posts?)"
            r"(?: (?:to|on|so far) ?.*|\W.{0,40})?",
            rf"(?:comments?|responses|replies)(?:\s?{_COUNT}|\s?\W{{1,2}})?",
            rf"discussion\s?{_COUNT}",
            r"(?:leave|post|add|write|view|show|read|see|join|start|hide|load|sort|be the"
            r" first to) (?:a|all|the|your|more|in|in on)?\s?"
            rf"(?:{_COUNT}\s)?(?:comments?|reply|repl(?:y|ies)|(?:conversation|discussion)"
            r"(?: below)?|thoughts|responses)(?: below| here| \W?\d+\W?| by .{2,20})?\W*",
            r"comments?(?: \w+){0,4} (?:are|have been|is) (?:now )?(?:closed|disabled|off"
            r"|moderated|open)\b.*",
            r"(?:reply|report(?: abuse| comment)?|log ?in to (?:comment|reply).*)\W*",
            r"(?:you must|please|sign in|log ?in)(?: be)? (?:logged in|log in|sign in|or"
            r" register|to).{0,30} (?:post a )?(?:comment|reply)\b.{0,40}",
            r"your (?:e-?mail )?address will not be published.*",
            r"required fields are marked.*|(?:most|top|newest|oldest) (?:liked|recent|first"
            r"|comments?)(?: comments?)?",
            r"discuss this (?:article|story|review|post)\b.{0,60}",
            r"(?:have your say|what do you think\?.{0,60}comments?.{0,20}|join the"
            r" (?:conversation|discussion|debate))\W*",
            r"(?:got something to say|tell us what you think).{0,60}comments?\b.{0,20}",
        ),
    ),
    (
        Role.COOKIES,
        (
            r"(?:we|this (?:web)?site|our (?:web)?site|.{2,25}\.(?:com|org|example))"
            r"(?: and our .{1,40})?(?: also)? (?:uses?|may use|stores?|places?)"
            r" (?:\w+ ){0,3}(?:cookies?|trackers)\b.*",
            r".{0,60}\bcookies? (?:policy|settings|preferences|notice|consent|on this site"
            r"|and privacy|choices)\W*",
            r"(?:accept|reject|allow|decline|manage|deny|refuse|customi[sz]e|agree to)"
            r"(?: (?:all|additional|essential|optional|necessary|non-essential|only|my))*"
            r"(?: (?:cookies|choices|preferences|options|consent|settings))?\W*",
            r"(?:we (?:value|respect|care about) your|about your|your) privacy\b.*",
            r".{0,60}\byour consent\b.{0,80}|.{0,90}\bconsent\b.{0,30}\bcookies?\b.*",
            r"by (?:continuing|using|browsing|clicking|staying)\b.{0,90}\bcookies?\b.*",
            r".{0,30}\bi (?:agree|accept)\b\W*|(?:got it|ok(?:ay)?|understood)\W*",
            r"cookies?(?: (?:and|&) .{2,30})?\W*|.{0,60}\bour use of cookies\b.*",
            r"(?:do not|don['’]t) sell(?: or share)? my (?:personal )?(?:info|data).{0,12}",
            r"you can change your (?:cookie )?(?:settings|preferences|mind) at any time.*",
        ),
    ),
    (
        Role.PLAYER,
        (
            r"-?\d{1,2}:\d\d(?::\d\d)?\s*/\s*-?\d{1,2}:\d\d(?::\d\d)?|-\d{1,2}:\d\d",
            r"0?0:\d\d(?::\d\d)?",
            rf"(?:listen|hear|watch|play)(?: to)?(?: (?:this|the|our))?(?: full)? {_DEVICE}"
            r"(?: (?:now|here|again|below|aloud))?\W*(?:\d.{0,20})?(?:audio by .{2,30})?",
            r"(?:listen\W*)?\d+(?:[- ]?min(?:ute)?s?\.?)\W*(?:listen|watch|video|audio)"
            r"|listen(?: now)?(?: \W?\d.{0,12})?\W*|watch now\W*",
            r"(?:audio|video|podcast|radio|watch|listen)\s?[:|•·–—-]\s?.{0,110}\d\s?(?:min(?:ute)?s?|sec"
            r"|:\d\d|s)\W*",
            r"(?:play|pause|mute|unmute|replay|rewind|full ?screen|playback speed.{0,8}"
            r"|captions (?:on|off)|(?:show|hide|view|read)(?: the)? transcript|transcript"
            r"|audio player|play (?:video|audio|episode|button)|volume|seek|skip (?:back"
            r"|forward)(?: \d.{0,12})?|settings|current time.*|duration.*|remaining time.*|speed"
            r"|\d(?:\.\d+)?x|autoplay|auto-?play.{0,20}|live audio|video player|now playing"
            r"|click to play|tap to unmute|download audio|subtitles.{0,12})\W*",
            r"(?:watch|video|listen|audio|play|podcast)\W{1,3}.{3,110}\b\d{1,2}:\d\d"
            r"(?::\d\d)?\W*",
            r"(?:this |the )?(?:video|audio|media|player)(?: file)? (?:is|can|could|has)"
            r" ?(?:not|n['’]t|no longer|currently|un).{2,60}",
            r"(?:your browser does not support|this browser|you need to enable"
            r"|please enable) .*(?:audio|video|element|player|javascript|tag).*",
            r"(?:an error|error) (?:has )?occurred.{0,60}|try again(?: later)?\W*",
            r"(?:listen|subscribe|available) (?:on|via|in) (?:apple|spotify|google|amazon"
            r"|overcast|stitcher|your favou?rite).{0,80}",
        ),
    ),
    (
        Role.ADVERTISEMENT,
        (
            r"(?:\W*(?:skip )?(?:advertis(?:e?ment|ing)|advert)\W*)+(?:(?:continue|keep|scroll)"
            r" (?:reading|to continue).*|below.*|skip.*|close.*)?",
            r"(?:ad|promoted|sponsored|paid|advert(?:isement)?|promotion)\s?[:·|–—]\s?.{2,160}",
            r"paid for by .{2,60}|.{0,30}\b(?:use|with) (?:the )?(?:promo |discount )?code [A-Z\d]{4,}.{0,60}",
            r"ads?|ad feedback|ad choices|remove ads|report (?:this )?ad|ad \W.{0,20}",
            r"(?:sponsored|promoted|paid)(?: (?:content|links?|posts?|stor(?:y|ies)|feature"
            r"|message|partnership|results?|by .{2,40}|from .{2,40}))?\W*",
            r"(?:paid|partner|branded|native) (?:content|post|promotion|program|message)"
            r"(?: (?:by|from|for) .{2,40})?",
            r"(?:presented|brought to you|powered|supported|sponsored) by:? .{2,50}",
            r"(?:in (?:paid )?(?:partnership|association|collaboration)|together) with .{2,40}",
            r"(?:(?:this )?(?:story|article|post|recipe|video)|content|text)?\s?continues"
            r"(?: (?:reading )?(?:below|after|under))?(?: (?:this |the )?(?:ad(?:vert"
            r"(?:ise?ment)?)?|promo.*|sponsor.*))?\W*",
            r"(?:scroll|keep reading|continue)(?: \w+){0,3} (?:below|after|for more)\b.{0,30}",
            r"a (?:word|message) from (?:our (?:sponsors?|partners?)|.{2,40})|advertise here",
            r"(?:check|compare|see|shop|view) (?:the )?(?:best )?(?:prices?|deals?)\b.{0,60}"
            r"|(?:[£$€]|a\$|au\$|us\$)\s?\d[\d.,]* (?:at .{2,30}|view deal|view|buy now)",
            r"(?:today['’]s |the )?best .{2,50} deals?(?: today)?|(?:view|see|get) deal\W*"
            r"|(?:buy|shop|order)(?: it)? now\W*(?:at .{2,30})?|buy (?:on|at|from) .{2,30}",
        ),
    ),
    (
        Role.NEWSLETTER,
        (
            r"subscribe(?: (?:now|today|here|free|for (?:free|\W?\d.*)|to (?:our|the|my|this"
            r"|get|receive|continue).{0,70}|and .{2,60}|via .{2,20}))*\W*",
            r"(?:sign ?up|register|join)(?: (?:now|today|here|free|for (?:our|the|free|a|my"
            r"|daily|weekly|email|e-mail|updates?).{0,80}|to (?:our|the|get|receive|read)"
            r".{0,80}|here.{0,40}))?\W*",
            r"(?:enter |your |enter your |type your )(?:e-?mail(?: address)?|name)\W*",
            r"e-?mail address\W*|first name\W*|last name\W*|e-?mail\W{1,3}",
            r"(?:yes,? )?(?:yes please|count me in|sign me up|i['’]m in|subscribe me)\W*",
            r"(?:by (?:signing up|subscribing|submitting|providing|entering|registering"
            r"|clicking|creating)|you can (?:unsubscribe|opt out)|unsubscribe at any)\b.*",
            r".{0,60}\b(?:get|receive|have|want|sent|delivered|straight|direct(?:ly)?|right"
            r"|send|stay|arrive|land).{0,80}\b(?:in|to|into) your (?:inbox|e-?mail)\b.{0,90}",
            r"(?:get|receive) (?:an? )?(?:e-?mails?|alerts?|notifications?|updates)"
            r" (?:about|when|for|on|whenever) .{2,80}",
            r"(?:never|don['’]t) miss (?:a|an|another|out|any)(?: \w+)?\W(?:.{0,100}\b(?:sign"
            r"|e-?mail|subscribe|newsletter|inbox|enter)\b.{0,60})?",
            r"(?:no spam|we (?:don['’]t|never|hate|won['’]t) (?:send )?spam|we['’]ll never"
            r" (?:share|sell|send))\b.{0,90}",
            r"(?:did a|was this|has a|enjoying this\?) .{0,20}forward(?:ed)?\b.{0,80}",
            r".{0,60}\b(?:forward|send) (?:it|this)(?: \w+){0,3} to (?:a friend|someone)\b.{0,60}",
            r"(?:create|open) (?:a|your) free account\b.{0,80}|already (?:a|have|registered"
            r"|subscribed).{0,60}",
            r"save this story for later\b.*",
            r"you(?:['’]ve| have)? (?:\w+ )?(?:only )?\w+ free (?:articles?|stor(?:y|ies))"
            r"\b.{0,120}|(?:this is )?your last free article\b.{0,80}",
            r"you['’]ve (?:reached|read|used).{0,40}free (?:articles?|limit|stories)\b.{0,90}",
            r"(?:this (?:article|story|post|content) is (?:for|only for|exclusive)|to (?:continue"
            r"|keep) reading)\b.{0,60}(?:subscri|sign|log|register|free|member).{0,80}",
            r".{0,60}\b(?:become|upgrade to|be) an? (?:free|paid|free or paid|paying"
            r"|member|subscriber|supporter|patron)\b.{0,90}",
            r".{0,80}\b(?:our|the|my|free|daily|weekly|this) (?:\w+ ){0,3}newsletters?\b[^.]{0,30}"
            r"(?:\W|here\.?|to stay up to date\.?)|newsletters?(?: sign-?up)?\W*",
            r"(?:contact me with|i (?:would like|agree|want|consent) to receive) .{2,120}",
            r"(?:your|get your) referral link\W*|.{0,60}\brefer (?:\w+ )?(?:a friend|friends)"
            r"\b.{0,60}",
            r"(?:thanks|thank you) for (?:subscribing|signing up)\b.{0,60}|invalid email.{0,20}"
            r"|please enter a valid e-?mail.{0,20}|check your inbox\b.{0,60}",
            r"(?:support|if you (?:value|like|enjoy|can)|help us|donate|make a donation)\b"
            r".{0,60}\b(?:donat|contribut|subscri|member|journalism)\w*\b.{0,90}",
        ),
    ),
    (
        Role.CORRECTION,
        (
            r"[\[(*\W]{0,3}(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?"
            r"|updated?|update \d|updated note|amended|erratum|errata|retraction"
            r"|(?:(?:editor|publisher|author|reader)s?['’]?s?['’]?|ed\.?) notes?"
            r"|notes? (?:to|from|for) (?:the )?(?:readers?|editors?|publisher))"
            r"(?:,? (?:\w+\.? )?\d{1,2}(?: \w+\.?)?,?(?: \d{4})?|,? [^:.]{0,40}\d{4}"
            r"[^:.]{0,20}|\s?\([^)]*\))?\s?[:—–]\s?\S.*",
            r"note,? (?:\w+\.? )?\d{1,2}(?: \w+\.?)?,? \d{4}\s?[:—–]\s?\S.*",
            r"[\[(]?(?:updated?|corrected|amended|edited) (?:on |at )?[^.]{0,50}\bto (?:add"
            r"|reflect|include|correct|clarify|fix|note|remove|say|show|make)\b.*",
            r"[\[(]?(?:this|the|an? (?:earlier|previous|original)|the original|earlier)"
            r"(?: version of this| version of the| version of our)? ?(?:story|article|post"
            r"|report|headline|caption|version|piece|column|review|newsletter|recipe"
            r"|item|transcript)\b.{0,90}\b(?:updated|corrected|amended|misstated"
            r"|mis-?spelled|incorrectly|revised|wrongly|mistakenly|erroneously|changed"
            r"|modified|clarified|misidentified|edited|clarify|error|wrong|gave|said)\b.*",
            r"(?:this|the) (?:story|article|interview|conversation|q&a|transcript|excerpt"
            r"|text|essay|piece)(?: \w+){0,4} (?:has been|was|is) (?:\w+ )?(?:edited"
            r"|condensed|adapted|excerpted|lightly|updated|corrected|amended|abridged)\b.*",
            r"we (?:have )?(?:regret|apologi[sz]e for|corrected|updated|amended)\b.{0,40}\b"
            r"(?:error|mistake|article|story|this)\b.*",
            r"\[.{3,200}[—–-]{1,2}\s?eds?\.?\]",
            r".{3,120}\bwas (?:revised|corrected|amended|updated) on .{3,60}\bafter\b.*",
            r"(?:originally |first )?published in (?:the )?(?:print|\w+ \d).{0,160}",
        ),
    ),
)
"""The role of a line, surest first, and the forms it has."""

JOB = _JOB
"""What an author is."""
