import pytest
import pyttsx3

from narrate.speak.espeak import driver as espeak_driver


@pytest.fixture
def front() -> pyttsx3.Engine:
    espeak_driver.register()
    return pyttsx3.init(espeak_driver.NAME)


def test_pyttsx3_speaks_through_our_driver(front: pyttsx3.Engine) -> None:
    front.say("Good evening.")
    front.runAndWait()
    spoken = front.getProperty("spoken")
    assert spoken.rate_hz == 22_050
    assert len(spoken.samples) > spoken.rate_hz
    assert [word.place for word in spoken.words] == [0, 5]


def test_a_volume_that_would_clip_is_an_error(front: pyttsx3.Engine) -> None:
    front.setProperty("volume", 1.01)
    front.say("Good evening.")
    front.runAndWait()
    assert front.getProperty("spoken") is None
    assert "from 0 to 1" in str(front.getProperty("error"))
    front.setProperty("volume", 1.0)
    front.runAndWait()


def test_its_listeners_hear_when_an_utterance_is_done(front: pyttsx3.Engine) -> None:
    heard: list[bool] = []
    token = front.connect(
        "finished-utterance", lambda completed, **_: heard.append(completed)
    )
    front.say("Good evening.")
    front.runAndWait()
    front.disconnect(token)
    assert heard == [True]


def test_an_error_is_kept_for_whoever_asked(front: pyttsx3.Engine) -> None:
    usual = front.getProperty("voice")
    front.setProperty("voice", "xx-none")
    front.say("Good evening.")
    front.runAndWait()
    assert front.getProperty("spoken") is None
    assert "no voice" in str(front.getProperty("error"))
    front.setProperty("voice", usual)
    front.runAndWait()
