"""The show itself, and its tags."""

from dataclasses import dataclass
from datetime import datetime

import narrate
from narrate.publish.feed.links import feed_guid, is_web, link_to
from narrate.publish.feed.tags import Tag, Tags, one_line
from narrate.publish.feed.times import mail_date

_LONGEST_TEXT = 1000
"""Apple takes 4,000 bytes: as many as 1,000 characters of any script have at most."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What a publisher says of the show; all but the first two may be empty."""

    title: str
    """What listeners look for."""

    base_url: str
    """Where the published folder will be found: `https://example.org/audio/`."""

    author: str = ""
    """Who publishes it."""

    description: str = ""
    """A sentence or more; without it, one of ours."""

    language: str = "en"
    """BCP 47; each episode's transcripts have their own."""

    image: str = ""
    """A link, or a path from the published folder: square, 1,400 to 3,000 pixels."""

    category: str = "News"
    """One of Apple's; a subcategory behind ` > `."""

    email: str = ""
    """The owner's: shops write to it, and everyone can read it."""

    link: str = ""
    """The show's own web page; without it, the base URL."""

    explicit: bool = False
    """Some episodes are not for children."""

    locked: bool = True
    """Nobody else may move the show to a service of theirs."""

    file: str = "feed.xml"
    """The feed's own path from the published folder."""

    @property
    def url(self) -> str:
        """Where the feed itself will be found."""
        return link_to(self.base_url, self.file)

    @property
    def page(self) -> str:
        """Its web page."""
        return self.link or link_to(self.base_url, "")


def channel_tags(channel: Channel, newest: datetime | None) -> Tags:
    """Give the tags before the first episode."""
    title = one_line(channel.title, _LONGEST_TEXT)
    author = one_line(channel.author, _LONGEST_TEXT)
    yield Tag("title", title)
    yield Tag("link", channel.page)
    self_link = {"href": channel.url, "rel": "self", "type": "application/rss+xml"}
    yield Tag("atom:link", attributes=self_link)
    yield Tag("description", channel.description or f"{title}: articles read aloud.")
    yield Tag("language", channel.language)
    yield Tag("generator", f"narrate {narrate.__version__}")
    if newest:  # no clock: the same episodes give the same bytes
        yield Tag("lastBuildDate", mail_date(newest))
    yield from _image(channel, title)
    yield _category(channel.category)
    yield Tag("itunes:explicit", str(channel.explicit).lower())
    yield Tag("itunes:type", "episodic")
    if author:
        yield Tag("itunes:author", author)
    if channel.email:
        name = Tag("itunes:name", author or title)
        yield Tag("itunes:owner", inside=(name, Tag("itunes:email", channel.email)))
    yield Tag("podcast:guid", feed_guid(channel.url))
    owner = {"owner": channel.email} if channel.email else {}
    yield Tag("podcast:locked", "yes" if channel.locked else "no", owner)
    yield Tag("podcast:medium", "podcast")


def _image(channel: Channel, title: str) -> Tags:
    if channel.image:
        here = channel.image
        url = here if is_web(here) else link_to(channel.base_url, here)
        inside = Tag("url", url), Tag("title", title), Tag("link", channel.page)
        yield Tag("image", inside=inside)
        yield Tag("itunes:image", attributes={"href": url})


def _category(category: str) -> Tag:
    above, _, below = category.partition(" > ")
    inside = (Tag("itunes:category", attributes={"text": below}),) if below else ()
    return Tag("itunes:category", attributes={"text": above}, inside=inside)
