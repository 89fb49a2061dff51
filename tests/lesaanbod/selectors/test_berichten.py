from datetime import timedelta

import pytest

from lesaanbod.models import Bericht
from lesaanbod.models.berichten import BerichtStatus
from lesaanbod.selectors import is_bericht, list_berichten, list_mislukte_berichten


@pytest.fixture
def maak(db, nu):
    def maak(**velden):
        standaard = {
            "brief": "proef",
            "aan": "a@voorbeeld.example",
            "message_id": f"<{Bericht.objects.count()}@x.example>",
            "volgende_poging": nu,
            "aangemaakt_op": nu,
            "tekst": "[persoonlijke link geheim]",
            "link_sleutel": "geheim",
        }
        return Bericht.objects.create(**standaard | velden)

    return maak


def test_list_mislukte_berichten_only_those_without_text_or_link(maak):
    mislukt = maak(status="mislukt", fout="Geweigerd.", pogingen=8, aan_naam="Noor")
    for status in set(BerichtStatus) - {BerichtStatus.MISLUKT}:
        maak(status=status.value)
    (regel,) = list_mislukte_berichten()
    assert (regel.id, regel.brief, regel.ontvanger, regel.fout) == (
        mislukt.pk,
        "proef",
        "Noor",
        "Geweigerd.",
    )
    assert regel.is_mislukt
    assert "geheim" not in repr(regel)


def test_list_berichten_newest_first_of_one_subject(maak, nu):
    eerste = maak(onderwerp_soort="boeking", onderwerp_id="1")
    tweede = maak(onderwerp_soort="boeking", onderwerp_id="1", aangemaakt_op=nu + timedelta(1))
    maak(onderwerp_soort="boeking", onderwerp_id="2")
    maak(onderwerp_soort="aanvraag", onderwerp_id="1")
    onderwerp = [("boeking", 1)]
    assert [regel.id for regel in list_berichten(onderwerp)] == [tweede.pk, eerste.pk]
    vanaf = nu + timedelta(hours=1)
    assert [regel.id for regel in list_berichten(onderwerp, vanaf=vanaf)] == [tweede.pk]


@pytest.mark.parametrize(
    ("status", "onderweg"),
    [("wachtend", True), ("bezig", True), ("verzonden", False), ("mislukt", False)],
)
def test_berichtregel_is_onderweg_until_it_left_or_failed(maak, status, onderweg):
    maak(status=status, onderwerp_soort="boeking", onderwerp_id="1")
    (regel,) = list_berichten([("boeking", 1)])
    assert regel.is_onderweg is onderweg
    assert regel.ontvanger == "a@voorbeeld.example"


def test_is_bericht(maak):
    assert is_bericht(maak().pk)
    assert not is_bericht(999999)
