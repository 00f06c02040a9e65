"""Agencies: who sends pictures to newspapers, as a credit names them."""

# They send news too: alone on a line, such a name may be a text's source.
WIRE = (
    r"(?:AP(?: Photo| Images)?|A(?:ssociated Press|SSOCIATED PRESS)|R(?:euters|EUTERS)"
    r"|AFP(?:-JIJI)?|EPA(?:-EFE)?|PA (?:Wire|Images|Media)|Press Association|UPI|Xinhua"
    r"|Bloomberg(?: News)?|NASA|ESA|USGS|NOAA|Anadolu(?: Agency)?|Kyodo(?: News)?|TASS"
    r"|Sputnik|Canadian Press|USA TODAY Sports|YouTube|Wikipedia|Statista)"
)
AGENCY = (
    rf"(?:{WIRE}(?: PHOTO)?|G(?:etty|ETTY)(?: Images| IMAGES)?"
    r"|(?:REX/)?S(?:hutterstock|HUTTERSTOCK)|iStock(?:photo)?|ISTOCK|Adobe Stock"
    r"|Unsplash|Pexels|Pixabay|Flickr|Corbis|CORBIS|Wikimedia(?: Commons)?|Redux"
    r"|Creative Commons|Thinkstock|Alamy(?: Stock Photo)?|ALAMY|Dreamstime|SWNS|WENN"
    r"|Depositphotos|ZUMA(?: Press)?|Zuma|NurPhoto|S(?:ipa|IPA)(?: USA)?|Imagn"
    r"|R(?:ex|EX)(?: Features)?|WireImage|FilmMagic|Magnum(?: Photos)?"
    r"|Everett Collection|National Archives|Library of Congress)"
)
AGENCY_HEADS = (
    "ado|afp|ala|ana|ap|ass|blo|can|cor|cre|dep|dre|epa|esa|eve|fil|fli|get|ima|ist|kyo"
    "|lib|mag|nas|nat|noa|nur|pa_|pex|pix|pre|red|reu|rex|shu|sip|spu|sta|swn|tas|thi"
    "|uns|upi|usa|usg|wen|wik|wir|xin|you|zum"
)
"""How their names begin, in small letters."""
HOST = r"(?:Twitter|Instagram|Facebook|TikTok|YouTube|Flickr|Reddit)"
"""Where people show what they took themselves."""
OUTLET = (
    r"(?:[A-Z].*)?(?:Times|Post|News|Magazine|Herald|Tribune|Journal|Globe|Chronicle|NBC"
    r"|Guardian|Gazette|Observer|Press|Telegraph|Star|Sun|Mail|NPR|CNN|BBC|POLITICO"
    r"|TIME|Review|Reporter|Weekly)"
)
"""A paper that somebody takes pictures for."""
NOBODY = (
    r"(?i:(?:courtesy|submitted|contributed|provided|supplied|file|stock|handout|staff"
    r"|archive) (?:photo(?:graph)?|image|picture|graphic)s?"
    r"|screen ?(?:shot|grab)|handout|supplied|contributed)"
)
"""What stands for a name that nobody knew."""
