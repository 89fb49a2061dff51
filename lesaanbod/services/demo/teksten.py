"""The shapes in which the demo texts are written down; plain data, nothing of the database."""

from dataclasses import dataclass

Blok = tuple[str, str]
"""A block of an editor's text: its kind and its words."""

Doelgroep = tuple[str, str]
"""The slug of a niveau and the years within it ("klas 1–2"), which may be empty."""


def kop(tekst: str) -> Blok:
    """Return a heading."""
    return "kop", tekst


def alinea(tekst: str) -> Blok:
    """Return a paragraph; the text may hold links and bold words as HTML."""
    return "alinea", f"<p>{tekst}</p>"


def lijst(*punten: str) -> Blok:
    """Return a list of points, which may hold links and bold words as HTML."""
    return "alinea", f"<ul>{''.join(f'<li>{punt}</li>' for punt in punten)}</ul>"


def let_op(tekst: str) -> Blok:
    """Return a notice."""
    return "let_op", tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBestand:
    """A document that is made on the spot; ``naam`` ends in .pdf or .docx."""

    titel: str
    naam: str
    alineas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoMateriaal:
    """A line under "materialen": a document or a web address."""

    titel: str
    bestand: DemoBestand | None = None
    adres: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOnderdeel:
    """One meeting; ``rollen`` holds slugs of roles, each with how many people come."""

    titel: str
    tekst: str
    duur: int
    rollen: tuple[tuple[str, int], ...] = ()
    op_school: bool = True
    plaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAanbod:
    """What lessons and trainings share; ``dagen_oud`` is how long ago it came online."""

    slug: str
    titel: str
    samenvatting: str
    vorm: str
    doelgroepen: tuple[Doelgroep, ...]
    themas: tuple[str, ...]
    aanbieder: str
    inhoud: tuple[Blok, ...]
    doelen: tuple[str, ...]
    school_regelt: tuple[str, ...]
    wij_regelen: tuple[str, ...]
    dagen_oud: int
    kosten: str = "gratis"
    materialen: tuple[DemoMateriaal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLes(DemoAanbod):
    """A lesson, series, event, outing, evening or set of material."""

    onderdelen: tuple[DemoOnderdeel, ...]
    max_leerlingen: int = 32
    min_dagen_tussen: int = 7
    min_dagen_vooraf: int = 14
    uitgelicht: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTraining(DemoAanbod):
    """A training for the staff of a school."""

    duur: str
    groepsgrootte: str
    wie_geeft: str
    aanmelden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPagina:
    """A page of plain information."""

    slug: str
    titel: str
    inhoud: tuple[Blok, ...]
    in_menu: bool = False
    ouder: str = ""
    """The slug of the page of information it stands under; without it under home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoNieuws:
    """A report; ``dagen_oud`` is how long ago it came online."""

    slug: str
    titel: str
    samenvatting: str
    dagen_oud: int
    inhoud: tuple[Blok, ...]
