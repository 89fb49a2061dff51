"""The mailbox of a site without a mail server: every message becomes a file (README, EMAIL_URL)."""

import os
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from lesaanbod.services.eigen_bestanden import maak_eigen_map


class EmlBackend(BaseEmailBackend):
    """Writes each message as ``<moment>-<nr>.eml`` into ``MAIL_MAP``.

    The bytes are those that would go over the wire, CRLF and all. A reader never sees half a file,
    and no file is ever written over. Sorted by name the files are in the order of sending.
    """

    def send_messages(self, email_messages: Iterable[EmailMessage]) -> int:
        """Write the messages; returns how many. Raises ``OSError`` when the disk refuses."""
        folder = Path(settings.MAIL_MAP)
        maak_eigen_map(folder)
        written = 0
        for message in email_messages:
            if message.recipients():
                write_eml(folder, message.message().as_bytes(linesep="\r\n"))  # type: ignore[call-arg]
                written += 1
        return written


def build_moment() -> str:
    """Return the present moment in UTC, to the microsecond, so that names sort by time."""
    seconds, nanoseconds = divmod(time.time_ns(), 1_000_000_000)
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime(seconds)) + f".{nanoseconds // 1000:06}Z"


def write_eml(folder: Path, content: bytes) -> Path:
    """Write ``content`` under a new name in ``folder``, at once; returns its path."""
    moment = build_moment()
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".deel") as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
        for number in count(1):
            path = folder / f"{moment}-{number}.eml"
            # A link, unlike a rename, fails when the name is taken.
            with suppress(FileExistsError):
                os.link(part.name, path)
                break
    return path
