"""Every letter as a mail program shows it: on a telephone and on a desk, light and dark."""

import pytest

from lesaanbod.emails.briefsoorten import list_briefsoorten
from tests.lesaanbod.emails.voorbeelden import maak_voorbeeld
from tests.paginas import WCAG, assert_fits_width, assert_no_axe_violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
# Only of the signs ✓, ● and ✕ beside a word, which are ornament and hidden from readers.
NAGEKEKEN = frozenset({"color-contrast"})
NORMEN = [norm for norm in WCAG if norm.startswith("wcag")]
"""A mail stands inside the page of somebody else, which has the landmarks."""
KLEUREN = """() => [...document.querySelectorAll("body, body *")].map(
    (deel) => [getComputedStyle(deel).color, getComputedStyle(deel).backgroundColor].join())"""


def test_every_letter_fits_can_be_read_and_keeps_its_colours_in_the_dark(browser):
    geladen: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda verzoek: geladen.append(verzoek.url))
    for soort in list_briefsoorten():
        page.set_content(maak_voorbeeld(soort.sleutel).html)
        for breedte in (800, 360):
            page.set_viewport_size({"width": breedte, "height": 900})
            assert_fits_width(page)
        kleuren = {}
        for licht in ("dark", "light"):
            page.emulate_media(color_scheme=licht)
            kleuren[licht] = page.evaluate(KLEUREN)
        assert kleuren["dark"] == kleuren["light"]
        assert_no_axe_violations(page, NAGEKEKEN, NORMEN)
    context.close()
    assert geladen == []
