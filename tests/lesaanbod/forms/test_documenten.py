"""The hook for a virus scanner."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wagtail.documents.models import Document

import pytest

from tests.inloggen import login_as, make_medewerker

# The test file every scanner knows (eicar.org), in two halves so that no scanner finds this file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def scanner(bestand):
    if b"EICAR" in bestand.read():
        raise ValidationError("In dit bestand zit een virus.")


def broken_scanner(bestand):
    raise ConnectionRefusedError(bestand.name)


@pytest.fixture
def upload(client, db, settings, tmp_path):
    """Upload a document as redacteur, and return the answer."""
    settings.MEDIA_ROOT = tmp_path
    login_as(client, make_medewerker("redacteur"))

    def _upload(inhoud: bytes, controle: str):
        settings.DOCUMENTCONTROLE = f"{__name__}.{controle}" if controle else ""
        bestand = SimpleUploadedFile("les.pdf", inhoud, "application/pdf")
        return client.post(reverse("wagtaildocs:add"), {"title": "Les", "file": bestand})

    return _upload


@pytest.mark.parametrize(
    ("inhoud", "controle", "fout"),
    [
        (EICAR, "scanner", "In dit bestand zit een virus."),
        (b"%PDF-1.7", "broken_scanner", "Wij kunnen dit bestand nu niet controleren."),
    ],
)
def test_refused_document_is_not_stored(inhoud, controle, fout, upload):
    assert fout in upload(inhoud, controle).content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize("controle", ["scanner", ""])
def test_good_document_is_stored_whole(controle, upload):
    assert upload(b"%PDF-1.7", controle).status_code == 302
    with Document.objects.get().open_file() as bestand:
        assert bestand.read() == b"%PDF-1.7"
