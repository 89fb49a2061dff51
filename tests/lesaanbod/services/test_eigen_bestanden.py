"""What only the user of the site may read, whoever runs the command."""

import os
import stat

import pytest

from lesaanbod.services.eigen_bestanden import maak_eigen_bestand


@pytest.fixture
def gegeven_aan(monkeypatch) -> list:
    """Give a list that fills with whom a file is given to."""
    gegeven: list = []
    monkeypatch.setattr(os, "chown", lambda pad, *wie: gegeven.append((pad, *wie)))
    return gegeven


@pytest.mark.parametrize("is_root", [True, False])
def test_a_file_made_by_root_is_of_whoever_has_the_folder(
    tmp_path, monkeypatch, gegeven_aan, is_root
):
    monkeypatch.setattr(os, "geteuid", lambda: 0 if is_root else 1000)
    pad = tmp_path / "site.sqlite3"
    maak_eigen_bestand(pad)
    folder = tmp_path.stat()
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert gegeven_aan == ([(pad, folder.st_uid, folder.st_gid)] if is_root else [])


def test_a_file_that_is_there_stays_as_it_is(tmp_path, gegeven_aan):
    pad = tmp_path / "site.sqlite3"
    pad.write_bytes(b"lessen")
    pad.chmod(0o640)
    maak_eigen_bestand(pad)
    assert (pad.read_bytes(), stat.S_IMODE(pad.stat().st_mode)) == (b"lessen", 0o640)
    assert gegeven_aan == []
