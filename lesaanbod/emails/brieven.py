"""From three templates and a context to the text of one letter.

An editor's wording (Mailtekst) takes the place of the words in them, as long as it can be used.
"""

import logging
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.template import Context
from django.template.loader import get_template

from wagtail.models import Site

from lesaanbod.domain.mailtekst import Woorden, check_woorden, list_stukken, vul
from lesaanbod.geheugen import onthoud
from lesaanbod.models import ContactInstelling
from lesaanbod.selectors.mailteksten import map_woorden

from . import ingebouwd
from .briefsoorten import find_briefsoort

logger = logging.getLogger(__name__)

MAX_ONDERWERP = 200
MAX_NAAM = 120
# Signs that no reader can see and no diary keeps; line ends and tabs are not among them.
BESTURING = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]")


class BriefOngeldig(Exception):
    """A letter cannot be sent as its templates and context make it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The three texts of one letter, ready to be stored."""

    onderwerp: str
    tekst: str
    html: str


def has_control(text: str) -> bool:
    """Return whether ``text`` holds control characters: a way to slip in headers (CWE-93)."""
    return any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text)


def clean_naam(naam: str) -> str:
    """Return the name of a receiver on one line, without control characters, cut to fit."""
    return clean_regel(naam)[:MAX_NAAM].strip()


def clean_regel(text: str) -> str:
    """Return the text on one line, without control characters."""
    spaced = "".join(" " if has_control(character) else character for character in text)
    return " ".join(spaced.split())


def clean_regels(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a subject: a title that holds a line break must not stop its letter."""
    return {
        name: clean_regel(value) if isinstance(value, str) else value
        for name, value in values.items()
    }


def get_contact() -> ContactInstelling:
    """Return how the municipality is reached, as the editors of the default site set it."""
    return onthoud(("contact van de brieven",), lees_contact)


def get_woorden() -> dict[str, Woorden]:
    """Return letter → wording, of all letters that an editor worded."""
    return onthoud(("woorden van de brieven",), map_woorden)


def lees_contact() -> ContactInstelling:
    """Read it; an edit changes the version under which it is remembered."""
    site = Site.objects.filter(is_default_site=True).first()
    return ContactInstelling.for_site(site) if site else ContactInstelling()


def render_brief(
    *, brief: str, aan: str, aan_naam: str, link: str, context: Mapping[str, object]
) -> Brief:
    """Render ``templates/emails/<brief>-{onderwerp.txt,tekst.txt,html.html}``.

    ``context`` comes on top of what every letter has (``aan``, ``aan_naam``, ``link``, ``contact``,
    ``site_url``, ``site_naam``); the html also has ``onderwerp``. Values are escaped in the html
    and only there. A wording that cannot be used any more is left aside: a letter always leaves.
    Raises ``BriefOngeldig`` for a subject that is empty or not one line.
    """
    values = build_values(aan=aan, aan_naam=aan_naam, link=link, context=context)
    if woorden := get_woorden().get(brief):
        try:
            return render_woorden(brief, woorden, values)
        except Exception as error:  # noqa: BLE001  # whatever is wrong with it: see above
            logger.warning("The wording of %s is left aside: %s", brief, type(error).__name__)
    return render_ingebouwd(brief, values)


def build_values(
    *, aan: str, aan_naam: str, link: str, context: Mapping[str, object]
) -> dict[str, object]:
    """Return ``context`` on top of what every letter has."""
    return {
        "aan": aan,
        "aan_naam": aan_naam,
        "link": link,
        "contact": get_contact(),
        "site_url": settings.SITE_URL,
        "site_naam": settings.WAGTAIL_SITE_NAME,
        **context,
    }


def render_ingebouwd(brief: str, values: dict[str, object]) -> Brief:
    """Return the letter in its built-in text."""
    rendered = render_tekst(f"emails/{brief}-onderwerp.txt", clean_regels(values))
    onderwerp = build_onderwerp(brief, rendered)
    html = get_template(f"emails/{brief}-html.html").render({**values, "onderwerp": onderwerp})
    tekst = render_tekst(f"emails/{brief}-tekst.txt", values)
    return Brief(onderwerp=onderwerp, tekst=tidy(tekst), html=tidy_html(html))


def render_woorden(brief: str, woorden: Woorden, values: dict[str, object]) -> Brief:
    """Return the letter in the wording of an editor; greeting, closing and reason are built in.

    Raises ``MailtekstOngeldig`` for a wording that this letter does not take (any more), and
    ``BriefOngeldig`` for a subject or text that loses what the letter needs.
    """
    soort = find_briefsoort(brief)
    if soort is None:
        raise BriefOngeldig(f"{brief}: no app declares this letter.")
    schat = ingebouwd.get_schat(soort)
    check_woorden(woorden, schat)
    waarden = {een.naam: values.get(een.naam, "") for een in schat.variabelen}
    eigen = {
        **values,
        "onderwerp": build_onderwerp(brief, vul(woorden.onderwerp, clean_regels(waarden))),
        "kop": vul(woorden.kop, waarden),
    }

    def render_deel(deel: str, raam: str, *, html: bool) -> str:
        template = ingebouwd.load(deel)
        context = Context(eigen, autoescape=html)
        bouw = partial(ingebouwd.render_steen, template, context=context)
        stukken = list_stukken(woorden.inhoud, schat=schat, waarden=waarden, bouw=bouw)
        inleiding = next((tekst for tekst, is_steen in stukken if not is_steen), "")
        extra = {"ingebouwd": f"emails/{deel}", "stukken": stukken, "voorvertoning": inleiding}
        return ingebouwd.load(raam).render(Context(eigen | extra, autoescape=html))

    html = render_deel(f"{brief}-html.html", "mailtekst.html", html=True)
    tekst = render_deel(f"{brief}-tekst.txt", "mailtekst.txt", html=False)
    if (link := str(values["link"])) and not (link in tekst and link in html):
        raise BriefOngeldig(f"{brief}: the wording loses the personal link.")
    return Brief(onderwerp=str(eigen["onderwerp"]), tekst=tidy(tekst), html=tidy_html(html))


def build_onderwerp(brief: str, rendered: str) -> str:
    """Return the subject; a long one is cut with an ellipsis, a second line is refused."""
    onderwerp = rendered.strip()
    if not onderwerp or has_control(onderwerp):
        raise BriefOngeldig(f"{brief}: the subject must be one line without control characters.")
    if len(onderwerp) > MAX_ONDERWERP:
        return onderwerp[: MAX_ONDERWERP - 1].rstrip() + "…"
    return onderwerp


def render_tekst(template: str, values: dict[str, object]) -> str:
    """Render plain text: nothing is escaped, because nothing will read it as html."""
    # The Engine's own Template, because only that one takes a Context with autoescape off.
    return str(get_template(template).template.render(Context(values, autoescape=False)))  # type: ignore[attr-defined]


def tidy(tekst: str) -> str:
    """Return the text with bare line feeds, no spaces at line ends, and single empty lines."""
    tekst = BESTURING.sub("", tekst)
    lines = [line.rstrip() for line in tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def tidy_html(html: str) -> str:
    """Return the html without signs that it may not hold, and with one line end at its end."""
    return BESTURING.sub("", html).strip() + "\n"
