"""The child process that reads one calendar file; started by ``agenda_lezen`` with ``python -m``.

Standard input holds one line of JSON (``van``, ``tot``, ``uid_domein``, ``eigen_adressen``, and
the limits ``seconden`` and ``bytes``) and then the file; standard output gets one JSON object with
``bezet``, ``waarschuwingen`` and ``is_leeg``, or with ``fout``. It knows nothing of Django or the
database, and the system ends it when it takes more than it may.
"""

import json
import resource
import sys
from datetime import datetime
from typing import Any

from hoofdrolspelers.domain.agenda_import import GeenAgenda, lees_agenda
from hoofdrolspelers.domain.tijdvak import Tijdvak


def lees(vraag: dict[str, Any], inhoud: bytes) -> dict[str, Any]:
    """Return the answer to one question, as JSON can hold it."""
    venster = Tijdvak(datetime.fromisoformat(vraag["van"]), datetime.fromisoformat(vraag["tot"]))
    try:
        resultaat = lees_agenda(
            inhoud,
            venster,
            uid_domein=vraag["uid_domein"],
            eigen_adressen=vraag["eigen_adressen"],
        )
    except GeenAgenda as fout:
        return {"fout": str(fout)}
    return {
        "bezet": [[span.begin.isoformat(), span.eind.isoformat()] for span in resultaat.bezet],
        "waarschuwingen": list(resultaat.waarschuwingen),
        "is_leeg": resultaat.is_leeg,
    }


def main() -> None:
    """Set the limits, then read and answer."""
    vraag = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_CPU, (vraag["seconden"], vraag["seconden"]))
    resource.setrlimit(resource.RLIMIT_AS, (vraag["bytes"], vraag["bytes"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    json.dump(lees(vraag, sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
