"""The names of a feed's elements: their namespaces, and how they are spelt."""

from collections.abc import Mapping
from types import MappingProxyType

NAMESPACES: Mapping[str, str] = MappingProxyType({
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
    "googleplay": "http://www.google.com/schemas/play-podcasts/1.0",
})  # fmt: skip
"""For each prefix the one URL that players know; they compare it letter by letter."""

_OTHERS = {
    # The namespace's own first document named its page as the URL.
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": (
        "podcast"
    ),
}

_PLAIN = """author category channel cloud comments copyright description docs enclosure
    generator guid image item language lastBuildDate link managingEditor pubDate rating
    rss skipDays skipHours source textInput title ttl webMaster url width height"""
_ITUNES = """author block category complete duration email episode episodeType explicit
    image keywords name new-feed-url order owner season subtitle summary title type
    isClosedCaptioned applepodcastsverify"""
_PODCAST = """locked funding transcript chapters soundbite person location season
    episode trailer license alternateEnclosure source integrity guid value medium
    valueRecipient images image liveItem contentLink socialInteract block txt
    remoteItem podroll updateFrequency podping valueTimeSplit chat publisher"""
_PSC = "chapters chapter"

KNOWN = frozenset(
    _PLAIN.split()
    + [f"itunes:{name}" for name in _ITUNES.split()]
    + [f"podcast:{name}" for name in _PODCAST.split()]
    + [f"psc:{name}" for name in _PSC.split()]
)
"""Every element that players look for, as they look for it."""

SPELT = MappingProxyType({name.lower(): name for name in KNOWN})
"""The same, by their names in small letters."""


def _folded(url: str) -> str:
    return url.strip().lower().rstrip("/").removeprefix("https:").removeprefix("http:")


_BY_URL = {_folded(url): prefix for prefix, url in NAMESPACES.items()}
_BY_URL |= {_folded(url): prefix for url, prefix in _OTHERS.items()}


def meant(prefix: str, url: str) -> str:
    """Tell which namespace a declaration means, be it misspelt; "" if none of ours."""
    return _BY_URL.get(_folded(url), prefix if prefix in NAMESPACES else "")


def is_misspelt(prefix: str, url: str) -> bool:
    """Tell whether a declaration means a namespace that players won't recognise."""
    name = meant(prefix, url)
    return bool(name) and NAMESPACES[name] != url
