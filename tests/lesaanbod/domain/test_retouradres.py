"""The envelope address of a mail, there and back."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesaanbod.domain.retouradres import build_retouradres, list_message_ids

ADRES, UID_DOMEIN = "retour@lessen.example", "lesaanbod.example"
OCTETTEN = st.binary(min_size=16, max_size=16)


def lees(inhoud: str, adres: str = ADRES) -> list[str]:
    return list_message_ids(inhoud.encode(), adres=adres, uid_domein=UID_DOMEIN)


@given(octetten=OCTETTEN)
def test_every_message_id_comes_back_also_from_a_server_that_changes_case(octetten):
    woord = base64.urlsafe_b64encode(octetten).decode().rstrip("=")
    message_id = f"<{woord}@{UID_DOMEIN}>"
    retour = build_retouradres(ADRES, message_id)
    assert len(retour.partition("@")[0]) <= 64
    for vorm in (retour, retour.upper(), retour.lower()):
        assert lees(f"To: <{vorm}>") == [message_id]


@pytest.mark.parametrize("message_id", ["", "<abc@lesaanbod.example>", "AAAAAAAAAAAAAAAAAAAAAA"])
def test_a_message_id_of_another_make_comes_back_at_the_mailbox_itself(message_id):
    assert build_retouradres(ADRES, message_id) == ADRES


def test_without_a_mailbox_there_is_no_address():
    assert build_retouradres("", f"<{'A' * 22}@{UID_DOMEIN}>") == ""


def test_message_id_and_address_of_one_mail_are_one():
    message_id = f"<{'A' * 22}@{UID_DOMEIN}>"
    retour = build_retouradres(ADRES, message_id)
    assert lees(f"To: {retour}\n\nMessage-ID: {message_id}\n{retour}") == [message_id]


@pytest.mark.parametrize(
    "inhoud",
    [
        "To: retour@lessen.example",
        f"To: retour+{'0' * 31}@lessen.example",
        f"To: retour+{'0' * 32}@elders.example",
        f"To: ander+{'0' * 32}@lessen.example",
        f"<{'A' * 22}@elders.example>",
        f"<{'A' * 21}@lesaanbod.example>",
    ],
)
def test_what_is_not_ours_is_nothing(inhoud):
    assert lees(inhoud) == []


def test_address_counts_only_where_there_is_a_mailbox_for_it():
    assert lees(f"To: +{'0' * 32}@lessen.example", adres="") == []


def test_only_so_many_are_looked_at():
    assert len(lees("".join(f"<{nummer:022}@{UID_DOMEIN}>" for nummer in range(500)))) == 20
