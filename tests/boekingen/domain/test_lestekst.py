"""What a school reads about a lesson."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from boekingen.domain.lestekst import Lesstand, format_chip, format_rol, format_zin
from boekingen.domain.status import BoekingStatus

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def stand(status, **velden):
    return Lesstand(
        **{
            "status": BoekingStatus(status),
            "rollen": ["een wijkagent"],
            "wie_komt": ["een wijkagent"],
            "is_gevraagd": False,
            "zoeken_sinds": NU,
            **velden,
        }
    )


def test_role_with_its_number():
    assert format_rol("wijkagent", "wijkagenten", 1) == "een wijkagent"
    assert format_rol("wijkagent", "wijkagenten", 2) == "twee wijkagenten"
    assert format_rol("wijkagent", "", 4) == "4 wijkagent"


@pytest.mark.parametrize(
    ("velden", "chip", "zin"),
    [
        ({}, "wij zoeken een wijkagent", "U hoort uiterlijk maandag 25 januari of het lukt."),
        (
            {"rollen": ["een wijkagent", "een rolmodel", "twee studenten"]},
            "wij zoeken een wijkagent, een rolmodel en twee studenten",
            "U hoort uiterlijk maandag 25 januari of het lukt.",
        ),
        (
            {"zoeken_sinds": None},
            "wij zoeken straks een wijkagent",
            "Dat doen wij zodra wij uw school hebben gebeld.",
        ),
        (
            {"zoeken_sinds": NU - timedelta(days=15)},
            "wij zoeken een wijkagent",
            "Het duurt langer dan wij hoopten. U hoort het zodra het lukt.",
        ),
        ({"rollen": []}, "", "U hoort uiterlijk maandag 25 januari of het lukt."),
    ],
)
def test_lesson_to_be_planned(velden, chip, zin):
    assert format_chip(stand("te_plannen", **velden)) == chip
    assert format_zin(stand("te_plannen", **velden), nu=NU) == zin


def test_last_day_of_the_promise_is_still_the_promise():
    laatste = stand("te_plannen", zoeken_sinds=NU - timedelta(days=14))
    assert format_zin(laatste, nu=NU) == "U hoort uiterlijk maandag 11 januari of het lukt."


@pytest.mark.parametrize(
    ("status", "velden", "zin"),
    [
        (
            "voorgesteld",
            {"is_gevraagd": True},
            "Wij hebben een wijkagent gevraagd. U hoort het als de les doorgaat.",
        ),
        ("voorgesteld", {}, "Wij zoeken voor dit moment een wijkagent."),
        ("voorgesteld", {"rollen": []}, "Wij zoeken voor dit moment iemand."),
        ("bevestigd", {}, "Er komt een wijkagent."),
        (
            "bevestigd",
            {"wie_komt": ["een wijkagent", "een rolmodel"]},
            "Er komen een wijkagent en een rolmodel.",
        ),
        (
            "bevestigd",
            {"wie_komt": ["Sanne, wijkagent", "een rolmodel"]},
            "Wie komt er? Sanne, wijkagent; een rolmodel.",
        ),
        ("bevestigd", {"wie_komt": []}, "De les gaat door."),
        ("gegeven", {}, "Deze les is geweest."),
        ("niet_doorgegaan", {}, "Deze les is niet doorgegaan. Wij nemen contact met u op."),
        ("geannuleerd", {}, "Deze les gaat niet door."),
    ],
)
def test_sentence_of_every_other_status(status, velden, zin):
    assert format_zin(stand(status, **velden), nu=NU) == zin
    assert format_chip(stand(status, **velden)) == ""


def test_a_round_that_found_nobody_is_said_with_what_happens_next():
    zin = format_zin(stand("voorgesteld", is_uitgeput=True, is_gevraagd=True), nu=NU)
    assert zin == (
        "Voor dit moment hebben wij nog niet iedereen gevonden. De coördinator zoekt nu zelf "
        "verder. U hoort of de les doorgaat, of dat een ander moment beter is."
    )
    assert "niet iedereen" not in format_zin(stand("bevestigd", is_uitgeput=True), nu=NU)
