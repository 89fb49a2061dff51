"""Who gets which letter at which step: the whole of it, as plain data.

The README shows this table; ``tests/boekingen/services/test_berichtentabel.py`` walks every step
and compares what is sent with it, row by row. The METHOD of a letter stands in ``BRIEVEN``.
"""

from dataclasses import dataclass
from enum import StrEnum

from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.emails.brieven import BRIEVEN, Ontvanger


class Wie(StrEnum):
    """Who gets a letter, seen from the step."""

    DOCENT = "de docent"
    ZELF = "de persoon zelf"
    KOMT = "wie al ja zei"
    GEVRAAGD = "wie voor dezelfde plek is gevraagd"
    VRIJ = "wie op het nieuwe moment vrij is"
    NIET_VRIJ = "wie dan niet vrij is"
    IEDEREEN = "wie gevraagd is of komt"
    COORDINATOR = "elke coördinator"
    NOEMDE = "wie een ander moment noemde"


@dataclass(frozen=True, slots=True)
class Post:
    """One letter of a step, and to whom; ``wie`` other than DOCENT may be nobody or several."""

    wie: Wie
    brief: str

    def __post_init__(self) -> None:
        bedoeld = {Wie.DOCENT: Ontvanger.DOCENT, Wie.COORDINATOR: Ontvanger.COORDINATOR}
        if BRIEVEN[self.brief].aan is not bedoeld.get(self.wie, Ontvanger.HOOFDROLSPELER):
            raise ValueError(f"{self.brief} is not a letter for {self.wie}.")

    @property
    def methode(self) -> str:
        """REQUEST, CANCEL, or empty for a letter without a calendar file."""
        return BRIEVEN[self.brief].agenda.value


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: what happens, in Dutch for the README, and the letters it sends."""

    wat: str
    post: tuple[Post, ...] = ()


_IN_AGENDA = "de les staat in de agenda van de docent"
_WEG = Post(Wie.IEDEREEN, "inzet_ingetrokken")
_UIT_AGENDA = Post(Wie.DOCENT, "les_geannuleerd")
_ONZEKER = Post(Wie.DOCENT, "les_onzeker")
_ZEKER = (Post(Wie.ZELF, "inzet_bevestigd"), Post(Wie.DOCENT, "les_bevestigd"))
_VERZET = (Post(Wie.VRIJ, "inzet_verzet"), Post(Wie.NIET_VRIJ, "inzet_ingetrokken"))
_GEWIJZIGD = (Post(Wie.IEDEREEN, "inzet_gewijzigd"), Post(Wie.DOCENT, "les_gewijzigd"))

TABEL: dict[str, Stap] = {
    "ingediend": Stap("de docent dient in", (Post(Wie.DOCENT, "aanvraag_ontvangen"),)),
    "toegelaten": Stap(
        "de contactpersoon is toegelaten", (Post(Wie.DOCENT, "contact_toegelaten"),)
    ),
    "geweigerd": Stap(
        f"de contactpersoon is geweigerd, {_IN_AGENDA}",
        (
            Post(Wie.DOCENT, "contact_geweigerd"),
            _WEG,
            _UIT_AGENDA,
        ),
    ),
    "wachtlijst": Stap(
        "de aanvraag gaat op de wachtlijst", (Post(Wie.DOCENT, "aanvraag_wachtlijst"),)
    ),
    "beloofd": Stap(
        "een les komt, het moment volgt later", (Post(Wie.DOCENT, "aanvraag_beloofd"),)
    ),
    "voorgesteld": Stap("er is een moment gekozen"),
    "gevraagd": Stap("iemand is gevraagd", (Post(Wie.ZELF, "inzet_gevraagd"),)),
    "herinnerd": Stap(
        "nog geen antwoord als de tijd bijna om is", (Post(Wie.ZELF, "inzet_herinnering"),)
    ),
    "uitgeput": Stap(
        "de uitnodigingsronde vindt niemand meer", (Post(Wie.DOCENT, "les_niemand_gevonden"),)
    ),
    "ja_nog_open": Stap(
        "ja, en er zijn nog plekken open",
        (Post(Wie.ZELF, "inzet_toegezegd"), Post(Wie.GEVRAAGD, "inzet_ingetrokken")),
    ),
    "ja_laatste_plek": Stap(
        "ja op de laatste plek: bevestigd",
        (
            *_ZEKER,
            Post(Wie.KOMT, "inzet_bevestigd"),
            Post(Wie.GEVRAAGD, "inzet_ingetrokken"),
        ),
    ),
    "nee": Stap("nee", (Post(Wie.ZELF, "inzet_afgewezen"),)),
    "nee_toch_ja": Stap("eerst nee, later ja", _ZEKER),
    "geen_antwoord": Stap("geen antwoord op tijd", (Post(Wie.ZELF, "inzet_verlopen"),)),
    "late_ja": Stap("ja na de antwoordtijd, de plek is nog open", _ZEKER),
    "afgemeld_voor_bevestigd": Stap(
        "afgemeld voordat de les bevestigd was", (Post(Wie.ZELF, "inzet_afgemeld"),)
    ),
    "afgemeld": Stap(
        "afgemeld uit een bevestigde les", (Post(Wie.ZELF, "inzet_afgemeld"), _ONZEKER)
    ),
    "vervangen": Stap("een vervanger zegt ja: weer bevestigd", _ZEKER),
    "vraag_ingetrokken": Stap(
        "de coördinator trekt een vraag in", (Post(Wie.ZELF, "inzet_ingetrokken"),)
    ),
    "ja_ingetrokken": Stap(
        "de coördinator trekt iemand terug uit een bevestigde les",
        (Post(Wie.ZELF, "inzet_ingetrokken"), _ONZEKER),
    ),
    "verzet_voor_bevestigd": Stap("verzet voordat de les bevestigd was", _VERZET),
    "verzet": Stap(f"verzet, {_IN_AGENDA}", (*_VERZET, Post(Wie.DOCENT, "les_verzet"))),
    "verzet_zelfde_moment": Stap("verzet naar hetzelfde moment"),
    "andere_plaats": Stap("een bevestigde les krijgt een andere plaats", _GEWIJZIGD),
    "ander_lokaal": Stap("een bevestigde les krijgt een ander lokaal", _GEWIJZIGD),
    "andere_plaats_voor_bevestigd": Stap(
        "een les krijgt een andere plaats voordat zij bevestigd was", _GEWIJZIGD[:1]
    ),
    "ander_schooladres": Stap(
        "een bevestigde les is op een school die een ander adres krijgt", _GEWIJZIGD
    ),
    "moment_opgegeven_voor_bevestigd": Stap(
        "het moment is opgegeven voordat de les bevestigd was", (_WEG,)
    ),
    "moment_opgegeven": Stap(f"het moment is opgegeven, {_IN_AGENDA}", (_WEG, _UIT_AGENDA)),
    "geannuleerd_voor_bevestigd": Stap(
        "geannuleerd voordat de les bevestigd was", (_WEG, Post(Wie.DOCENT, "les_vervallen"))
    ),
    "geannuleerd_zonder_moment": Stap(
        "geannuleerd voordat er een moment was", (Post(Wie.DOCENT, "les_vervallen"),)
    ),
    "geannuleerd": Stap(f"geannuleerd, {_IN_AGENDA}", (_WEG, _UIT_AGENDA)),
    "aanvraag_ingetrokken_voor_bevestigd": Stap(
        "de docent trekt de aanvraag in, er was nog niets bevestigd",
        (_WEG, Post(Wie.DOCENT, "aanvraag_ingetrokken")),
    ),
    "aanvraag_ingetrokken": Stap(
        f"de docent trekt de aanvraag in, {_IN_AGENDA}",
        (_WEG, _UIT_AGENDA, Post(Wie.DOCENT, "aanvraag_ingetrokken")),
    ),
    "aanvraag_afgewezen": Stap(
        "de coördinator wijst de aanvraag af, er was nog niets bevestigd",
        (_WEG, Post(Wie.DOCENT, "aanvraag_afgewezen")),
    ),
    "lessen_tegelijk_bevestigd": Stap(
        "twee lessen van één school tegelijk bevestigd",
        (
            Post(Wie.ZELF, "inzet_bevestigd"),
            Post(Wie.DOCENT, "lessen_bevestigd"),
            Post(Wie.DOCENT, "les_in_agenda"),
            Post(Wie.DOCENT, "les_in_agenda"),
        ),
    ),
    "les_nadert": Stap(
        "drie dagen voor een bevestigde les", (Post(Wie.DOCENT, "les_herinnering"),)
    ),
    "les_morgen": Stap("de middag voor een bevestigde les", (Post(Wie.ZELF, "inzet_dag_ervoor"),)),
    "nieuwe_week": Stap(
        "maandagochtend, als er iets te doen is", (Post(Wie.COORDINATOR, "weekoverzicht"),)
    ),
    "gegeven": Stap("de les is gegeven"),
    "niet_doorgegaan": Stap("de les ging toch niet door"),
    "toch_gegeven": Stap("de les ging toch wel door"),
    "ander_moment": Stap(
        "kan dan niet, wel op een ander moment", (Post(Wie.ZELF, "tegenvoorstel_ontvangen"),)
    ),
    "ander_moment_overgenomen": Stap(
        "het bureau neemt het andere moment over", (Post(Wie.ZELF, "tegenvoorstel_aangenomen"),)
    ),
    "ander_moment_afgewezen": Stap(
        "het bureau wijst het andere moment af", (Post(Wie.ZELF, "tegenvoorstel_afgewezen"),)
    ),
    "ander_moment_niet_nodig": Stap(
        "iemand anders vult de plek", (*_ZEKER, Post(Wie.NOEMDE, "tegenvoorstel_vervallen"))
    ),
    "antwoord_niet_nagegaan": Stap(
        "antwoord uit een agenda, de afzender is niet na te gaan",
        (Post(Wie.ZELF, "antwoord_bevestigen"),),
    ),
    "ja_uit_agenda_lukt_niet": Stap(
        "ja uit een agenda, maar dat kan niet meer", (Post(Wie.ZELF, "antwoord_lukt_niet"),)
    ),
    "antwoord_op_oud_moment": Stap(
        "antwoord uit een agenda op een oud moment: de laatste uitnodiging gaat nog eens",
        (Post(Wie.ZELF, "inzet_verzet"),),
    ),
    "opnieuw_verstuurd": Stap(
        "het bureau stuurt de laatste uitnodiging nog eens", (Post(Wie.ZELF, "inzet_gevraagd"),)
    ),
    "meedoen": Stap(
        "iemand is uitgenodigd om mee te doen", (Post(Wie.ZELF, "deelname_uitgenodigd"),)
    ),
    "pauze": Stap(
        "iemand doet een tijd niet mee, de les was bevestigd",
        (
            Post(Wie.ZELF, "deelname_gepauzeerd"),
            Post(Wie.ZELF, "inzet_ingetrokken"),
            _ONZEKER,
        ),
    ),
    "vertrek": Stap(
        "iemand doet niet meer mee, de les was bevestigd",
        (Post(Wie.ZELF, "deelname_beeindigd"), Post(Wie.ZELF, "inzet_ingetrokken"), _ONZEKER),
    ),
}

_B, _I = BoekingStatus, InzetStatus

STAPPEN_VAN_OVERGANG: dict[tuple[StrEnum, StrEnum], tuple[str, ...]] = {
    (_B.TE_PLANNEN, _B.VOORGESTELD): ("voorgesteld",),
    (_B.TE_PLANNEN, _B.GEANNULEERD): ("geannuleerd_zonder_moment",),
    (_B.VOORGESTELD, _B.TE_PLANNEN): ("moment_opgegeven_voor_bevestigd",),
    (_B.VOORGESTELD, _B.VOORGESTELD): (
        "verzet_voor_bevestigd",
        "ander_moment_overgenomen",
    ),
    (_B.VOORGESTELD, _B.BEVESTIGD): (
        "ja_laatste_plek",
        "nee_toch_ja",
        "late_ja",
        "vervangen",
        "ander_moment_niet_nodig",
        "lessen_tegelijk_bevestigd",
    ),
    (_B.VOORGESTELD, _B.GEANNULEERD): (
        "geannuleerd_voor_bevestigd",
        "aanvraag_ingetrokken_voor_bevestigd",
        "aanvraag_afgewezen",
    ),
    (_B.BEVESTIGD, _B.TE_PLANNEN): ("moment_opgegeven",),
    (_B.BEVESTIGD, _B.VOORGESTELD): (
        "afgemeld",
        "ja_ingetrokken",
        "verzet",
        "pauze",
        "vertrek",
    ),
    (_B.BEVESTIGD, _B.GEGEVEN): ("gegeven",),
    (_B.BEVESTIGD, _B.GEANNULEERD): (
        "geweigerd",
        "geannuleerd",
        "aanvraag_ingetrokken",
    ),
    (_B.GEGEVEN, _B.NIET_DOORGEGAAN): ("niet_doorgegaan",),
    (_B.NIET_DOORGEGAAN, _B.GEGEVEN): ("toch_gegeven",),
    (_I.UITGENODIGD, _I.TOEGEZEGD): (
        "ja_nog_open",
        "ja_laatste_plek",
        "vervangen",
        "ander_moment_niet_nodig",
        "lessen_tegelijk_bevestigd",
    ),
    (_I.UITGENODIGD, _I.AFGEWEZEN): (
        "nee",
        "ander_moment",
    ),
    (_I.UITGENODIGD, _I.VERLOPEN): ("geen_antwoord",),
    (_I.UITGENODIGD, _I.INGETROKKEN): (
        "ja_nog_open",
        "ja_laatste_plek",
        "vraag_ingetrokken",
        "verzet_voor_bevestigd",
        "verzet",
        "moment_opgegeven_voor_bevestigd",
        "geannuleerd_voor_bevestigd",
        "aanvraag_ingetrokken_voor_bevestigd",
        "aanvraag_afgewezen",
    ),
    (_I.TOEGEZEGD, _I.UITGENODIGD): ("verzet",),
    (_I.TOEGEZEGD, _I.AFGEMELD): (
        "afgemeld_voor_bevestigd",
        "afgemeld",
    ),
    (_I.TOEGEZEGD, _I.INGETROKKEN): (
        "geweigerd",
        "ja_ingetrokken",
        "moment_opgegeven_voor_bevestigd",
        "moment_opgegeven",
        "geannuleerd_voor_bevestigd",
        "geannuleerd",
        "aanvraag_ingetrokken_voor_bevestigd",
        "aanvraag_ingetrokken",
        "aanvraag_afgewezen",
        "pauze",
        "vertrek",
    ),
    (_I.AFGEWEZEN, _I.TOEGEZEGD): ("nee_toch_ja",),
    (_I.VERLOPEN, _I.TOEGEZEGD): ("late_ja",),
}
"""Every transition of Boeking and Inzet (``domain.status``), and the steps that bring it about.

What a step sends stands above; so this says who hears what at each transition.
"""
