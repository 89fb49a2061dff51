"""Read a register of school locations as DUO publishes it: bytes in, rows and refusals out."""

import re
from collections.abc import Mapping

from lesaanbod.domain.schoolvakanties import Vakantieregio

from .registerbestand import (
    Regel,
    RegisterOnleesbaar,
    decode_register,
    is_afgebroken,
    split_regels,
)
from .registerindeling import KOLOMMEN, SOORTKOLOM, recognise_sector
from .schoolwaarden import (
    clean_plaats,
    clean_postcode,
    clean_tekst,
    clean_telefoon,
    clean_website,
)
from .vestigingen import LENGTES, GeweigerdeRegel, Register, Sector, Vestiging

VESTIGINGSCODE = re.compile(r"[0-9]{2}[A-Z]{2}[0-9]{2}", re.ASCII)
BRIN = re.compile(r"[0-9]{2}[A-Z]{2}", re.ASCII)
GEMEENTECODE = re.compile(r"[0-9]{4}", re.ASCII)
LENGTE_BRIN = 4


class RegelGeweigerd(Exception):
    """One row cannot be taken; the message (Dutch) is for the person who imports."""


def parse_register(inhoud: bytes) -> Register:
    """Return the rows of a DUO file and the rows that were refused, each with its reason.

    Raises ``RegisterOnleesbaar`` when the file as a whole cannot be trusted: empty, another
    file, another encoding, or cut off.
    """
    tekst = decode_register(inhoud)
    kop, *regels = split_regels(tekst)
    sector = recognise_sector(kop.velden)
    kolommen = KOLOMMEN[sector]
    if not regels:
        raise RegisterOnleesbaar("Er staan geen scholen in dit bestand. Download het opnieuw.")
    if is_afgebroken(tekst) or len(regels[-1].velden) < len(kolommen):
        raise RegisterOnleesbaar(
            f"Het bestand is afgebroken op regel {regels[-1].nummer}. Download het opnieuw."
        )
    rijen = [(regel, _build_rij(regel, kolommen)) for regel in regels]
    vestigingen, regels_per_code, weigeringen = _parse_rijen(rijen, sector)
    gemeentecodes = {rij.get("GEMEENTENUMMER", "") for _, rij in rijen}
    return Register(
        sector=sector,
        vestigingen=vestigingen,
        regels=regels_per_code,
        weigeringen=tuple(weigeringen),
        gemeentecodes=frozenset(filter(GEMEENTECODE.fullmatch, gemeentecodes)),
    )


def _build_rij(regel: Regel, kolommen: tuple[str, ...]) -> dict[str, str]:
    """Return what the line holds by column, as far as it goes."""
    return dict(zip(kolommen, map(clean_tekst, regel.velden), strict=False))


def _parse_rijen(
    rijen: list[tuple[Regel, dict[str, str]]], sector: Sector
) -> tuple[dict[str, Vestiging], dict[str, int], list[GeweigerdeRegel]]:
    """Sort the rows into locations by code, and refusals; the first of two equal codes counts."""
    vestigingen: dict[str, Vestiging] = {}
    weigeringen: list[GeweigerdeRegel] = []
    gezien: dict[str, int] = {}
    for regel, rij in rijen:
        try:
            vestiging = _parse_vestiging(regel, rij, sector)
            eerder = gezien.setdefault(vestiging.vestigingscode, regel.nummer)
            _weiger_als(eerder != regel.nummer, f"Deze code staat ook op regel {eerder}.")
        except RegelGeweigerd as geweigerd:
            weigeringen.append(_build_weigering(regel.nummer, rij, str(geweigerd)))
        else:
            vestigingen[vestiging.vestigingscode] = vestiging
    return vestigingen, gezien, weigeringen


def _parse_vestiging(regel: Regel, rij: Mapping[str, str], sector: Sector) -> Vestiging:
    """Return the location in one row; ``RegelGeweigerd`` when it cannot be one."""
    _weiger_als(bool(regel.fout), regel.fout)
    gevonden, verwacht = len(regel.velden), len(KOLOMMEN[sector])
    _weiger_als(gevonden != verwacht, f"{gevonden} kolommen gevonden, {verwacht} verwacht.")
    vestiging = Vestiging(
        vestigingscode=_parse_code(rij),
        brin=rij["INSTELLINGSCODE"],
        sector=sector,
        soort=rij.get(SOORTKOLOM.get(sector, ""), ""),
        naam=rij["VESTIGINGSNAAM"],
        straat=rij["STRAATNAAM"],
        huisnummer=rij["HUISNUMMER-TOEVOEGING"],
        postcode=clean_postcode(rij["POSTCODE"]),
        plaats=clean_plaats(rij["PLAATSNAAM"]),
        gemeentecode=rij["GEMEENTENUMMER"],
        gemeente=clean_plaats(rij["GEMEENTENAAM"]),
        telefoon=clean_telefoon(rij["TELEFOONNUMMER"]),
        website=clean_website(rij["INTERNETADRES"]),
        vakantieregio=rij["VAKANTIEREGIO"].capitalize(),
    )
    _check_vestiging(vestiging, rij)
    return vestiging


def _parse_code(rij: Mapping[str, str]) -> str:
    code, brin = rij["VESTIGINGSCODE"], rij["INSTELLINGSCODE"]
    _weiger_als(
        not VESTIGINGSCODE.fullmatch(code),
        f'De vestigingscode "{code[:20]}" klopt niet; verwacht is bijvoorbeeld 12AB00.',
    )
    _weiger_als(
        code[:LENGTE_BRIN] != brin,
        f'De instellingscode "{brin[:20]}" hoort niet bij vestigingscode {code}.',
    )
    return code


def _check_vestiging(vestiging: Vestiging, rij: Mapping[str, str]) -> None:
    """Refuse what is missing, unknown or too long."""
    _weiger_als(not vestiging.naam, "De naam ontbreekt.")
    _weiger_als(not vestiging.plaats, "De plaats ontbreekt.")
    _weiger_als(
        vestiging.vakantieregio not in set(Vakantieregio),
        f'De vakantieregio "{rij["VAKANTIEREGIO"][:20]}" is geen Noord, Midden of Zuid.',
    )
    postcode, gemeentecode = rij["POSTCODE"], vestiging.gemeentecode
    _weiger_als(
        bool(postcode) and not vestiging.postcode, f'De postcode "{postcode[:20]}" klopt niet.'
    )
    _weiger_als(
        bool(gemeentecode) and not GEMEENTECODE.fullmatch(gemeentecode),
        f'Het gemeentenummer "{gemeentecode[:20]}" klopt niet.',
    )
    for veld, lengte in LENGTES.items():
        te_lang = len(getattr(vestiging, veld)) > lengte
        _weiger_als(te_lang, f"Te lang: {veld} heeft hoogstens {lengte} tekens.")


def _weiger_als(is_fout: bool, reden: str) -> None:  # noqa: FBT001 -- reads as a sentence
    if is_fout:
        raise RegelGeweigerd(reden)


def _build_weigering(nummer: int, rij: Mapping[str, str], reden: str) -> GeweigerdeRegel:
    """Keep of a refused row only what reads as the location it was about."""
    code, brin = rij.get("VESTIGINGSCODE", ""), rij.get("INSTELLINGSCODE", "")
    return GeweigerdeRegel(
        regel=nummer,
        reden=reden,
        vestigingscode=code if VESTIGINGSCODE.fullmatch(code) else "",
        brin=brin if BRIN.fullmatch(brin) else "",
        postcode=clean_postcode(rij.get("POSTCODE", "")),
        naam=rij.get("VESTIGINGSNAAM", ""),
    )
