from pathlib import Path

from narrate.publish.serve.greeting import Address, greeting
from tests.served import put_episode


def test_the_feed_comes_first_and_how_to_subscribe_after_it(tmp_path: Path) -> None:
    put_episode(tmp_path, "mines")
    said = list(greeting(tmp_path, Address("127.0.0.1", 8484, private=True)))
    assert said[0] == "Feed: http://127.0.0.1:8484/feed.xml"
    assert said[1] == "Page: http://127.0.0.1:8484/"
    assert said[2] == "Only this computer can reach it."
    assert "gPodder" in said[3]
    assert "--host" in said[4]
    assert said[-1] == "Stop with Ctrl-C."


def test_it_is_said_plainly_who_can_hear_it(tmp_path: Path) -> None:
    put_episode(tmp_path, "mines")
    said = list(greeting(tmp_path, Address("[fe80::1]", 8484, private=False)))
    assert said[0] == "Feed: http://[fe80::1]:8484/feed.xml"
    assert said[2].startswith(
        "Everyone in your network can now hear and read these episodes: "
    )
    assert "AntennaPod" in said[3]
    assert "Pocket Casts, Overcast and Spotify can't" in said[4]


def test_a_folder_without_an_episode_says_how_to_make_one(tmp_path: Path) -> None:
    said = list(greeting(tmp_path, Address("127.0.0.1", 1, private=True)))
    assert said[2].startswith(f"No episode is in {tmp_path} yet.")
