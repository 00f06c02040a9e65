import io
import struct
import subprocess
import sys
import zlib
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from PIL import Image

from narrate.errors import OptionError
from narrate.publish.bare import PNG_MARK, bare
from narrate.publish.cover import draw_cover, own_cover

PLACE = "52 degrees north"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def ink(data: bytes) -> int:
    """Count the white pixels where a title stands: its letters."""
    page = opened(data).convert("L").crop((100, 60, 1300, 1000))
    return sum(page.histogram()[245:])


@pytest.mark.parametrize(
    "title",
    [
        "Mines",
        "Biden Admin Reverses Policy, Approves Anti-Personnel Mines for Ukraine",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
        "Почему мы забываем сны",
        "Η Αθήνα αλλάζει",
        "Người Việt ở Đông Âu",
        "Zażółć gęślą jaźń",
        "W" * 300,
        "mw @ " * 20_000,
        "",
        "العربية",
        "\ud800\x00\u202e🎉",
    ],
)
def test_a_cover_is_what_apple_asks_for(title: str) -> None:
    data = draw_cover(title, "Ann Lee", "example.com")
    image = opened(data)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1400, 1400))
    assert "progression" not in image.info
    assert len(data) <= 200_000


def test_a_title_is_drawn_in_every_script_that_the_font_has_and_no_boxes_are() -> None:
    for title in ("Mines", "Почему", "Αθήνα", "Việt ở", "żółć", "ß ẞ œ"):
        assert ink(draw_cover(title, "", "")) > 10_000
    for title in ("العربية", "שלום", "中文标题", "日本語", "हिन्दी", "ไทย", "한국어"):
        assert ink(draw_cover(title, "", "")) < 100  # the wave is tinted


def test_the_same_words_give_the_same_bytes_and_others_others(cache: Path) -> None:
    first = draw_cover("Title", "Ann", "a.com")
    for kept in cache.rglob("covers/*/*"):
        kept.unlink()
    assert draw_cover("Title", "Ann", "a.com") == first
    others = [
        ("Tithe", "Ann", "a.com"),
        ("Title", "Bob", "a.com"),
        ("Title", "Ann", ""),
    ]
    assert all(draw_cover(*words) != first for words in others)


def test_a_kept_cover_needs_no_pillow() -> None:
    first = draw_cover("Title", "Ann", "a.com")
    script = (
        "import sys; from narrate.publish.cover import draw_cover;"
        "sys.stdout.buffer.write(draw_cover('Title', 'Ann', 'a.com'));"
        "sys.exit('PIL' in sys.modules)"
    )
    again = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True
    )
    assert again.stdout == first


def test_a_font_that_is_missing_is_a_missing_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for lacking in (None, ModuleSpec("font", None, origin="/nowhere/__init__.py")):
        monkeypatch.setattr("narrate.publish.cover.find_spec", lambda _, it=lacking: it)
        with pytest.raises(ImportError) as caught:
            draw_cover("Title", "", "")
        assert caught.value.name == "fontpkg-open-sans"


def saved(image: Image.Image, path: Path, **how: object) -> Path:
    image.save(path, **how)  # type: ignore[arg-type]
    return path


