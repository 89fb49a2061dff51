"""Tokens of personal links."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesaanbod.services.links import new_sleutel, sign, unsign

SLEUTEL = "sleutel-van-22-tekens1"
URL_SAFE = set(string.ascii_letters + string.digits + "-_.")


def test_new_sleutel_is_random_and_signable():
    sleutels = {new_sleutel() for _ in range(50)}

    assert len(sleutels) == 50
    assert {len(sleutel) for sleutel in sleutels} == {22}
    assert {unsign(doel="x", token=sign(doel="x", sleutel=s)) for s in sleutels} == sleutels


def test_sign_is_the_same_every_time_and_safe_in_a_url():
    token = sign(doel="uitnodiging", sleutel=SLEUTEL)

    assert token == sign(doel="uitnodiging", sleutel=SLEUTEL)
    assert set(token) <= URL_SAFE


def test_unsign_returns_the_sleutel():
    assert unsign(doel="uitnodiging", token=sign(doel="uitnodiging", sleutel=SLEUTEL)) == SLEUTEL


def test_unsign_refuses_a_token_of_another_purpose():
    assert unsign(doel="agenda", token=sign(doel="uitnodiging", sleutel=SLEUTEL)) is None


def test_unsign_refuses_a_token_of_another_secret(settings):
    token = sign(doel="uitnodiging", sleutel=SLEUTEL)
    settings.SECRET_KEY = "another-secret-key-of-more-than-fifty-characters-long"

    assert unsign(doel="uitnodiging", token=token) is None


def test_unsign_accepts_a_token_of_the_previous_secret(settings):
    token = sign(doel="uitnodiging", sleutel=SLEUTEL)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-secret-key-of-more-than-fifty-characters-long"

    assert unsign(doel="uitnodiging", token=token) == SLEUTEL


def test_unsign_refuses_every_token_with_one_character_changed():
    token = sign(doel="uitnodiging", sleutel=SLEUTEL)

    for place, character in enumerate(token):
        other = "A" if character != "A" else "B"
        mangled = token[:place] + other + token[place + 1 :]
        assert unsign(doel="uitnodiging", token=mangled) is None


@pytest.mark.parametrize(
    "token",
    ["", ".", SLEUTEL, SLEUTEL + ".", "." + "A" * 43, SLEUTEL + "." + "A" * 43, "é" * 66, "\ud800"],
)
def test_unsign_refuses_nonsense(token):
    assert unsign(doel="uitnodiging", token=token) is None


@given(st.text(max_size=80))
def test_unsign_refuses_any_text(text):
    assert unsign(doel="uitnodiging", token=text) is None


@given(st.text(max_size=3))
def test_unsign_refuses_a_token_with_something_behind_it(rest):
    token = sign(doel="uitnodiging", sleutel=SLEUTEL)

    assert unsign(doel="uitnodiging", token=token + rest) == (None if rest else SLEUTEL)


@pytest.mark.parametrize("sleutel", ["", "kort", "a" * 41, "met.een.punt.erin.enzo", "é" * 22])
def test_sign_refuses_what_new_sleutel_would_not_make(sleutel):
    with pytest.raises(ValueError, match="new_sleutel"):
        sign(doel="uitnodiging", sleutel=sleutel)
