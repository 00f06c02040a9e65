"""An article that means harm is read aloud like any other, and does nothing."""

from pathlib import Path

import pytest

from tests.browser.stage import Account, Page, Stage, until
from tests.browser.states import play, ready

pytestmark = pytest.mark.browser

SHOWN = (
    "</script><script>document.body.remove()</script>",
    '<img src="https://example.invalid/pixel.png" onerror="window.harmed=1">',
    "]]> and <!-- a comment --> and <![CDATA[ a section ]]>",
    "<style>* { display: none }</style>",
    '{{ 7 * 7 }} and {% include "/etc/passwd" %}',
    "\\u003cscript\\u003e and &lt;script&gt;alert(5)&lt;/script&gt;",
    "</span></p></section></article></main><h1>A Second Heading</h1>",
    "<b onclick=alert(8)>Eve</b>",
)
FOREIGN = "img, iframe, link, base, style ~ style, script[src], [onclick], [onerror]"


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, site: str, hostile_file: Path) -> str:
    if request.param == "file":
        return hostile_file.as_uri()
    return f"{site}/{hostile_file.parent.name}/{hostile_file.name}"


def _did_nothing(page: Page, account: Account, place: str) -> None:
    sound = place.replace("index.html", "hostile.mp3")
    assert set(account.requests) <= {place, sound}
    assert account.said == []
    assert page.locator(FOREIGN).count() == 0
    assert page.locator("h1").count() == 1
    assert page.evaluate("window.harmed") is None


def test_it_executes_nothing_and_requests_nothing(stage: Stage, place: str) -> None:
    page, account = stage.watched(place)
    ready(page)
    play(page)
    for sentence in page.locator(".s").all():
        sentence.hover()
        sentence.click()
    until(page, "document.getElementById('audio').currentTime > 60")
    _did_nothing(page, account, place)


def test_all_of_it_is_there_to_read(stage: Stage, place: str) -> None:
    page, account = stage.watched(place)
    text = page.locator("#article").inner_text()
    for words in SHOWN:
        assert words in text
    assert '<script>alert("title")</script>' in page.title()
    assert not any(sign in text for sign in "\x07\x08\x1b\x7f\u2028\u2029")
    _did_nothing(page, account, place)


def test_the_policy_refuses_what_would_slip_in(stage: Stage, place: str) -> None:
    page, account = stage.watched(place)
    page.evaluate(
        """() => {
          const add = (tag, own) =>
            document.body.append(Object.assign(document.createElement(tag), own));
          add("script", { textContent: "window.harmed = 1" });
          add("img", { src: "https://example.invalid/a.png" });
          add("style", { textContent: "body { display: none }" });
          add("a", { id: "trap", href: "javascript:window.harmed = 1" });
          document.getElementById("trap").click();
          return fetch("./hostile.mp3").catch(() => 0);
        }"""
    )
    assert page.evaluate("window.harmed") is None
    assert page.locator("h1").is_visible()
    assert "https://example.invalid/a.png csp" in account.failed
    refused = [told for told in account.said if "Content Security Policy" in told]
    assert len(refused) >= 4
