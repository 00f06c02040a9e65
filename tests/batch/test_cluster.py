"""A scheduler and two workers on loopback: the same work, and the same bytes."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from narrate.batch.pool import run_here
from tests.batch.archives import contents, item, plan, write_articles
from tests.strikes import Batch, Cluster, cluster, strike

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


def asked(dask: str, out: Path, *inputs: Path) -> subprocess.CompletedProcess[str]:
    """Run a batch on a cluster, in a process of its own: Dask's client has threads."""
    words = ("batch", *map(str, inputs), "-o", str(out), "--voice", "silent", "--json")
    return subprocess.run(
        [sys.executable, "-m", "narrate", *words, "--cluster", dask],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


def rows_of(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    events = [json.loads(line) for line in done.stdout.splitlines()]
    return [each for each in events if each["event"] == "article"]


def test_a_cluster_leaves_what_one_machine_leaves(
    dask: Cluster, tmp_path: Path
) -> None:
    paths = write_articles(tmp_path / "in", 30)
    rows = rows_of(asked(dask.address, tmp_path / "there", tmp_path / "in"))
    assert sorted(row["article"] for row in rows) == sorted(map(str, paths))
    assert {row["outcome"] for row in rows} == {"built"}
    assert all(run_here(plan(tmp_path / "here"), [item(path) for path in paths], 2))
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    again = rows_of(asked(dask.address, tmp_path / "there", tmp_path / "in"))
    assert {row["outcome"] for row in again} == {"kept"}


def test_an_article_that_fails_is_a_row_and_no_more(
    dask: Cluster, tmp_path: Path
) -> None:
    paths = write_articles(tmp_path / "in", 4)
    paths[2].write_text("")
    done = asked(dask.address, tmp_path / "out", tmp_path / "in")
    failed = [row for row in rows_of(done) if row["outcome"] == "failed"]
    assert [(row["article"], row["exit_code"]) for row in failed] == [
        (str(paths[2]), 3)
    ]
    assert done.returncode == 5


@pytest.mark.parametrize("who", ["worker", "scheduler"])
def test_what_is_killed_costs_no_article(
    dask: Cluster, tmp_path: Path, who: str
) -> None:
    articles = tmp_path / "in"
    items = [item(path) for path in write_articles(articles, 60)]
    assert all(run_here(plan(tmp_path / "here"), items, 2))
    kill = dask.kill_worker if who == "worker" else dask.kill_scheduler
    reference = contents(tmp_path / "here")
    batch = Batch(articles, tmp_path / "out", "silent", "--cluster", dask.address)
    struck = strike(batch, dask.restarted(kill), 2.0, reference)
    assert struck.same
    assert not struck.left
    assert struck.again <= 1


OLDER = """
import sys
from narrate.batch import cluster
cluster.versions_of = lambda voice: ("narrate 0.0",)
sys.argv[0] = "narrate"
from narrate.cli import run
run()
"""


def test_a_worker_of_another_version_is_named(dask: Cluster, tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 1)
    words = ("batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"))
    done = subprocess.run(
        [
            *(sys.executable, "-c", OLDER, *words, "--voice", "silent"),
            *("--cluster", dask.address),
        ],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 5
    assert re.search(r"has narrate 0\.1\S* where we have narrate 0\.0", done.stderr)
    assert "Traceback" not in done.stderr


def test_a_scheduler_that_is_away_is_said_in_a_sentence(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 1)
    done = asked("tcp://127.0.0.1:1", tmp_path / "out", tmp_path / "in")
    assert done.returncode == 5
    assert done.stderr.startswith(
        "The cluster at tcp://127.0.0.1:1 can't be reached within 10 s."
    )
    assert "Traceback" not in done.stderr
