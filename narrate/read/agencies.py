"""Agencies: who sends pictures to newspapers, as a credit names them."""

# They send news too: alone on a line, such a name may be a text's source.
WIRE = (
    r"(?:AP(?: Photo| Images)?|A(?:ssociated|SSOCIATED) P(?:ress|RESS)|R(?:euters|EUTERS)"
    r"|AFP(?:-JIJI)?|EPA(?:-EFE)?|PA (?:Wire|Images|Media)|Press Association|UPI|Xinhua"
    r"|Bloomberg(?: News)?|NASA|ESA|USGS|NOAA|Anadolu(?: Agency)?|Kyodo(?: News)?|TASS"
    r"|Sputnik|Canadian Press|USA TODAY Sports|YouTube|Wikipedia|Statista)"
)
AGENCY = (
    rf"(?:{WIRE}(?: PHOTO)?|G(?:etty|ETTY)(?: Images| IMAGES)?|(?:REX/)?S(?:hutterstock|HUTTERSTOCK)"
    r"|iStock(?:photo)?|ISTOCK|Adobe Stock|Unsplash|Pexels|Pixabay|Flickr|Corbis|CORBIS"
    r"|Wikimedia(?: Commons)?|Creative Commons|Thinkstock|Alamy(?: Stock Photo)?|ALAMY"
    r"|Dreamstime|Depositphotos|ZUMA(?: Press)?|Zuma|NurPhoto|S(?:ipa|IPA)(?: USA)?|Redux"
    r"|R(?:ex|EX)(?: Features)?|SWNS|WENN|WireImage|FilmMagic|Imagn|Magnum(?: Photos)?"
    r"|Everett Collection|National Archives|Library of Congress)"
)
STUDIO_WORD = (
    r"(?:(?:courtesy|submitted|contributed|provided|supplied|file|stock|handout|staff"
    r"|archive|public domain)(?: (?:photo(?:graph)?|image|picture|graphic)s?)?"
    r"|screen ?(?:shot|grab)|handout|supplied|contributed)"
)
"""What stands for a name that nobody knew."""
