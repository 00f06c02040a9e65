"""The plan of the house, held against the imports."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "narrate"
STAGES = ("read", "script", "speak", "mix", "publish", "check")
ABOVE = {"batch"}  # rooms that know the order of the stages
GROUND = (
    "model",
    "roles",
    "options",
    "voice",
    "heard",
    "ipa",
    "words",
    "ipa",
    "patterns",
    "compiled",
    "sound",
    "errors",
    "folders",
    "store",
    "shipped",
    "stamps",
    "worker",
    "workers",
    "output",
    "episode",
    "meter",
    "categories",
    "coverage",
)
FILES = sorted(HOUSE.rglob("*.py"))
LONGEST_FILE = 245  # most are under 200; a table of nouns or rules may be longer
LONGEST_FUNCTION = 40

# One foreign library, one file: what there is to learn of it is learnt there.
HOMES = {
    "av": "meter.py mix/transcode.py",
    "chardet": "read/decode.py",
    "espeakng_loader": "speak/espeak/library.py",
    "distributed": "batch/cluster.py",
    "feedparser": "batch/feeds.py",
    "fastcrc": "mix/info.py check/info.py check/walk.py",
    "ftfy": "read/mend.py",
    "fsspec": "batch/cloud.py",
    "hibari": "speak/heart/engine.py speak/heart/hub.py",
    "httpcore": "read/link/wire.py",
    "httpx": "read/link/wire.py",
    "jinja2": "publish/templates.py",
    "lameenc": "mix/encode.py",
    "lxml": "check/feed/parse.py publish/feed/feed.py read/markup/markup.py",
    "markupsafe": "publish/templates.py",
    "mammoth": "read/files/word.py",
    "markdown_it": "read/markup/markdown.py",
    "mdit_py_plugins": "read/markup/markdown.py",
    "mutagen": "mix/id3.py",
    "onnxruntime": "speak/heart/graph.py speak/piper/network.py",
    "PIL": "publish/drawing.py publish/picture.py",
    "piper": "speak/piper/model.py",
    "platformdirs": "folders.py",
    "py3langid": "read/language.py",
    "pydub": "mix/shape.py",
    "pypdfium2": "read/pdf/pdfium.py",
    "pyttsx3": "speak/espeak/engine.py speak/native.py",
    "rich": "progress.py",
    "soxr": "mix/loudness.py",
    "tomlkit": "wordbook.py",
    "trafilatura": "read/markup/extract.py",
    "starlette": "publish/serve/app.py",
    "typer": "archiving.py casting.py cli.py glossary.py inspection.py publishing.py "
    "serving.py switches.py upkeep.py",
    "uvicorn": "publish/serve/server.py",
    "watchfiles": "watching.py",
    "yaml": "read/markup/matter.py",
}


def _modules(file: Path) -> set[str]:
    """Name everything a file imports, with what it takes from it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _rooms(file: Path) -> set[str]:
    """Name each room or stage of ours that a file imports."""
    return {n.split(".")[1] for n in _modules(file) if n.startswith("narrate.")}


def test_no_stage_imports_another_stage() -> None:
    for stage in STAGES:
        for file in (HOUSE / stage).rglob("*.py"):
            assert _rooms(file) <= {stage, *GROUND}, file


def test_the_ground_imports_only_the_ground() -> None:
    for name in GROUND:
        assert _rooms(HOUSE / f"{name}.py") <= set(GROUND), name


def test_every_folder_is_one_that_the_law_knows() -> None:
    folders = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert folders == {*STAGES, *ABOVE}


def test_nobody_imports_the_command_line_but_main() -> None:
    for file in FILES:
        if file.name != "__main__.py":
            assert "cli" not in _rooms(file), file


def test_a_foreign_library_has_one_home() -> None:
    for file in FILES:
        for module in _modules(file):
            library = module.split(".")[0]
            if library in HOMES:
                assert str(file.relative_to(HOUSE)) in HOMES[library].split(), library


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOUSE)))
def test_rooms_are_small_and_begin_with_a_caption(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "a module's first line is its caption"
    assert len(source.splitlines()) <= LONGEST_FILE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            # A command's parameters are its table of options: they count as none.
            length = (node.end_lineno or 0) - node.body[0].lineno + 1
            assert length <= LONGEST_FUNCTION, node.name
