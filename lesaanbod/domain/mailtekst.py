"""The language in which an editor words a letter: plain paragraphs with ``{{ variabele }}``.

Nothing else: no tags, no filters, no attributes, so a wording can never reach further than the
values that its letter names. A building block (list of facts, button) stands as a paragraph of its
own. A paragraph with an empty variable is left out: «De reden: {{ reden }}» without a reden.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

VARIABELE = re.compile(r"\{\{[ \t]*([a-z][a-z0-9_]*)[ \t]*\}\}")
HAAKJES = re.compile(r"\{\{[^}\n]*\}?\}?|\{[%#][^}\n]*\}?|\}\}|[%#]\}")
TUSSEN_ALINEAS = re.compile(r"\n[ \t]*\n\s*")
LANGSTE_ONDERWERP = 150
LANGSTE_KOP = 120


class MailtekstOngeldig(Exception):
    """A wording cannot be turned into a letter."""


@dataclass(frozen=True, slots=True)
class Variabele:
    """One value that a letter knows, with an invented example."""

    naam: str
    uitleg: str
    voorbeeld: str


@dataclass(frozen=True, slots=True)
class Bouwsteen:
    """One part of a letter that keeps its own shape; a ``verplicht`` one may not be lost."""

    naam: str
    uitleg: str
    verplicht: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Woorden:
    """The wording of one letter: subject, heading and paragraphs."""

    onderwerp: str
    kop: str
    inhoud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefsoort:
    """One letter as its own app declares it.

    ``uitleg`` tells the variables it may use by name; ``voorbeeld`` is an invented context, from
    which a preview is made.
    """

    sleutel: str
    aan: str
    wanneer: str
    uitleg: Mapping[str, str]
    voorbeeld: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordenschat:
    """What the wording of one letter may name."""

    variabelen: tuple[Variabele, ...]
    bouwstenen: tuple[Bouwsteen, ...]

    @property
    def namen(self) -> list[str]:
        """Return every name, variables first."""
        variabelen = [een.naam for een in self.variabelen]
        return variabelen + [steen.naam for steen in self.bouwstenen]


def split_alineas(inhoud: str) -> list[str]:
    """Return the paragraphs of ``inhoud``: what empty lines divide."""
    tekst = inhoud.replace("\r\n", "\n").replace("\r", "\n").strip()
    return [alinea.strip() for alinea in TUSSEN_ALINEAS.split(tekst) if alinea.strip()]


def get_bouwsteen(alinea: str, schat: Woordenschat) -> str:
    """Return the name of the building block that ``alinea`` is; empty for words."""
    gevonden = VARIABELE.fullmatch(alinea)
    namen = {steen.naam for steen in schat.bouwstenen}
    return gevonden[1] if gevonden and gevonden[1] in namen else ""


def vul(tekst: str, waarden: Mapping[str, object]) -> str:
    """Return ``tekst`` with its variables filled in, once: a value is never read as wording.

    Raises ``MailtekstOngeldig`` for a variable without a value.
    """

    def get_waarde(gevonden: re.Match[str]) -> str:
        if gevonden[1] not in waarden:
            raise MailtekstOngeldig(f"{gevonden[1]} has no value.")
        return str(waarden[gevonden[1]])

    return VARIABELE.sub(get_waarde, tekst)


def heeft_lege_variabele(alinea: str, waarden: Mapping[str, object]) -> bool:
    """Return whether a variable in ``alinea`` has nothing to say in this letter."""
    return any(waarden.get(naam) == "" for naam in VARIABELE.findall(alinea))


def list_fouten(woorden: Woorden, schat: Woordenschat) -> dict[str, list[str]]:
    """Return field → what is wrong with it, in sentences for the editor; empty when all is well."""
    variabelen = [een.naam for een in schat.variabelen]
    alineas = split_alineas(woorden.inhoud)
    fouten = {
        "onderwerp": [
            *_te_lang(woorden.onderwerp, LANGSTE_ONDERWERP),
            *_list_taalfouten(woorden.onderwerp, variabelen, schat),
        ],
        "kop": [
            *_te_lang(woorden.kop, LANGSTE_KOP),
            *_list_taalfouten(woorden.kop, variabelen, schat),
        ],
        "inhoud": [
            *(["Schrijf minstens één alinea."] if not alineas else []),
            *_uniek(
                fout
                for alinea in alineas
                if not get_bouwsteen(alinea, schat)
                for fout in _list_taalfouten(alinea, variabelen, schat)
            ),
            *_list_bouwsteenfouten(alineas, schat),
        ],
    }
    return {veld: teksten for veld, teksten in fouten.items() if teksten}


def _te_lang(tekst: str, langste: int) -> list[str]:
    """Return a complaint about a line that is empty, broken or too long."""
    if not tekst.strip():
        return ["Vul dit in."]
    if "\n" in tekst or "\r" in tekst:
        return ["Schrijf dit op één regel."]
    if len(tekst) > langste:
        return [f"Dit telt {len(tekst)} tekens. Er passen er {langste}."]
    return []


def _list_taalfouten(tekst: str, variabelen: list[str], schat: Woordenschat) -> list[str]:
    """Return what in ``tekst`` is no plain word and no variable of this letter."""
    fouten = []
    for stuk in HAAKJES.findall(tekst):
        gevonden = VARIABELE.fullmatch(stuk)
        if gevonden is None:
            fouten.append(
                f"«{stuk}» kan niet. Gebruik alleen variabelen uit de lijst, zoals {{{{ naam }}}}."
            )
        elif gevonden[1] in schat.namen and gevonden[1] not in variabelen:
            fouten.append(
                f"«{stuk}» is een bouwsteen. Zet die in de tekst, alleen op een regel, met een "
                "lege regel ervoor en erna."
            )
        elif gevonden[1] not in variabelen:
            fouten.append(f"«{stuk}» bestaat niet in deze brief.{_bedoelt(gevonden[1], schat)}")
    return _uniek(fouten)


def _bedoelt(naam: str, schat: Woordenschat) -> str:
    """Return a guess at what was meant, or where to look."""
    if lijkt := get_close_matches(naam, schat.namen, n=1):
        return f" Bedoelt u «{{{{ {lijkt[0]} }}}}»?"
    return " Kies er een uit de lijst."


def _list_bouwsteenfouten(alineas: list[str], schat: Woordenschat) -> list[str]:
    """Return which building blocks are lost or stand there twice."""
    keren = [get_bouwsteen(alinea, schat) for alinea in alineas]
    fouten = [
        f"«{{{{ {steen.naam} }}}}» ontbreekt. Deze brief kan niet zonder: {steen.uitleg}."
        for steen in schat.bouwstenen
        if steen.verplicht and steen.naam not in keren
    ]
    return fouten + [
        f"«{{{{ {steen.naam} }}}}» staat er {keren.count(steen.naam)} keer. Eén keer is genoeg."
        for steen in schat.bouwstenen
        if keren.count(steen.naam) > 1
    ]


def _uniek(fouten: Iterable[str]) -> list[str]:
    """Return the sentences, each once, in order."""
    return list(dict.fromkeys(fouten))


def check_woorden(woorden: Woorden, schat: Woordenschat) -> None:
    """Raise ``MailtekstOngeldig`` for a wording that could not be saved (any more)."""
    if fouten := list_fouten(woorden, schat):
        raise MailtekstOngeldig(f"The wording is wrong in {', '.join(fouten)}.")


def list_stukken(
    inhoud: str,
    *,
    schat: Woordenschat,
    waarden: Mapping[str, object],
    bouw: Callable[[str], str],
) -> list[tuple[str, bool]]:
    """Return the paragraphs of a letter: (text, is a building block); ``bouw`` makes the blocks.

    A paragraph with an empty variable is left out.
    """
    stukken = []
    for alinea in split_alineas(inhoud):
        if naam := get_bouwsteen(alinea, schat):
            stukken.append((bouw(naam), True))
        elif not heeft_lege_variabele(alinea, waarden):
            stukken.append((vul(alinea, waarden), False))
    return stukken
