"""Without script the page is an article, a player and links into the sound."""

import pytest

from tests.browser.stage import PHONE, Stage, probe, until

pytestmark = pytest.mark.browser


def test_without_script_there_are_text_player_and_chapters(
    stage: Stage, address: str
) -> None:
    page, account = stage.watched(address, java_script_enabled=False)
    assert page.locator("#audio").is_visible()
    assert page.locator("#audio").get_attribute("controls") is not None
    assert not page.locator("#player").is_visible()
    assert page.locator("h1").inner_text().startswith("Engineers Race")
    assert page.locator(".s").last.is_visible()
    links = page.locator("noscript a, nav a")
    leads = [link.get_attribute("href") or "" for link in links.all()]
    assert len(leads) == page.locator(".chapter").count() == 6
    assert all(lead.startswith("./minefields.mp3#t=") for lead in leads)
    assert account.said == []


def test_without_script_a_chapter_starts_at_its_second(
    stage: Stage, address: str
) -> None:
    page = stage.open(address, java_script_enabled=False)
    link = page.locator("noscript a, nav a").nth(2)
    second = float((link.get_attribute("href") or "").rpartition("=")[2])
    link.click()
    sound = page.locator("video, audio")
    sound.wait_for()
    until(page, "document.querySelector('video, audio').currentTime > 0")
    assert sound.evaluate("one => one.currentTime") == pytest.approx(second, abs=2)


def test_without_script_nothing_is_cut_off_on_a_phone(
    stage: Stage, address: str
) -> None:
    page = stage.open(address, PHONE, java_script_enabled=False)
    assert probe(page, "clipped") == []
