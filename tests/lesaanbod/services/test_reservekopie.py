"""Back-up and restore, for real, on whatever database the run uses (security.md, A17)."""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

from django.core.management import CommandError, call_command
from django.db import connection

import pytest

from lesaanbod.models import Gebruiker
from lesaanbod.services.reservekopie import (
    AndereDatabase,
    DatabaseNietLeeg,
    ReservekopieBeschadigd,
    herstel,
    maak_reservekopie,
)
from tests.factories.lesaanbod import GebruikerFactory
from tests.lesaanbod.brieven import NU

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and not shutil.which("pg_dump"),
        reason="pg_dump is not installed",
    ),
]


@pytest.fixture
def media(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "images").mkdir(parents=True)
    (settings.MEDIA_ROOT / "images/klas.jpg").write_bytes(b"\xff\xd8 een klas")
    return settings.MEDIA_ROOT


@pytest.fixture
def kopie(media, tmp_path) -> Path:
    """A back-up of one person and one picture."""
    GebruikerFactory(email="noa@politie.example")
    return maak_reservekopie(folder=tmp_path / "kopie", nu=NU)[0]


def list_emails() -> list[str]:
    return list(Gebruiker.objects.order_by("email").values_list("email", flat=True))


def read_media(media: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(media)): path.read_bytes()
        for path in media.rglob("*")
        if path.is_file()
    }


