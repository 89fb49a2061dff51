"""An editor publishes a new series in /beheer/ and finds it in every place (issue 3, Shows 1)."""

import json
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wagtail.documents.models import Document
from wagtail.images.models import Image

import pytest
from PIL import Image as Beeld

from lesaanbod.models import LesPage
from tests.factories.catalogus import (
    AanbiederFactory,
    InformatiePageFactory,
    LeerlijnPageFactory,
    get_rol,
    maak_les,
)
from tests.inloggen import login_as, make_medewerker
from tests.lesaanbod.beheerformulier import list_meldingen, read_velden, sla_op

# Wagtail leaves the files it makes renditions from to the garbage collector.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def redacteur(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    login_as(client, make_medewerker("redacteur"))
    return client


def upload_beeld(client) -> Image:
    """Upload a picture as an editor does."""
    bytes_ = BytesIO()
    Beeld.new("RGB", (1600, 900), "teal").save(bytes_, format="PNG")
    bestand = SimpleUploadedFile("klas.png", bytes_.getvalue(), "image/png")
    client.post(reverse("wagtailimages:add"), {"title": "Klas", "file": bestand})
    return Image.objects.get()


def build_inline(naam: str, rijen: list[dict]) -> dict[str, str]:
    """Return the fields of an inline panel with these new rows."""
    velden = {f"{naam}-TOTAL_FORMS": str(len(rijen)), f"{naam}-INITIAL_FORMS": "0"}
    velden |= {f"{naam}-MIN_NUM_FORMS": "0", f"{naam}-MAX_NUM_FORMS": "1000"}
    for nummer, rij in enumerate(rijen):
        velden |= {f"{naam}-{nummer}-{veld}": str(waarde) for veld, waarde in rij.items()}
        velden |= {f"{naam}-{nummer}-ORDER": str(nummer + 1), f"{naam}-{nummer}-DELETE": ""}
    return velden


def build_stream(naam: str, blokken: list[tuple[str, dict[str, str]]]) -> dict[str, str]:
    """Return the fields of a StreamField; a value's own fields hang under «value»."""
    velden = {f"{naam}-count": str(len(blokken))}
    for nummer, (soort, waarden) in enumerate(blokken):
        begin = f"{naam}-{nummer}"
        velden |= {f"{begin}-deleted": "", f"{begin}-order": str(nummer), f"{begin}-id": ""}
        velden |= {f"{begin}-type": soort}
        velden |= {f"{begin}-value{veld}": waarde for veld, waarde in waarden.items()}
    return velden


def build_serie(begrippen, beeld: Image, document: Document) -> dict[str, object]:
    """Return what an editor fills in for a series of three lessons."""
    rollen = [get_rol(naam) for naam in ("wijkagent", "rolmodel", "rechter")]
    delen = [{"titel": f"Les {n}", "tekst": "", "duur": 50, "op_school": "on"} for n in (1, 2, 3)]
    velden: dict[str, object] = {
        "title": "Sterk online",
        "slug": "sterk-online",
        "samenvatting": "Drie lessen over nee zeggen op internet.",
        "vorm": "lessenserie",
        "aanbieder": str(AanbiederFactory(naam="Stad").pk),
        "kosten": "gratis",
        "themas": [str(begrippen["online"].pk)],
        "max_leerlingen": "32",
        "min_dagen_tussen": "7",
        "min_dagen_vooraf": "14",
        "action-publish": "action-publish",
    }
    velden |= build_inline("doelgroepen", [{"niveau": begrippen["groep-8"].pk, "leerjaren": ""}])
    velden |= build_inline("materialen", [{"titel": "Werkblad", "document": document.pk}])
    velden |= build_inline("onderdelen", delen)
    for nummer, rol in enumerate(rollen):
        velden |= build_inline(f"onderdelen-{nummer}-rollen", [{"rol": rol.pk, "aantal": 1}])
    velden |= build_stream("doelen", [("doel", {"": "Zij zeggen nee."})])
    velden |= build_stream("school_regelt", [("punt", {"": "een lokaal"})])
    velden |= build_stream("wij_regelen", [])
    afbeelding = {"-image": str(beeld.pk), "-alt_text": "Een klas kijkt mee."}
    return velden | build_stream("inhoud", [("afbeelding", afbeelding)])


def test_new_series_is_found_everywhere(redacteur, lesaanbod, begrippen):
    LeerlijnPageFactory(parent=lesaanbod.get_parent())
    maak_les(lesaanbod, slug="later", niveaus=[begrippen["vo"]], themas=[begrippen["online"]])
    beeld = upload_beeld(redacteur)
    document = Document(title="Werkblad", file=ContentFile(b"%PDF-1.7", name="werkblad.pdf"))
    document.save()
    document.file.close()
    nieuw = reverse("wagtailadmin_pages:add", args=["lesaanbod", "lespage", lesaanbod.pk])
    velden = read_velden(redacteur.get(nieuw).content.decode())
    antwoord = redacteur.post(nieuw, velden | build_serie(begrippen, beeld, document), follow=True)
    assert [m for m in list_meldingen(antwoord) if "gepubliceerd" in m], list_meldingen(antwoord)

    les = LesPage.objects.get(slug="sterk-online")
    assert les.live
    pagina = redacteur.get(les.url).content.decode()
    for woord in ("Les 3", "wijkagent", "rolmodel", "rechter", "Werkblad", "Lesaanvraag doen"):
        assert woord in pagina
    assert 'alt="Een klas kijkt mee."' in pagina
    assert ".webp 400w" in pagina
    assert 'loading="lazy"' in pagina
    for adres in (
        "/lesaanbod/?niveau=groep-8&thema=online&vorm=lessenserie",
        "/lesaanbod/?zoekwoord=internet",
        "/leerlijn/",
        "/nieuw.atom",
        "/sitemap.xml",
    ):
        assert "sterk-online" in redacteur.get(adres).content.decode(), adres
    json_les = json.loads(redacteur.get(f"/api/v2/pages/{les.pk}/").content)
    assert [deel["titel"] for deel in json_les["onderdelen"]] == ["Les 1", "Les 2", "Les 3"]
    assert json_les["doelen"] == ["Zij zeggen nee."]


def test_other_slug_leaves_a_way_from_the_old_address(
    redacteur, lesaanbod, begrippen, django_capture_on_commit_callbacks
):
    les = maak_les(lesaanbod, slug="oud", niveaus=[begrippen["vo"]], themas=[begrippen["geld"]])
    les.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        sla_op(redacteur, les, knop="action-publish", slug="nieuw")
    assert redacteur.get("/lesaanbod/oud/").url == "/lesaanbod/nieuw/"


def test_other_place_in_the_tree_leaves_a_way_for_a_page_and_what_is_below_it(
    redacteur, lesaanbod, django_capture_on_commit_callbacks
):
    home = lesaanbod.get_parent()
    project = InformatiePageFactory(parent=home, slug="rechtbank")
    InformatiePageFactory(parent=project, slug="rollen")
    projecten = InformatiePageFactory(parent=home, slug="projecten")
    with django_capture_on_commit_callbacks(execute=True):
        redacteur.post(reverse("wagtailadmin_pages:move_confirm", args=[project.pk, projecten.pk]))
    assert redacteur.get("/rechtbank/").url == "/projecten/rechtbank/"
    assert redacteur.get("/rechtbank/rollen/").url == "/projecten/rechtbank/rollen/"
    assert redacteur.get("/projecten/rechtbank/rollen/").status_code == 200
