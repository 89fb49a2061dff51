"""The text of an editor as a page shows it: pictures, links, and what they cost."""

from django.core.cache import cache
from django.utils.html import strip_tags

from wagtail.documents.models import Document

import pytest

from lesaanbod.models import InformatiePage, LesPage
from tests.factories.catalogus import (
    BREEDTEN,
    InformatiePageFactory,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
    maak_les,
    make_beeld,
)
from tests.paginas import count_queries

LINKS = (
    '<p>Lees <a linktype="page" id="{pagina}">uitleg {nummer}</a> of '
    '<a linktype="document" id="{document}">de kaart</a>.</p>'
)


def make_tekst(aantal: int, les: LesPage) -> list[tuple[str, object]]:
    """Return so many pictures, links to other pages and links to other documents."""
    tekst = []
    for nummer in range(aantal):
        beeld = make_beeld()
        document = Document.objects.create(title="Kaart", file=f"documents/{nummer}.pdf")
        andere = InformatiePageFactory(
            parent=les.get_parent().get_parent(), slug=f"uitleg-{nummer}"
        )
        tekst += [
            ("alinea", LINKS.format(pagina=andere.pk, nummer=nummer, document=document.pk)),
            ("afbeelding", {"image": beeld, "alt_text": f"Klas {nummer}", "decorative": False}),
        ]
    return tekst


@pytest.mark.usefixtures("niets_onthouden")
def test_page_asks_as_often_for_any_number_of_pictures_and_links(client, lesaanbod):
    nieuws = NieuwsOverzichtPageFactory(parent=lesaanbod.get_parent())
    paginas = [
        maak_les(lesaanbod, slug="les"),
        InformatiePageFactory(parent=lesaanbod.get_parent(), slug="informatie"),
        NieuwsPageFactory(parent=nieuws),
    ]
    for pagina in paginas:
        gevraagd = []
        for aantal in (1, 4):
            pagina.inhoud = make_tekst(aantal, paginas[0])
            pagina.save()
            html = client.get(pagina.url).content.decode()
            assert html.count("<figure>") == html.count("/uitleg-") == aantal
            cache.clear()
            gevraagd.append(count_queries(client, pagina.url))
            InformatiePage.objects.filter(slug__startswith="uitleg").delete()
        assert gevraagd[0] == gevraagd[1], (pagina, gevraagd)


def test_picture_is_small_and_waits_until_it_is_seen(client, lesaanbod):
    les = maak_les(lesaanbod, slug="les")
    les.inhoud = [("kop", "Vooraf"), *make_tekst(2, les), ("let_op", "Neem <niets> mee.")]
    les.save()
    html = client.get(les.url).content.decode()
    assert html.count('loading="lazy"') == html.count('alt="Klas') == 2
    assert 'sizes="(max-width: 62rem) 92vw, 720px"' in html
    assert [f"klas.{breedte}.webp {breedte}w" in html for breedte in BREEDTEN] == [True] * 4
    assert html.count('height="200"') == html.count('width="400"') == 2
    plaatsen = [html.index(woord) for woord in ("Vooraf", "uitleg 0", "Klas 0", "uitleg 1", "Neem")]
    assert plaatsen == sorted(plaatsen)
    assert "Neem &lt;niets&gt; mee." in html


def test_text_stands_although_a_picture_page_or_document_is_gone(client, lesaanbod):
    les = maak_les(lesaanbod, slug="les")
    les.inhoud = make_tekst(1, les)
    les.save()
    les.inhoud[1].value.delete()
    Document.objects.all().delete()
    les.get_parent().get_siblings().get(slug="uitleg-0").delete()
    html = client.get(les.url).content.decode()
    assert "Lees <a>uitleg 0</a> of <a>de kaart</a>." in html
    assert "<figure>" not in html


@pytest.mark.django_db
def test_sign_between_texts_does_not_shift_them():
    les = LesPage(inhoud=[("alinea", "<p>een\x00twee</p>"), ("alinea", "<p>drie</p>")])
    assert strip_tags(les.inhoud.render_as_block()).split() == ["eentwee", "drie"]