def read_archive(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def write_archive(path: Path, files: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


def test_maak_reservekopie_writes_one_private_file(kopie):
    assert kopie.name == "lesaanbod-20270111T080000Z.tar.gz"
    assert stat.S_IMODE(kopie.stat().st_mode) == 0o600
    assert stat.S_IMODE(kopie.parent.stat().st_mode) == 0o700
    assert list(kopie.parent.iterdir()) == [kopie]


def test_maak_reservekopie_lists_rows_and_checksums(kopie):
    files = read_archive(kopie)
    manifest = json.loads(files.pop("manifest.json"))

    assert manifest["bestanden"] == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }
    assert "media/images/klas.jpg" in files
    assert manifest["tabellen"]["lesaanbod_gebruiker"] == 1
    assert manifest["tabellen"].keys() >= set(connection.introspection.table_names())
    assert manifest["gemaakt_op"] == "2027-01-11T08:00:00+00:00"


def test_maak_reservekopie_never_writes_over_another(kopie, media):
    content = kopie.read_bytes()

    with pytest.raises(FileExistsError):
        maak_reservekopie(folder=kopie.parent, nu=NU)

    assert kopie.read_bytes() == content
    assert list(kopie.parent.iterdir()) == [kopie]


def test_maak_reservekopie_follows_no_links_out_of_the_media(media, tmp_path):
    (tmp_path / "geheim.txt").write_text("geheim")
    (media / "weg.txt").symlink_to(tmp_path / "geheim.txt")

    path, _ = maak_reservekopie(folder=tmp_path / "kopie", nu=NU)

    assert "media/weg.txt" not in read_archive(path)


def test_herstel_brings_back_rows_and_media(kopie, media):
    Gebruiker.objects.all().delete()
    GebruikerFactory.create_batch(3)
    (media / "images/klas.jpg").unlink()
    (media / "nieuw.pdf").write_bytes(b"nieuw")

    manifest = herstel(bestand=kopie, overschrijf=True)

    assert list_emails() == ["noa@politie.example"]
    assert read_media(media) == {"images/klas.jpg": b"\xff\xd8 een klas"}
    assert manifest.tabellen["lesaanbod_gebruiker"] == 1
    assert {path.name for path in media.parent.iterdir()} == {"kopie", "media"}


def test_herstel_keeps_the_site_working(kopie):
    """Sequences, constraints and triggers are back too: the next row can be written."""
    herstel(bestand=kopie, overschrijf=True)

    GebruikerFactory(email="nieuw@politie.example")

    assert list_emails() == ["nieuw@politie.example", "noa@politie.example"]


def test_herstel_refuses_a_database_with_people(kopie, media):
    GebruikerFactory(email="later@politie.example")

    with pytest.raises(DatabaseNietLeeg):
        herstel(bestand=kopie, overschrijf=False)

    assert list_emails() == ["later@politie.example", "noa@politie.example"]


def test_herstel_takes_a_migrated_database_without_people(kopie):
    Gebruiker.objects.all().delete()

    herstel(bestand=kopie, overschrijf=False)

    assert list_emails() == ["noa@politie.example"]


def damage_truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_empty(path: Path) -> None:
    path.write_bytes(b"")


def damage_no_archive(path: Path) -> None:
    path.write_text("Dit is geen reservekopie.")


def damage_one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def change(path: Path, **changes: object) -> None:
    """Rewrite the archive with files changed (bytes), added or left out (None)."""
    files = read_archive(path) | {name.replace("__", "/"): value for name, value in changes.items()}
    write_archive(path, {name: value for name, value in files.items() if value is not None})


def damage_other_picture(path: Path) -> None:
    change(path, **{"media/images/klas.jpg": b"een andere klas"})


def damage_missing_picture(path: Path) -> None:
    change(path, **{"media/images/klas.jpg": None})


def damage_extra_file(path: Path) -> None:
    change(path, **{"media/extra.html": b"<script>"})


def damage_outside(path: Path) -> None:
    change(path, **{"../buiten.txt": b"buiten"})


def damage_link(path: Path) -> None:
    files = read_archive(path)
    with tarfile.open(path, "w:gz") as archive:
        link = tarfile.TarInfo("media/elders")
        link.type, link.linkname = tarfile.SYMTYPE, str(path.parent)
        archive.addfile(link)
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


def damage_no_manifest(path: Path) -> None:
    change(path, **{"manifest.json": None})


def damage_manifest(path: Path) -> None:
    change(path, **{"manifest.json": b"[1, 2]"})


def damage_other_format(path: Path) -> None:
    manifest = json.loads(read_archive(path)["manifest.json"]) | {"formaat": 2}
    change(path, **{"manifest.json": json.dumps(manifest).encode()})


@pytest.mark.parametrize(
    "damage",
    [
        damage_truncate,
        damage_empty,
        damage_no_archive,
        damage_one_bit,
        damage_other_picture,
        damage_missing_picture,
        damage_extra_file,
        damage_outside,
        damage_link,
        damage_no_manifest,
        damage_manifest,
        damage_other_format,
    ],
)
def test_herstel_changes_nothing_when_the_file_is_damaged(damage, kopie, media, tmp_path):
    GebruikerFactory(email="later@politie.example")
    (media / "nieuw.pdf").write_bytes(b"nieuw")
    damage(kopie)

    with pytest.raises(ReservekopieBeschadigd):
        herstel(bestand=kopie, overschrijf=True)

    assert list_emails() == ["later@politie.example", "noa@politie.example"]
    assert read_media(media).keys() == {"images/klas.jpg", "nieuw.pdf"}
    assert {path.name for path in tmp_path.iterdir()} == {"kopie", "media"}


def test_herstel_changes_nothing_when_the_database_file_is_not_one(kopie, media):
    """A whole archive, made by somebody, around something that is no database."""
    GebruikerFactory(email="later@politie.example")
    files = read_archive(kopie)
    manifest = json.loads(files["manifest.json"])
    name = next(name for name in files if name.startswith("database."))
    files[name] = b"geen database"
    manifest["bestanden"][name] = hashlib.sha256(files[name]).hexdigest()
    write_archive(kopie, files | {"manifest.json": json.dumps(manifest).encode()})

    with pytest.raises(CommandError):
        call_command("herstel", str(kopie), "--ja")

    assert list_emails() == ["later@politie.example", "noa@politie.example"]
    assert read_media(media) == {"images/klas.jpg": b"\xff\xd8 een klas"}


def test_herstel_puts_the_media_back_when_the_database_fails(kopie, media, monkeypatch):
    (media / "nieuw.pdf").write_bytes(b"nieuw")
    klasse = "SqliteKopie" if connection.vendor == "sqlite" else "PostgresqlKopie"

    def stop(self, bron):
        raise KeyboardInterrupt

    monkeypatch.setattr(f"lesaanbod.services.databasekopie.{klasse}.lees", stop)

    with pytest.raises(KeyboardInterrupt):
        herstel(bestand=kopie, overschrijf=True)

    assert read_media(media).keys() == {"images/klas.jpg", "nieuw.pdf"}


def test_herstel_refuses_the_copy_of_another_kind_of_database(kopie):
    manifest = json.loads(read_archive(kopie)["manifest.json"]) | {"database": "oracle"}
    change(kopie, **{"manifest.json": json.dumps(manifest).encode()})

    with pytest.raises(AndereDatabase):
        herstel(bestand=kopie, overschrijf=True)


@pytest.fixture
def lege_machine(tmp_path):
    """Yield the environment of a machine where nothing is, not even tables; and how to count."""
    data_dir = tmp_path / "leeg"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lesaanbod.config.settings",
        "DATA_DIR": str(data_dir),
    }
    if connection.vendor == "sqlite":
        environment["DATABASE_URL"] = f"sqlite:///{data_dir / 'site.sqlite3'}"
        yield environment
        return
    name = connection.settings_dict["NAME"] + "_leeg"
    base = os.environ["DATABASE_URL"].rpartition("/")[0]
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
        environment["DATABASE_URL"] = f"{base}/{name}"
        yield environment
        cursor.execute(f'DROP DATABASE "{name}"')


