"""Reading a calendar file of somebody else, in a child process that cannot take us along."""

import json
import subprocess
import sys
from collections.abc import Collection
from datetime import datetime

from django.conf import settings

from hoofdrolspelers.domain.agenda_import import GeenAgenda, Leesresultaat
from hoofdrolspelers.domain.tijdvak import Tijdvak

SECONDEN = 5
BYTES = 512 * 1024 * 1024
MAX_BESTAND = 5 * 1024 * 1024
TE_GROOT = "Deze agenda is groter dan 5 MB. Deel een kortere periode."
TE_ZWAAR = (
    "Het lezen van deze agenda duurde te lang. Deel een kortere periode, of haal afspraken weg die "
    "zich heel vaak herhalen."
)


def lees_veilig(
    *, inhoud: bytes, venster: Tijdvak, eigen_adressen: Collection[str] = ()
) -> Leesresultaat:
    """Return what ``lees_agenda`` makes of a file, within 5 seconds and 512 MB.

    The child gets neither our environment nor our files, and what it says on standard error is
    thrown away: there may be a title in it. Raises ``GeenAgenda`` with words for the reader.
    """
    if len(inhoud) > MAX_BESTAND:
        raise GeenAgenda(TE_GROOT)
    vraag = {
        "van": venster.begin.isoformat(),
        "tot": venster.eind.isoformat(),
        "uid_domein": settings.UID_DOMEIN,
        "eigen_adressen": list(eigen_adressen),
        "seconden": SECONDEN,
        "bytes": BYTES,
    }
    try:
        kind = subprocess.run(
            [sys.executable, "-m", "hoofdrolspelers.services.agenda_kind"],
            input=json.dumps(vraag).encode() + b"\n" + inhoud,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            env={"PYTHONDONTWRITEBYTECODE": "1"},
            timeout=SECONDEN,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        # Without the cause: it holds the file.
        raise GeenAgenda(TE_ZWAAR) from None
    antwoord = json.loads(kind.stdout)
    if "fout" in antwoord:
        raise GeenAgenda(antwoord["fout"])
    bezet = (tuple(map(datetime.fromisoformat, span)) for span in antwoord["bezet"])
    return Leesresultaat(
        bezet=tuple(Tijdvak(begin, eind) for begin, eind in bezet),
        waarschuwingen=tuple(antwoord["waarschuwingen"]),
        is_leeg=antwoord["is_leeg"],
    )
