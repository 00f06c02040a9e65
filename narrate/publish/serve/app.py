"""The web application over a folder of episodes: Starlette, and what it must not do."""

import os
import re
import stat
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from urllib.parse import unquote_to_bytes

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from narrate.publish.feed.channel import Channel
from narrate.publish.serve.allowed import (
    COVER,
    PLAYER,
    is_published,
    is_readable,
    media_type,
)
from narrate.publish.serve.hosts import called, is_ours
from narrate.publish.serve.shelf import Rendered, Shelf

_LONGEST_PATH = 4096
_METHODS = ("GET", "HEAD")

# RFC 9110 14.1: other units and what is no range are to be passed over; Starlette would
# answer 400.
_RANGE = r"(?:[0-9]{1,15}-[0-9]{0,15}|-[0-9]{1,15})"
_RANGES = re.compile(rf"bytes=[ \t]*{_RANGE}(?:[ \t]*,[ \t]*{_RANGE})*")

_POLICY = (
    "default-src 'none'; img-src 'self' data:; media-src 'self'; "
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
_PLAYER_POLICY = f"{_POLICY}; script-src 'unsafe-inline'"
"""An episode's own page carries its script inside, so that it works from a disk too."""

# No Access-Control-Allow-Origin, and same-origin alone: the address is easy to guess,
# and any page in the listener's browser could otherwise read what they listen to.
# Podcast apps ask for neither.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",  # keep it, but ask: a build may have replaced it
}


def application(
    folder: Path, show: Channel, names: frozenset[str], tell: Callable[[str], None]
) -> ASGIApp:
    """Make the application; `names` it answers to, `tell` gets what goes wrong."""
    shelf, files = Shelf(folder, show, tell), _Files(folder)

    # Starlette runs what is no coroutine in a thread: nobody waits for a feed of others
    def feed(request: Request) -> Response:
        return _answer(shelf.feed(_base_url(request)), request, files)

    def page(request: Request) -> Response:
        return _answer(shelf.page(_base_url(request)), request, files)

    def cover(request: Request) -> Response:
        found, about = files.lookup_path(COVER)
        if about and stat.S_ISREG(about.st_mode):
            return files.file_response(found, about, request.scope)
        return _answer(shelf.cover(), request, files)

    made = {"/": page, "/feed.xml": feed, f"/{COVER}": cover}
    routes = [Route(path, answer) for path, answer in made.items()]
    return _Gate(Starlette(routes=[*routes, Mount("/", files)]), names)


def _base_url(request: Request) -> str:
    return called(request.headers["host"])[1]


def _answer(made: Rendered, request: Request, files: StaticFiles) -> Response:
    headers = {"ETag": made.tag, "Content-Type": made.media_type}
    if made.changed_s:
        headers["Last-Modified"] = formatdate(made.changed_s, usegmt=True)
    response = Response(made.body, headers=headers)
    if files.is_not_modified(response.headers, request.headers):
        return NotModifiedResponse(response.headers)
    return response


class _Gate:
    """Turns away what is not meant for us, and says how answers may be used."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app, self._names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":  # the server asks for nothing else
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                player = scope["path"].endswith(f"/{PLAYER}")
                policy = _PLAYER_POLICY if player else _POLICY
                headers["Content-Security-Policy"] = policy
            await send(message)

        app = self._refusal(scope) or self._app
        await app(_understood(scope), receive, dressed)

    def _refusal(self, scope: Scope) -> Response | None:
        """Give the answer to a request that goes no further."""
        hosts = Headers(scope=scope).getlist("host")
        name = called(hosts[0])[0] if len(hosts) == 1 else ""
        arrived_at = (scope.get("server") or ("",))[0]
        if not is_ours(name, self._names, arrived_at):
            words = "Not called so. To allow it: narrate serve --allow-host NAME"
            return PlainTextResponse(words, 400)
        if scope["method"] not in _METHODS:
            allow = {"Allow": ", ".join(_METHODS)}
            return PlainTextResponse("Only to be read", 405, allow)
        if len(scope["raw_path"]) > _LONGEST_PATH:
            return PlainTextResponse("No name is so long", 414)
        if not scope["path"].startswith("/"):
            return PlainTextResponse("Not a path", 400)
        return None


def _understood(scope: Scope) -> Scope:
    """Leave out a Range that the standard says to pass over."""
    asked = Headers(scope=scope).get("range")
    if asked is None or (scope["method"] == "GET" and _RANGES.fullmatch(asked)):
        return scope
    headers = [(name, value) for name, value in scope["headers"] if name != b"range"]
    return {**scope, "headers": headers}


class _Files(StaticFiles):
    """The episodes' files, and no other."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)
        self._root = Path(os.path.realpath(folder))

    def get_path(self, scope: Scope) -> str:
        """Give the path as it was asked for, any bytes in it, and resolve nothing."""
        return os.fsdecode(unquote_to_bytes(scope["raw_path"])).removeprefix("/")

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with a file, or not at all."""
        if not media_type(path):
            raise HTTPException(404)
        return await super().get_response(path, scope)

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Find a file; its links must lead to what may be sent."""
        try:
            found, about = super().lookup_path(path)
        except OSError:  # a name too long, links in a circle, a folder closed to us
            return "", None
        real = Path(found)
        if about and is_published(real, self._root) and is_readable(real):
            return found, about
        return "", None

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Send a file as what it is, whatever this system thinks of its name."""
        known = media_type(Path(full_path).relative_to(self._root).as_posix())
        response = FileResponse(
            full_path, status_code, media_type=known, stat_result=stat_result
        )
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response
