"""What is said when the server starts: where the feed is, who reaches it, what next."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from narrate.publish.base import RECORD


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is found."""

    name: str
    """As in a Host."""

    port: int
    """The one that was taken."""

    private: bool
    """Only this machine reaches it."""

    @property
    def base_url(self) -> str:
        """What every link of the feed begins with, for who asks here."""
        return f"http://{self.name}:{self.port}"


def greeting(folder: Path, address: Address) -> Iterator[str]:
    """Say it, a line each, the most important first."""
    yield f"Feed: {address.base_url}/feed.xml"
    yield f"Page: {address.base_url}/"
    if not any(folder.rglob(RECORD)):
        yield (
            f"No episode is in {folder} yet. Make one with: narrate build ARTICLE -o "
            f"{folder}/ It appears by itself."
        )
    yield from _private() if address.private else _open(address)
    yield "Stop with Ctrl-C."


def _private() -> Iterator[str]:
    yield "Only this computer can reach it."
    yield (
        "To subscribe, give the feed's address to a podcast app here: in gPodder, "
        "Subscriptions, Add podcast via URL; in Apple Podcasts on a Mac, File, Follow "
        "a Show by URL."
    )
    yield "For a phone in the same network: narrate serve --host 0.0.0.0"


def _open(address: Address) -> Iterator[str]:
    yield (
        "Everyone in your network can now hear and read these episodes: all who reach "
        f"{address.name}, port {address.port}. There is no password."
    )
    yield (
        "To subscribe, give the feed's address to a podcast app on a phone in the same "
        "network: in AntennaPod, Add podcast, Add podcast by RSS address; in Podcast "
        "Addict, Add podcast, RSS feed; in Apple Podcasts, Library, Follow a Show by "
        "URL."
    )
    yield (
        "Pocket Casts, Overcast and Spotify can't: they fetch feeds from their own "
        "servers, which do not reach your network."
    )
