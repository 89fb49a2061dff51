"""What an editor meets in the forms of /beheer/."""

import json

from django.apps import apps
from django.db import connection

from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

import pytest

from lesaanbod.models import InformatiePage, LesPage
from tests.factories.catalogus import InformatiePageFactory, maak_les
from tests.inloggen import login_as, make_medewerker

PAGINAS = [
    model for model in apps.get_app_config("lesaanbod").get_models() if issubclass(model, Page)
]
ONDER_EEN_PAGINA = ["Doelgroep", "Materiaal", "Onderdeel", "OnderdeelRol"]
BEGRIPPEN = ["Niveau", "Thema", "Rol", "Aanbieder", "Sessie", "ContactInstelling"]
ZELF = {"title"}  # Wagtail's own


def list_velden(model) -> list[str]:
    """Return the fields that editors fill in."""
    panelen = getattr(model, "content_panels", None) or getattr(model, "panels", None)
    if panelen is None:
        return [veld.name for veld in model._meta.fields if veld.editable and veld.name != "site"]
    platte = [een for paneel in panelen for een in getattr(paneel, "children", None) or [paneel]]
    return [paneel.field_name for paneel in platte if type(paneel) is FieldPanel]


@pytest.mark.parametrize(
    "model",
    [*PAGINAS, *(apps.get_model("lesaanbod", naam) for naam in (*ONDER_EEN_PAGINA, *BEGRIPPEN))],
)
def test_every_field_explains_itself(model):
    zonder = [
        naam
        for naam in list_velden(model)
        if naam not in ZELF
        and naam not in {"id", "sort_order"}
        and not model._meta.get_field(naam).help_text
    ]
    assert zonder == []


def zet_stream(pagina, veld: str, waarde: list[dict]) -> None:
    """Store a StreamField as another version of the site could have left it."""
    model = type(pagina)
    kolom = model._meta.get_field(veld)
    tabel = kolom.model._meta.db_table
    sleutel = kolom.model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            f'UPDATE "{tabel}" SET "{veld}" = %s WHERE "{sleutel}" = %s',
            [json.dumps(waarde), pagina.pk],
        )


VREEMD = [
    {"type": "hologram", "value": {"x": 1}, "id": "a1"},
    {"type": "alinea", "value": "<p>Gewone tekst.</p>", "id": "a2", "nieuw_veld": 3},
    {"type": "afbeelding", "value": {"image": 999999, "alt_text": "x", "nieuw": True}, "id": "a3"},
    {"type": "kop", "value": "Kop", "id": "a4"},
]


@pytest.mark.django_db
def test_stream_of_a_newer_version_does_not_break_a_page(client, lesaanbod):
    les = maak_les(lesaanbod)
    over = InformatiePageFactory(parent=lesaanbod.get_parent(), slug="over")
    for pagina in (les, over):
        zet_stream(pagina, "inhoud", VREEMD)
        antwoord = client.get(pagina.url)
        assert antwoord.status_code == 200
        assert "Gewone tekst." in antwoord.content.decode()
        assert "hologram" not in antwoord.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("model", [LesPage, InformatiePage])
def test_stream_of_a_newer_version_can_still_be_edited(model, client, lesaanbod):
    pagina = (
        maak_les(lesaanbod)
        if model is LesPage
        else InformatiePageFactory(parent=lesaanbod.get_parent())
    )
    zet_stream(pagina, "inhoud", VREEMD)
    login_as(client, make_medewerker("redacteur"))
    assert client.get(f"/beheer/pages/{pagina.pk}/edit/").status_code == 200


@pytest.mark.django_db
def test_preview_brings_the_accessibility_checker_and_a_visitor_gets_none(client, lesaanbod):
    les = maak_les(lesaanbod)
    assert "wagtail-userbar" not in client.get(les.url).content.decode()
    login_as(client, make_medewerker("redacteur"))
    assert "wagtail-userbar" not in client.get(les.url).content.decode()
    les.save_revision()
    voorbeeld = client.get(f"/beheer/pages/{les.pk}/edit/preview/")
    revisie = client.get(f"/beheer/pages/{les.pk}/view_draft/")
    assert "wagtail-userbar" in voorbeeld.content.decode() + revisie.content.decode()
    for antwoord in (voorbeeld, revisie):
        assert "frame-ancestors 'self'" in antwoord["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in client.get(les.url)["Content-Security-Policy"]
