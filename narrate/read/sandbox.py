"""A process of its own for each file that others may have made to hurt us.

lxml, PDFium and zip run on whatever the file holds. In here they can use up only
their own memory and time, and take only themselves down.
"""

import contextlib
import math
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path

from narrate.errors import ArticleError, NarrateError
from narrate.read.base import Page, Source
from narrate.workers import way_to_start

MEMORY_BYTES = 1_500_000_000
"""Of address space beyond what we hold already: 15 times the largest fair page."""

SECONDS = 60
"""To read a file; the longest fair one, a PDF of 1,000 pages, takes 12."""

_BY_HAND = "Save its text into a file and give that"

Reader = Callable[[Source], Page]


def read_apart(reader: Reader, source: Source) -> Page:
    """Run a reader in a process of its own, within bounds of memory and time.

    Raises what the reader raises, and ArticleError where it broke the bounds.
    """
    context = _context()
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(reader, source, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        answer = _receive(ours, source.name)
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _context() -> ForkContext | SpawnContext:
    if way_to_start() == "fork":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _receive(ours: Connection, name: str) -> Page | BaseException:
    if not ours.poll(SECONDS):
        raise ArticleError(name, f"took more than {SECONDS} seconds to read", _BY_HAND)
    try:
        answer: Page | BaseException = ours.recv()
    except EOFError:
        raise ArticleError(
            name, "made its reader crash, so that it may be broken or hostile", _BY_HAND
        ) from None
    return answer


def _work(reader: Reader, source: Source, theirs: Connection) -> None:
    """Read, in the child; what can't be explained crosses over as what it is."""
    _limit()
    try:
        theirs.send(reader(source))
    except MemoryError:
        trouble = "needs too much memory to read, so that it may be broken or hostile"
        theirs.send(ArticleError(source.name, trouble, _BY_HAND))
    except (NarrateError, ImportError) as error:
        theirs.send(error)
    except Exception as error:  # noqa: BLE001 - whatever a parser raises on broken files
        trouble = f"can't be read: {type(error).__name__}, {error}"
        theirs.send(ArticleError(source.name, trouble.rstrip("."), _BY_HAND))


def _limit() -> None:
    with contextlib.suppress(ImportError):  # Windows has no limits of this kind
        import resource  # noqa: PLC0415

        cpu_s = math.ceil(SECONDS)
        held = _address_space_bytes()
        most = held + MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space_bytes() -> int:
    """Tell how much the process holds already: a fork begins with all of its parent."""
    import resource  # noqa: PLC0415

    with contextlib.suppress(OSError):
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * resource.getpagesize()
    return 0
