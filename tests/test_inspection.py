import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from narrate.cli import app
from narrate.errors import CheckError
from tests.mp3s import CONTENTS, GOOD

RUNNER = CliRunner()


def test_a_clean_file_ends_with_0_and_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "episode.data"
    path.write_bytes(bytes(GOOD))
    done = RUNNER.invoke(app, ["check", str(path)])
    assert done.exit_code == 0
    assert done.output.startswith(f"{path}: nothing is wrong.\n")
    assert "\x1b" not in done.output


def test_a_finding_ends_with_1_and_json_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(bytes(GOOD.but(CONTENTS)))
    done = RUNNER.invoke(app, ["check", str(path), "--json"])
    assert done.exit_code == 1
    (finding,) = json.loads(done.output)["findings"]
    assert finding["rule"] == "contents-missing"


def test_what_is_no_mp3_ends_with_3(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(bytes(500))
    done = RUNNER.invoke(app, ["check", str(path)])
    assert isinstance(done.exception, CheckError)
    assert done.exception.exit_code == 3


@pytest.mark.parametrize("arguments", [["check"], ["check", "a.mp3", "--colour"]])
def test_a_wrong_option_ends_with_2(arguments: list[str]) -> None:
    assert RUNNER.invoke(app, arguments).exit_code == 2
