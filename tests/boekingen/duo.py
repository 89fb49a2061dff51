"""Where the real registers and lists are, on machines that have them."""

import os
from pathlib import Path

DUO_MAP = Path(
    os.environ.get("DUO_MAP") or Path(__file__).resolve().parents[2] / "../shared/data/duo"
)
DATA_MAP = DUO_MAP.parent
PO = DUO_MAP / "02.-alle-schoolvestigingen-basisonderwijs.csv"
VO = DUO_MAP / "02.-alle-vestigingen-vo.gemeente-utrecht.csv"
