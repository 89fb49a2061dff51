"""In which order tests are run, so that all processes are done at the same time."""

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

T = TypeVar("T")


def rank(item: pytest.Item) -> int:
    """Return what comes first: storms (0), what takes long (1), all others (2).

    A storm forks; a process that already drives a browser has threads and pipes that a fork must
    not inherit.
    """
    if item.path.match("*storm*"):
        return 0
    is_long = "browser" in item.fixturenames or item.get_closest_marker("lang")
    return 1 if is_long else 2


def order(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests in the order in which the processes of xdist are to share them."""
    storms, long, short = ([item for item in items if rank(item) == place] for place in range(3))
    return deal(storms, long, short, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))


def deal(storms: list[T], long: list[T], short: list[T], processes: int) -> list[T]:
    """Return all tests in one row, of which each process takes an equal stretch.

    Each stretch begins with its share of the long ones, the first with all storms; so what is left
    at the end, and goes from process to process (``--dist worksteal``), is short. Where storms and
    long ones are most of the tests, they all come first.
    """
    left, row, rest = len(storms) + len(long) + len(short), [], list(short)
    shares = sorted((long[number::processes] for number in range(processes)), key=len)
    shares[0] = [*storms, *shares[0]]
    if len(max(shares, key=len)) > left // processes:
        return [*storms, *long, *short]
    for number, share in enumerate(shares):
        size = left // (processes - number)
        left -= size
        row += [*share, *rest[: size - len(share)]]
        del rest[: size - len(share)]
    return row