def noise(side: int, mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((side, side), 90).convert(mode)


def test_a_small_picture_is_published_byte_for_byte(tmp_path: Path) -> None:
    plain = Image.new("RGB", (1400, 1400), "teal")
    for name, kind in (("a.jpg", "image/jpeg"), ("a.png", "image/png")):
        path = saved(plain, tmp_path / name)
        cover = own_cover(path)
        assert cover.data == path.read_bytes()
        assert (cover.media_type, cover.suffix) == (kind, name[1:])
        assert cover.notice == ""
        assert own_cover(path) == cover  # as it was kept


def test_a_picture_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    path = saved(Image.new("RGB", (400, 400)), tmp_path / "a.jpg", format="PNG")
    assert own_cover(path).media_type == "image/png"


def test_nothing_that_a_camera_wrote_is_published(tmp_path: Path) -> None:
    image = noise(400)
    exif = Image.Exif()
    exif[0x010E] = PLACE
    jpeg = saved(image, tmp_path / "a.jpg", exif=exif, comment=PLACE)
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - for this test alone

    notes = PngInfo()
    notes.add_text("Comment", PLACE)
    png = saved(image, tmp_path / "a.png", pnginfo=notes, exif=exif)
    jpeg.write_bytes(jpeg.read_bytes() + PLACE.encode())
    for path in (jpeg, png):
        data = own_cover(path).data
        assert PLACE.encode() in path.read_bytes()
        assert PLACE.encode() not in data
        assert len(opened(data).getexif()) == 0
        assert opened(data).tobytes() == opened(path.read_bytes()).tobytes()


def test_a_picture_stands_as_its_camera_was_held(tmp_path: Path) -> None:
    image = Image.new("RGB", (400, 600), "red")
    image.paste("blue", (0, 0, 400, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter to the right
    cover = own_cover(saved(image, tmp_path / "a.jpg", exif=exif))
    shown = opened(cover.data)
    assert shown.size == (600, 400)
    assert _near(shown.getpixel((590, 200)), (0, 0, 255))
    assert "600 by 400" in cover.notice
    assert "square" in cover.notice


def _near(found: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - two) < 12 for one, two in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("mode", "colour", "name", "shown"),
    [
        ("RGBA", (255, 0, 0, 0), "a.png", (255, 255, 255)),
        ("LA", (0, 0), "a.png", (255, 255, 255)),
        ("L", 128, "a.png", (128, 128, 128)),
        ("L", 128, "a.jpg", (128, 128, 128)),
        ("1", 1, "a.png", (255, 255, 255)),
        ("P", 0, "a.png", (0, 0, 0)),
        ("I;16", 32_896, "a.png", (128, 128, 128)),
        ("CMYK", (0, 255, 255, 0), "a.jpg", (255, 0, 0)),
    ],
)
def test_every_kind_of_picture_becomes_red_green_and_blue(
    mode: str,
    colour: int | tuple[int, ...],
    name: str,
    shown: tuple[int, ...],
    tmp_path: Path,
) -> None:
    path = saved(Image.new(mode, (400, 400), colour), tmp_path / name)
    image = opened(own_cover(path).data)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert _near(image.getpixel((200, 200)), shown)


def test_a_large_picture_is_made_small(tmp_path: Path) -> None:
    wide = Image.effect_noise((3200, 600), 90).convert("RGB")
    cover = own_cover(saved(wide, tmp_path / "a.png"))
    width, height = opened(cover.data).size
    assert len(cover.data) <= 500_000
    assert 1000 < width <= 3000
    assert width / height == pytest.approx(3200 / 600, rel=0.01)
    assert cover.media_type == "image/jpeg"


def test_a_picture_under_apples_least_is_told(tmp_path: Path) -> None:
    notice = own_cover(saved(noise(400), tmp_path / "a.jpg")).notice
    assert notice == "is 400 by 400 pixels: Apple wants at least 1,400 by 1,400"


def _chunk(name: bytes, body: bytes) -> bytes:
    total = zlib.crc32(name + body).to_bytes(4)
    return len(body).to_bytes(4) + name + body + total


def test_what_is_no_picture_is_refused_in_a_sentence(tmp_path: Path) -> None:
    whole = io.BytesIO()
    noise(400).save(whole, "PNG")
    jpeg = io.BytesIO()
    noise(400).save(jpeg, "JPEG")
    moving = io.BytesIO()
    noise(400).save(moving, "PNG", save_all=True, append_images=[noise(400)])
    gif = io.BytesIO()
    noise(400, "L").save(gif, "GIF")
    small = io.BytesIO()
    Image.new("RGB", (299, 2000)).save(small, "JPEG")
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        PNG_MARK + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    )
    flipped = bytearray(whole.getvalue())
    flipped[len(flipped) // 2] ^= 255
    cases = {
        b"": "JPEG or PNG",
        b"not a picture": "JPEG or PNG",
        gif.getvalue(): "JPEG or PNG",
        b"\xff\xd8\xff": "damaged",
        whole.getvalue()[:-200]: "damaged",
        jpeg.getvalue()[:-200]: "damaged",
        jpeg.getvalue()[:-2]: "damaged",
        bytes(flipped): "damaged",
        moving.getvalue(): "stands still",
        small.getvalue(): "at least 300 by 300 pixels: this one has 299 by 2000",
        bomb: "million pixels",
    }
    for data, said in cases.items():
        path = tmp_path / "a.png"
        path.write_bytes(data)
        with pytest.raises(OptionError, match=said) as caught:
            own_cover(path)
        assert str(path) in str(caught.value)


def test_what_can_not_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.png", Path("a\0b")):
        with pytest.raises(OptionError, match=r"^--cover .* can't be used: give a "):
            own_cover(path)
    large = tmp_path / "large.png"
    with large.open("wb") as file:
        file.truncate(60_000_000)
    with pytest.raises(OptionError, match="at most 50 MB"):
        own_cover(large)


def test_a_damaged_picture_is_refused_or_shown_but_never_a_crash(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a"
    for kind in ("PNG", "JPEG"):
        file = io.BytesIO()
        noise(300).save(file, kind)
        whole = file.getvalue()
        for at in [*range(0, 700, 7), *range(700, len(whole), 7001)]:
            data = bytearray(whole)
            data[at] ^= 0x55
            path.write_bytes(data)
            try:
                cover = own_cover(path)
            except OptionError:
                continue
            assert opened(cover.data).mode == "RGB"


def test_a_jpeg_in_many_scans_is_cut_at_its_segments() -> None:
    file = io.BytesIO()
    noise(300).save(file, "JPEG", progressive=True, icc_profile=b"x" * 70_000)
    assert bare(file.getvalue()) == file.getvalue()
