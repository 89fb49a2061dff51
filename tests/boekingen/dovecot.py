"""Dovecot on loopback: the IMAP server behind most mailboxes, where the machine has it.

It runs as nobody when the tests run as root, for it serves no mail of root, with a folder and a
configuration of its own; nothing of the machine is read or changed.
"""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.boekingen.imapserver import GEBRUIKER, WOORD, build_url
from tests.gereedschap import mis

PROGRAMMA = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
CONFIGURATIE = """
protocols = imap
listen = 127.0.0.1
base_dir = {map}/run
state_dir = {map}/run
log_path = /dev/stderr
ssl = no
default_internal_user = {wie}
default_internal_group = {groep}
default_login_user = {wie}
first_valid_uid = 1
mail_location = maildir:{map}/mail
passdb {{
  driver = passwd-file
  args = scheme=plain {map}/mensen
}}
userdb {{
  driver = static
  args = uid={wie} gid={groep} home={map}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {poort}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


class Dovecot:
    """One mailbox, kept as files in ``map/mail`` (Maildir)."""

    def __init__(self, map_: Path, poort: int) -> None:
        self.map, self.url = map_, build_url(poort)

    def bezorg(self, *mails: bytes) -> None:
        """Put mails in the mailbox, as having come in now on the clock of the test."""
        nieuw = self.map / "mail/new"
        for inhoud in mails:
            bestand = self.map / "mail/tmp" / f"{len(self.list_bestanden()):06}.test"
            bestand.write_bytes(inhoud)
            os.utime(bestand, (time.time(),) * 2)
            bestand.rename(nieuw / bestand.name)

    def list_bestanden(self) -> list[str]:
        """Return the name of every mail; flags stand behind «:2,»."""
        return sorted(
            pad.name for deel in ("new", "cur") for pad in (self.map / "mail" / deel).iterdir()
        )


@contextmanager
def run_dovecot() -> Iterator[Dovecot]:
    """Run one; skips the test by name, or fails it with ``DEMAND_DOVECOT=on``, without Dovecot."""
    if PROGRAMMA is None:
        mis("dovecot is missing: apt install dovecot-imapd", "DEMAND_DOVECOT")
    is_root = os.geteuid() == 0
    mens = pwd.getpwnam("nobody") if is_root else pwd.getpwuid(os.geteuid())
    groep = grp.getgrgid(mens.pw_gid).gr_name
    with TemporaryDirectory(prefix="dovecot-") as naam:
        map_ = Path(naam)
        with socket.create_server(("127.0.0.1", 0)) as vrij:
            poort = vrij.getsockname()[1]
        velden = {"map": map_, "wie": mens.pw_name, "groep": groep, "poort": poort}
        (map_ / "conf").write_text(CONFIGURATIE.format(**velden))
        (map_ / "mensen").write_text(f"{GEBRUIKER}:{{PLAIN}}{WOORD}\n")
        for deel in ("run", "mail/new", "mail/cur", "mail/tmp"):
            (map_ / deel).mkdir(parents=True)
        if is_root:
            for pad in (map_, *map_.rglob("*")):
                os.chown(pad, mens.pw_uid, mens.pw_gid)
        with subprocess.Popen(
            [PROGRAMMA, "-F", "-c", map_ / "conf"],
            stderr=subprocess.PIPE,
            user=mens.pw_uid if is_root else None,
            group=mens.pw_gid if is_root else None,
            extra_groups=[] if is_root else None,
        ) as proces:
            # Its first line comes when it listens; until then this waits.
            begin = proces.stderr.readline().decode()
            assert "starting up" in begin, begin
            try:
                yield Dovecot(map_, poort)
            finally:
                proces.terminate()
