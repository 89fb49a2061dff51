"""From three templates and a context to the text of one letter."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template import Context
from django.template.loader import get_template

from wagtail.models import Site

from lesaanbod.models import ContactInstelling

MAX_ONDERWERP = 200
MAX_NAAM = 120


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
    spaced = "".join(" " if has_control(character) else character for character in naam)
    return " ".join(spaced.split())[:MAX_NAAM].strip()


def get_contact() -> ContactInstelling:
    """Return how the municipality is reached, as the editors of the default site set it."""
    site = Site.objects.filter(is_default_site=True).first()
    return ContactInstelling.for_site(site) if site else ContactInstelling()


def render_brief(
    *, brief: str, aan: str, aan_naam: str, link: str, context: Mapping[str, object]
) -> Brief:
    """Render ``templates/emails/<brief>-{onderwerp.txt,tekst.txt,html.html}``.

    ``context`` comes on top of what every letter has (``aan``, ``aan_naam``, ``link``, ``contact``,
    ``site_url``, ``site_naam``); the html also has ``onderwerp``. Values are escaped in the html
    and only there. Raises ``BriefOngeldig`` for a subject that is empty or not one line.
    """
    values = {
        "aan": aan,
        "aan_naam": aan_naam,
        "link": link,
        "contact": get_contact(),
        "site_url": settings.SITE_URL,
        "site_naam": settings.WAGTAIL_SITE_NAME,
        **context,
    }
    onderwerp = build_onderwerp(brief, render_tekst(f"emails/{brief}-onderwerp.txt", values))
    html = get_template(f"emails/{brief}-html.html").render({**values, "onderwerp": onderwerp})
    tekst = render_tekst(f"emails/{brief}-tekst.txt", values)
    return Brief(onderwerp=onderwerp, tekst=tidy(tekst), html=html.strip() + "\n")


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
    lines = [line.rstrip() for line in tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
