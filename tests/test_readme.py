"""The README is the only document; what it lists must be what there is."""

import re
from pathlib import Path

from django.apps import apps
from django.core.management import get_commands

import pytest

from boekingen.domain.status import (
    OVERGANGEN,
    AanvraagStatus,
    BoekingStatus,
    ContactStatus,
    InzetStatus,
    PlanStatus,
    RondeStatus,
    VoorstelStatus,
)
from boekingen.emails.brieven import BRIEVEN
from boekingen.emails.tabel import STAPPEN_VAN_OVERGANG, TABEL, Post
from boekingen.urls import urlpatterns
from hoofdrolspelers.domain.deelname import OVERGANGEN as DEELNAME
from hoofdrolspelers.emails.brieven import BRIEVEN as EIGEN_BRIEVEN

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
APPS = ("boekingen", "hoofdrolspelers", "lesaanbod")


def read_table(*head: str) -> list[list[str]]:
    """Return the rows of the table whose first columns are called ``head``."""
    _, found, rest = README.partition(f"\n| {' | '.join(head)} |")
    assert found, f"The README has no table {head}"
    lines = rest.split("\n\n", 1)[0].splitlines()[2:]
    return [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in lines
        if line.startswith("|")
    ]


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("aanvraag", AanvraagStatus),
        ("boeking", BoekingStatus),
        ("inzet", InzetStatus),
        ("contact", ContactStatus),
        ("tegenvoorstel", VoorstelStatus),
        ("ronde", RondeStatus),
        ("seizoensplan", PlanStatus),
    ],
)
def test_states_are_those_of_the_code(head, status):
    in_readme = {
        row[0]: {state.strip() for state in row[1].split(",") if state.strip()}
        for row in read_table(head, "can become")
    }
    in_code = {
        van.value: {naar.value for naar in overgangen}
        for van, overgangen in OVERGANGEN[status].items()
    }
    assert in_readme == in_code


def test_deelname_is_that_of_the_code():
    in_readme = {
        row[0]: {state.strip() for state in row[1].split(",") if state.strip()}
        for row in read_table("deelname", "can become")
    }
    in_code = {van.value: {naar.value for naar in naren} for van, naren in DEELNAME.items()}
    assert in_readme == in_code


def test_letters_are_those_of_the_code():
    in_readme = [tuple(row) for row in read_table("brief", "to")]
    assert in_readme == [
        (brief.sleutel, brief.aan.value, brief.agenda.value or "none", brief.wanneer)
        for brief in BRIEVEN.values()
    ] + [
        (brief.sleutel, "hoofdrolspeler", "none", brief.wanneer) for brief in EIGEN_BRIEVEN.values()
    ]


def test_steps_are_those_of_the_code():
    in_readme = {row[0]: row[1:] for row in read_table("step", "wat er gebeurt")}
    assert in_readme == {
        naam: [stap.wat, "; ".join(tell(post) for post in stap.post) or "nobody"]
        for naam, stap in TABEL.items()
    }


def test_transitions_are_those_of_the_code():
    woord = {BoekingStatus: "boeking", InzetStatus: "inzet"}
    assert {row[0]: row[1] for row in read_table("transition", "steps")} == {
        f"{woord[type(van)]}: {van} → {naar}": ", ".join(stappen)
        for (van, naar), stappen in STAPPEN_VAN_OVERGANG.items()
    }


def tell(post: Post) -> str:
    """Return who gets which letter, as the README says it."""
    return f"{post.wie}: {post.brief}" + (f" ({post.methode})" if post.methode else "")


def test_every_letter_has_its_templates_and_every_template_its_letter():
    endings = ("-onderwerp.txt", "-tekst.txt", "-html.html")
    on_disk = {
        path.name for path in (ROOT / "templates/emails").iterdir() if path.name.endswith(endings)
    }
    assert on_disk == {
        f"{sleutel}{ending}" for sleutel in (*BRIEVEN, *EIGEN_BRIEVEN) for ending in endings
    }


def test_settings_are_those_the_environment_gives():
    source = (ROOT / "lesaanbod/config/settings.py").read_text()
    in_code = set(re.findall(r"env_[a-z]+\(\s*\"([A-Z_]+)\"", source))
    assert {row[0].strip("`") for row in read_table("name", "what")} == in_code


def test_commands_are_those_of_the_apps():
    in_readme = {
        row[0].strip("`").split()[1]
        for row in read_table("command", "what")
        if "manage.py" in row[0]
    }
    assert in_readme == {name for name, app in get_commands().items() if app in APPS}


def test_a_proxy_is_told_of_every_address_with_a_secret():
    regel = README.partition("A proxy must not log")[2].partition("- **")[0]
    met_geheim = {
        patroon.pattern._route.partition("/")[0]
        for patroon in urlpatterns
        if {"token", "geheim", "sleutel"} & set(patroon.pattern.converters)
    }
    assert met_geheim == {"agenda", "uitnodiging", "antwoord", "aanvragen"}
    assert [naam for naam in met_geheim if f"`/{naam}/" not in regel] == []


def test_glossary_is_in_order_and_names_every_model():
    words = [row[0] for row in read_table("word", "meaning")]
    assert words == sorted(words, key=str.casefold)
    known = {part.strip() for word in words for part in word.split(",")}
    models = {
        model.__name__.lower() for app in APPS for model in apps.get_app_config(app).get_models()
    }
    assert models - known == ONLY_FOR_PROGRAMMERS


# Pages and settings of Wagtail, rows between two others, and the heartbeat of the worker.
ONLY_FOR_PROGRAMMERS = {
    "aanbodpage",
    "contactinstelling",
    "domeintempo",
    "hartslag",
    "homepage",
    "informatiepage",
    "leerlijnpage",
    "lesaanbodpage",
    "lespage",
    "nieuwsoverzichtpage",
    "nieuwspage",
    "onderdeelrol",
    "trainingpage",
    "wijkpostcode",
}
