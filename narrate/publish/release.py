"""The door: an episode in; out its documents, and the record of all its files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from narrate.episode import Episode
from narrate.options import Kind
from narrate.output import explained
from narrate.publish.base import FORMS, PNG, RECORD, cover_name, file_name
from narrate.publish.catalog import DOCUMENTS
from narrate.publish.record import File
from narrate.publish.record_file import record_of
from narrate.stamps import sha256_of


@dataclass(frozen=True, slots=True)
class Released:
    """What became of an episode's folder."""

    made: tuple[File, ...]
    """What lies in it now, the record left out."""

    replaced: tuple[File, ...] = ()
    """What an earlier build left of these kinds, and nothing of now took its name."""

    outdated: tuple[File, ...] = ()
    """What it left of other kinds, and tells of other sound than now."""


def release(
    episode: Episode,
    folder: Path,
    before: Sequence[File],
    outdated: Sequence[File] = (),
) -> Released:
    """Write an episode's documents to a folder, beside the audio that is there.

    `before` is what an earlier build left in its place, `outdated` what lay there of
    one before that. Raises OutputError.
    """
    kinds = episode.options.kinds
    with explained(episode.audio.parent):
        for kind in sorted(DOCUMENTS.keys() & kinds):
            _write(folder / file_name(kind, episode.name), DOCUMENTS[kind](episode))
        if Kind.COVER in kinds:
            (folder / cover_name(episode.cover, episode.name)).write_bytes(
                episode.cover
            )
        files = tuple(_files(folder, episode.name))
        same = _sound(files) == _sound(before)
        made = tuple(file for file in files if file.kind in kinds)
        names = {file.name for file in made}
        others = [file for file in (*before, *outdated) if file.name not in names]
        replaced = tuple(file for file in others if file.kind in kinds)
        left = [file for file in others if file.kind not in kinds]
        left = [file for file in left if (episode.audio.parent / file.name).exists()]
        kept = [file for file in left if same and file not in outdated]
        late = tuple(file for file in left if file not in kept)
        if Kind.EPISODE in kinds:
            _write(folder / RECORD, [record_of(episode, (*made, *kept), late)])
        if Kind.MP3 not in kinds:  # it was made all the same: the others tell of it
            (folder / episode.audio.name).unlink()
    return Released(made, replaced, late)


def _sound(files: Iterable[File]) -> str:
    """Give the hash of the MP3 among files."""
    return next((file.sha256 for file in files if file.kind == Kind.MP3), "")


def _write(path: Path, pieces: Iterable[str]) -> None:
    # halves of surrogates, which no file can hold, become "?"
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(pieces)


def _files(folder: Path, name: str) -> Iterator[File]:
    """Tell of every file in a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            inside = path.relative_to(folder).as_posix()
            kind, media_type = _kind(inside, inside.removeprefix(name))
            size = path.stat().st_size
            yield File(kind, inside, media_type, size, sha256_of(path))


def _kind(name: str, suffix: str) -> tuple[Kind, str]:
    for kind, form in (*FORMS.items(), (Kind.COVER, PNG)):
        if name == form.name or (suffix == form.suffix and not form.name):
            return kind, form.media_type
    return Kind.NUMBERED, FORMS[Kind.MP3].media_type  # a chapter's own file
