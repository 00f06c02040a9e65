from pathlib import Path

import pytest

from narrate.channels import SETTINGS, settings_text
from narrate.errors import OptionError
from narrate.own_show import own_show


def test_a_show_that_was_never_published_has_a_plain_title(tmp_path: Path) -> None:
    assert own_show(tmp_path).title == "Articles read by narrate"
    assert own_show(tmp_path / "gone").base_url == ""


def test_a_show_is_called_as_it_was_published(tmp_path: Path) -> None:
    said = {"title": "Morning", "base_url": "https://a.org/", "author": "Nora"}
    (tmp_path / SETTINGS).write_text(settings_text(said))
    show = own_show(tmp_path)
    assert (show.title, show.author, show.base_url) == ("Morning", "Nora", "")
    assert own_show(tmp_path, "Evening").title == "Evening"


def test_settings_that_are_damaged_are_told(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text("title = ")
    with pytest.raises(OptionError, match=SETTINGS):
        own_show(tmp_path)
