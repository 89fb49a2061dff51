"""Secrets that can be used again, and read by nobody who has only the database."""

import pytest
from cryptography.fernet import Fernet

from lesaanbod.services.versleuteling import (
    Onleesbaar,
    herversleutel,
    ontsleutel,
    versleutel,
)

ANDER = "another-secret-key-of-more-than-fifty-characters-long"
TEKST = "https://agenda.example/geheim/é.ics"


def bewaar() -> str:
    return versleutel(doel="x", tekst=TEKST)


def test_secret_comes_back_and_looks_different_every_time():
    een, twee = bewaar(), bewaar()
    assert een != twee
    assert "agenda" not in een
    assert {ontsleutel(doel="x", bewaard=bewaard) for bewaard in (een, twee)} == {TEKST}


VREEMD = Fernet(Fernet.generate_key()).encrypt(b"x")


@pytest.mark.parametrize("bewaard", ["", "kort", VREEMD], ids=["empty", "short", "foreign"])
def test_what_is_not_ours_is_refused_without_a_word_of_it(bewaard):
    tekst = bewaard.decode() if isinstance(bewaard, bytes) else bewaard
    with pytest.raises(Onleesbaar) as fout:
        ontsleutel(doel="x", bewaard=tekst)
    assert str(fout.value) == ""


def test_secret_of_another_purpose_or_key_is_refused(settings):
    bewaard = bewaar()
    with pytest.raises(Onleesbaar):
        ontsleutel(doel="y", bewaard=bewaard)
    settings.SECRET_KEY = ANDER
    for lezen in (ontsleutel, herversleutel):
        with pytest.raises(Onleesbaar):
            lezen(doel="x", bewaard=bewaard)


def test_old_key_reads_and_what_it_kept_goes_over_to_the_new_one(settings):
    bewaard = bewaar()
    assert herversleutel(doel="x", bewaard=bewaard) == bewaard
    oud, settings.SECRET_KEY = settings.SECRET_KEY, ANDER
    settings.SECRET_KEY_FALLBACKS = [oud]
    assert ontsleutel(doel="x", bewaard=bewaard) == TEKST
    nieuw = herversleutel(doel="x", bewaard=bewaard)
    settings.SECRET_KEY_FALLBACKS = []
    assert ontsleutel(doel="x", bewaard=nieuw) == TEKST
