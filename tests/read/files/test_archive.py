import io
import struct
import zipfile
import zlib

import pytest

from narrate.errors import ArticleError
from narrate.read.files import archive as archive_module
from narrate.read.files.archive import Archive

ZEROS = bytes(1_000_000)


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return out.getvalue()


def bomb(megabytes: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("zeros.xml", "w", force_zip64=True) as entry,
    ):
        for _ in range(megabytes):
            entry.write(ZEROS)
    return out.getvalue()


def test_entries_are_read_by_name() -> None:
    archive = Archive("a.epub", zipped({"a.xml": b"one", "b/c.xml": b"two"}))
    assert archive.names == ["a.xml", "b/c.xml"]
    assert archive.read("b/c.xml") == b"two"
    assert archive.find("none.xml") == b""
    with pytest.raises(ArticleError, match=r"lost its part none\.xml"):
        archive.read("none.xml")


def test_a_small_bomb_is_refused_after_its_first_megabyte() -> None:
    archive = Archive("a.epub", bomb(4))
    with pytest.raises(ArticleError, match="hostile"):
        archive.read("zeros.xml")
    assert archive.unpacked_bytes < 1_200_000


def test_a_large_bomb_is_refused_at_the_bound_for_one_entry() -> None:
    archive = Archive("a.epub", bomb(300))
    with pytest.raises(ArticleError, match="hostile"):
        archive.read("zeros.xml")
    assert archive.unpacked_bytes < archive_module.MOST_ENTRY_BYTES + 100_000


def test_an_entry_that_lies_about_its_size_is_no_larger_for_it() -> None:
    data = bytearray(bomb(40))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)  # says: ten bytes
    archive = Archive("a.epub", bytes(data))
    with pytest.raises(ArticleError, match=r"damaged|hostile"):
        archive.read("zeros.xml")
    assert archive.unpacked_bytes < 1_200_000


def test_all_entries_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MOST_BYTES", 1000)
    archive = Archive("a.epub", zipped({str(n): b"x" * 400 for n in range(5)}))
    with pytest.raises(ArticleError, match="hostile"):
        [archive.read(name) for name in archive.names]
    assert archive.unpacked_bytes <= 1200


def test_one_entry_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MOST_ENTRY_BYTES", 1000)
    archive = Archive("a.epub", zipped({"a": b"x" * 1001}))
    with pytest.raises(ArticleError, match="hostile"):
        archive.read("a")


def test_an_archive_of_very_many_files_is_not_even_opened() -> None:
    data = zipped({str(n): b"" for n in range(archive_module.MOST_ENTRIES + 1)})
    with pytest.raises(ArticleError, match="more than 10,000 files"):
        Archive("a.epub", data)


def test_entries_that_share_their_bytes_are_refused() -> None:
    kernel = zlib.compressobj(wbits=-15)
    packed = kernel.compress(b"words " * 1000) + kernel.flush()
    local = _header(b"PK\x03\x04", packed, b"0") + b"0" + packed
    rows = [_header(b"PK\x01\x02", packed, name) + name for name in (b"0", b"1", b"2")]
    table = b"".join(rows)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 3, 3, len(table), len(local), 0)
    with pytest.raises(ArticleError, match=r"damaged|hostile"):
        Archive("a.epub", local + table + end)


def _header(mark: bytes, packed: bytes, name: bytes) -> bytes:
    size, crc = 6000, zlib.crc32(b"words " * 1000)
    common = struct.pack(
        "<5H3I2H", 20, 0, 8, 0, 0, crc, len(packed), size, len(name), 0
    )
    if mark == b"PK\x03\x04":
        return mark + common
    return mark + b"\x14\0" + common + struct.pack("<3H2I", 0, 0, 0, 0, 0)


def test_what_is_cut_off_damaged_or_locked_is_said_in_one_sentence() -> None:
    good = zipped({"a.xml": b"The tower stands. " * 200}, zipfile.ZIP_STORED)
    with pytest.raises(ArticleError, match=r"a\.epub is cut off or damaged"):
        Archive("a.epub", good[:-40])
    with pytest.raises(ArticleError, match="is cut off or damaged"):
        Archive("a.epub", b"PK\x03\x04 and then nothing")
    hurt = good.replace(b"tower", b"t0wer", 1)
    with pytest.raises(ArticleError, match=r"is damaged: its part a\.xml"):
        Archive("a.epub", hurt).read("a.xml")
    locked = bytearray(good)
    locked[good.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ArticleError, match="locked with a password"):
        Archive("a.epub", bytes(locked)).read("a.xml")


def test_a_packing_that_documents_never_have_is_refused() -> None:
    archive = Archive("a.epub", zipped({"a": b"x"}, zipfile.ZIP_BZIP2))
    with pytest.raises(ArticleError, match="its kind never is"):
        archive.read("a")
