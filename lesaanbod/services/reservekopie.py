"""Make and read back-ups: one file with the database, the media, and a manifest to check by."""

import hashlib
import json
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import IO, Any

from django.conf import settings
from django.db import connection

from lesaanbod.models import AanbodPage, Bericht, Gebeurtenis, Gebruiker
from lesaanbod.services.eigen_bestanden import maak_datamap, maak_eigen_map

from .databasekopie import DatabasekopieMislukt, get_databasekopie

FORMAAT = 1
MANIFEST = "manifest.json"
MEDIA = "media"


class ReservekopieBeschadigd(Exception):
    """The file is no back-up, or not all of it is there as it was written."""


class AndereDatabase(Exception):
    """The back-up is of another kind of database than the one in use."""


class DatabaseNietLeeg(Exception):
    """The database holds people, lessons, mails or a log; overwriting was not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is in a back-up: rows for each table, SHA-256 for each file."""

    formaat: int
    gemaakt_op: str
    database: str
    tabellen: dict[str, int]
    bestanden: dict[str, str]


class HashingReader:
    """Passes a file on and keeps the SHA-256 of what went by."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        part = self.file.read(size)
        self.sha256.update(part)
        return part


def maak_reservekopie(*, folder: Path, nu: datetime) -> tuple[Path, Manifest]:
    """Write a back-up of ``nu`` into ``folder``, readable by its owner only.

    Returns its path and its manifest. The file appears at once and whole, or not at all; one of the
    same second is never written over (``FileExistsError``). The site may stay on.
    """
    maak_eigen_map(folder)
    path = folder / f"lesaanbod-{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}.tar.gz"
    with (
        TemporaryDirectory(dir=folder, prefix=".kopie-") as werkmap,
        NamedTemporaryFile(dir=folder, prefix=".", suffix=".deel") as part,
    ):
        manifest = write_archive(part, Path(werkmap), nu)
        part.flush()
        os.fsync(part.fileno())
        os.link(part.name, path)
    return path, manifest


def write_archive(target: IO[bytes], werkmap: Path, nu: datetime) -> Manifest:
    """Write database, media and manifest into ``target``; the database first, so that every file
    it names is there.
    """  # noqa: D205
    kopie = get_databasekopie()
    tabellen = kopie.schrijf(werkmap / kopie.bestand)
    bestanden = {}
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        for name, path in [(kopie.bestand, werkmap / kopie.bestand), *list_media()]:
            bestanden[name] = add_file(archive, name, path)
        manifest = Manifest(
            formaat=FORMAAT,
            gemaakt_op=nu.astimezone(UTC).isoformat(),
            database=kopie.soort,
            tabellen=tabellen,
            bestanden=bestanden,
        )
        text = werkmap / MANIFEST
        text.write_text(json.dumps(asdict(manifest), indent=1))
        add_file(archive, MANIFEST, text)
    return manifest


def list_media() -> Iterator[tuple[str, Path]]:
    """Yield the name in the archive and the path of every uploaded file."""
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield f"{MEDIA}/{path.relative_to(root).as_posix()}", path


def add_file(archive: tarfile.TarFile, name: str, path: Path) -> str:
    """Add one file under ``name``; returns the SHA-256 of what was written."""
    with path.open("rb") as file:
        info = archive.gettarinfo(arcname=name, fileobj=file)
        reader = HashingReader(file)
        archive.addfile(info, reader)
    return reader.sha256.hexdigest()


def herstel(*, bestand: Path, overschrijf: bool) -> Manifest:
    """Put a back-up back: database and media; returns its manifest. Web and worker must be off.

    Everything is checked first. Raises ``ReservekopieBeschadigd``, ``AndereDatabase``,
    ``DatabasekopieMislukt`` or ``DatabaseNietLeeg`` (unless ``overschrijf``) and then nothing has
    changed.
    """
    kopie = get_databasekopie()
    maak_datamap(Path(settings.MEDIA_ROOT).parent)
    with TemporaryDirectory(dir=Path(settings.MEDIA_ROOT).parent, prefix=".herstel-") as name:
        werkmap = Path(name)
        manifest = unpack(bestand, werkmap)
        if manifest.database != kopie.soort:
            raise AndereDatabase(f"De kopie is van {manifest.database}, hier is {kopie.soort}.")
        kopie.controleer(werkmap / kopie.bestand, manifest.tabellen)
        if not overschrijf and not is_leeg():
            raise DatabaseNietLeeg
        with swap_media(werkmap):
            kopie.lees(werkmap / kopie.bestand)
    connection.close()
    if kopie.tel() != manifest.tabellen:
        raise DatabasekopieMislukt("De aantallen kloppen niet. Staan site en werker uit?")
    return manifest


def unpack(bestand: Path, werkmap: Path) -> Manifest:
    """Unpack the back-up and compare every file with the manifest.

    Raises ``ReservekopieBeschadigd``.
    """
    try:
        with tarfile.open(bestand, mode="r:gz") as archive:
            names = extract(archive, werkmap)
        manifest = read_manifest(werkmap / MANIFEST)
        hashes = {name: read_sha256(werkmap / name) for name in names if name != MANIFEST}
    except (OSError, EOFError, zlib.error, tarfile.TarError, ValueError, TypeError) as error:
        raise ReservekopieBeschadigd("Dit bestand is geen hele reservekopie.") from error
    if hashes != manifest.bestanden:
        raise ReservekopieBeschadigd("De inhoud van de reservekopie klopt niet met de lijst erin.")
    return manifest


def extract(archive: tarfile.TarFile, werkmap: Path) -> list[str]:
    """Write every file of the archive below ``werkmap`` and return their names.

    Raises ``tarfile.TarError`` for what points elsewhere or is neither file nor folder. By hand:
    tarfile has its own filter for this from 3.11.4 on, and Debian 12 has 3.11.2.
    """
    names = []
    for member in archive:
        path = (werkmap / member.name).resolve()
        reader = archive.extractfile(member) if member.isreg() else None
        if not path.is_relative_to(werkmap.resolve()) or not (reader or member.isdir()):
            raise tarfile.TarError(f"No place for {member.name}.")
        if reader:
            path.parent.mkdir(parents=True, exist_ok=True)
            with reader, path.open("wb") as writer:
                shutil.copyfileobj(reader, writer)
            names.append(member.name)
    return names


def read_manifest(path: Path) -> Manifest:
    """Return the manifest; raises ``OSError``, ``TypeError`` or ``ValueError`` for another file."""
    values: dict[str, Any] = json.loads(path.read_bytes())
    manifest = Manifest(**values)
    if manifest.formaat != FORMAAT:
        raise ValueError("Another format.")
    return manifest


def read_sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_leeg() -> bool:
    """Return whether nothing of people would be lost: no tables yet, or none of ours filled."""
    tabellen = set(connection.introspection.table_names())
    return not any(
        model._meta.db_table in tabellen and model.objects.exists()  # noqa: SLF001
        for model in (Gebruiker, Gebeurtenis, Bericht, AanbodPage)
    )


@contextmanager
def swap_media(werkmap: Path) -> Iterator[None]:
    """Put the unpacked media in place; back again when what happens inside fails."""
    root, nieuw, oud = Path(settings.MEDIA_ROOT), werkmap / MEDIA, werkmap / "media-oud"
    nieuw.mkdir(exist_ok=True)
    root.mkdir(exist_ok=True)
    root.rename(oud)
    nieuw.rename(root)
    try:
        yield
    except BaseException:
        root.rename(nieuw)
        oud.rename(root)
        raise
