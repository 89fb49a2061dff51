"""Icons, status chips and menu links."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.test import RequestFactory

import pytest

from boekingen.domain.status import OVERGANGEN
from lesaanbod.templatetags.beeld import STATUSBEELDEN

SPRITE = "lesaanbod/beeld/iconen.svg"


def render(source: str, /, **context: object) -> str:
    return Template("{% load beeld %}" + source).render(Context(context))


def list_symbolen() -> set[str]:
    return set(re.findall(r'<symbol id="([^"]+)"', Path(finders.find(SPRITE)).read_text()))


def test_icoon_points_into_the_sprite_and_is_silent():
    assert render('{% icoon "klok" %}') == (
        '<svg class="icoon " aria-hidden="true" focusable="false">'
        f'<use href="/static/{SPRITE}#klok"></use></svg>'
    )


def test_every_icon_named_in_a_template_is_drawn():
    folders = [settings.BASE_DIR / "templates"]
    templates = [path.read_text() for folder in folders for path in folder.rglob("*.html")]
    named = {naam for text in templates for naam in re.findall(r'{% icoon "([^"]+)"', text)}
    assert named - list_symbolen() == set()
    assert "klok" in named


def test_every_shape_of_a_status_is_drawn():
    shapes = {f"vorm-{beeld.vorm}" for beeld in STATUSBEELDEN.values()}
    assert shapes - list_symbolen() == set()


@pytest.mark.parametrize("soort", OVERGANGEN, ids=lambda soort: soort.__name__)
def test_every_state_has_a_word_and_a_shape(soort):
    for waarde in soort:
        assert STATUSBEELDEN[waarde.value].woord in render("{% status s %}", s=waarde)


def test_status_says_its_word_beside_its_shape():
    html = render('{% status "bevestigd" %}')
    assert html.startswith('<span class="status status--goed"><svg')
    assert "#vorm-rond-vink" in html
    assert html.endswith("</svg>bevestigd</span>")


def test_status_takes_other_words_and_escapes_them():
    html = render('{% status "voorgesteld" tekst kaal=True %}', tekst="voorstel <b>")
    assert html.endswith("</svg>voorstel &lt;b&gt;</span>")
    assert "status--wacht status--kaal" in html


def test_status_refuses_a_state_nobody_knows():
    with pytest.raises(KeyError):
        render('{% status "zoek" %}')


@pytest.mark.parametrize(
    ("pad", "link", "expected"),
    [
        ("/lesaanbod/", '"/lesaanbod/" "Lesaanbod"', 'aria-current="page"'),
        ("/lesaanbod/kapot-sterk/", '"/lesaanbod/" "Lesaanbod"', 'aria-current="true"'),
        ("/contact/", '"/lesaanbod/" "Lesaanbod"', None),
        ("/planning/scholen/", '"/planning/" "Vandaag" precies=True', None),
        ("/planning/", '"/planning/" "Vandaag" precies=True', 'aria-current="page"'),
    ],
)
def test_menulink_marks_where_one_is(rf: RequestFactory, pad, link, expected):
    html = render(f"{{% menulink {link} %}}", request=rf.get(pad))
    assert re.findall(r'aria-current="\w+"', html) == ([expected] if expected else [])


def test_menulink_follows_what_the_page_says(rf):
    html = render(
        '{% menulink "/lesaanbod/" "Lesaanbod" %}',
        request=rf.get("/aanvragen/1-les/"),
        actief="/lesaanbod/",
    )
    assert 'aria-current="page"' in html


def test_menulink_shows_a_counter_only_when_something_waits():
    assert "menu__teller" not in render('{% menulink "/a/" "A" teller=0 %}')
    assert '<span class="menu__teller">6</span>' in render('{% menulink "/a/" "A" teller=6 %}')