def run_manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_herstel_fills_an_empty_machine(kopie, lege_machine, tmp_path):
    result = run_manage(lege_machine, "herstel", str(kopie))

    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Teruggezet: ")
    assert read_media(tmp_path / "leeg/media") == {"images/klas.jpg": b"\xff\xd8 een klas"}
    again = run_manage(lege_machine, "maak_reservekopie", str(tmp_path / "tweede"))
    assert again.returncode == 0, again.stderr
    before, after = (
        json.loads(read_archive(path)["manifest.json"])["tabellen"]
        for path in (kopie, Path(again.stdout.splitlines()[0]))
    )
    assert after == before


@pytest.mark.skipif(connection.vendor != "sqlite", reason="looks into the SQLite file")
def test_copy_of_sqlite_is_one_plain_file(kopie, tmp_path):
    files = read_archive(kopie)
    (tmp_path / "los.sqlite3").write_bytes(files["database.sqlite3"])

    with closing(sqlite3.connect(tmp_path / "los.sqlite3")) as database:
        assert database.execute("SELECT email FROM lesaanbod_gebruiker").fetchall() == [
            ("noa@politie.example",)
        ]
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_commands_say_what_they_did(media, tmp_path, capsys):
    GebruikerFactory(email="noa@politie.example")

    call_command("maak_reservekopie", str(tmp_path / "kopie"))
    path, inhoud = capsys.readouterr().out.splitlines()
    assert Path(path).is_file()
    assert inhoud.endswith("1 bestanden. Er staan persoonsgegevens in: bewaar het versleuteld.")

    with pytest.raises(CommandError, match=r"^De database is niet leeg"):
        call_command("herstel", path)
    call_command("herstel", path, "--ja")
    assert capsys.readouterr().out.startswith("Teruggezet: ")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about the tools of PostgreSQL")
def test_missing_pg_dump_is_named(media, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CommandError, match=r"^pg_dump ontbreekt\. Installeer"):
        call_command("maak_reservekopie", str(tmp_path / "kopie"))

    assert list((tmp_path / "kopie").iterdir()) == []


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite replaces the whole file")
def test_herstel_refuses_tables_that_the_copy_does_not_know(kopie):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE nieuwer (id int)")
        try:
            with pytest.raises(CommandError, match="die niet in de kopie staan: nieuwer"):
                call_command("herstel", str(kopie), "--ja")
        finally:
            cursor.execute("DROP TABLE nieuwer")
