"""html-validate reads whole pages: one node process for all of them."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.ical_js import require_node

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("keur.mjs")


def find_fouten(paginas: Mapping[str, str], tmp_path: Path) -> list[str]:
    """Return what html-validate finds in address → html, a line each.

    Skips the test where node or html-validate is missing, or fails it with ``DEMAND_NODE=on``.
    """
    node = require_node(root=ROOT, environ=os.environ, pakket="html-validate")
    bestand = tmp_path / "paginas.json"
    bestand.write_text(json.dumps(paginas))
    done = subprocess.run(
        [node, SCRIPT, bestand], capture_output=True, check=True, timeout=120, text=True
    )
    gevonden = json.loads(done.stdout)
    assert set(gevonden) == set(paginas)
    return [f"{adres} {fout}" for adres, fouten in gevonden.items() for fout in fouten]
