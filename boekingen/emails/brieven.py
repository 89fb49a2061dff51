"""Which letters exist, to whom they go, and what they do to a diary.

The README shows this table and ``tests/test_readme.py`` compares the two.
"""

from dataclasses import dataclass
from enum import StrEnum


class Ontvanger(StrEnum):
    """Who reads a letter."""

    DOCENT = "docent"
    HOOFDROLSPELER = "hoofdrolspeler"
    COORDINATOR = "coördinator"


class Agenda(StrEnum):
    """What a letter does to the diary of its reader (RFC 5546)."""

    VERZOEK = "REQUEST"
    INTREKKING = "CANCEL"
    GEEN = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """One letter; ``sleutel`` is also the name of its templates."""

    sleutel: str
    aan: Ontvanger
    agenda: Agenda
    wanneer: str
    heeft_link: bool = False

    @property
    def meteen(self) -> bool:
        """Whether its reader waits for it, having just done something; also at night."""
        return self.sleutel in METEEN


METEEN = frozenset(
    {
        "aanvraag_ontvangen",
        "aanvraag_ingetrokken",
        "inzet_toegezegd",
        "inzet_bevestigd",
        "inzet_afgewezen",
        "inzet_afgemeld",
        "antwoord_bevestigen",
        "antwoord_lukt_niet",
        "tegenvoorstel_ontvangen",
    }
)

_D, _H, _C = Ontvanger.DOCENT, Ontvanger.HOOFDROLSPELER, Ontvanger.COORDINATOR
_REQUEST, _CANCEL, _GEEN = Agenda.VERZOEK, Agenda.INTREKKING, Agenda.GEEN

BRIEVEN: dict[str, Brief] = {
    brief.sleutel: brief
    for brief in (
        Brief("aanvraag_ontvangen", _D, _GEEN, "de aanvraag is ingediend"),
        Brief("aanvraag_wachtlijst", _D, _GEEN, "er is nu niemand vrij"),
        Brief("aanvraag_beloofd", _D, _GEEN, "de lessen komen, het moment volgt"),
        Brief("aanvraag_afgewezen", _D, _GEEN, "de coördinator wijst de aanvraag af"),
        Brief("aanvraag_ingetrokken", _D, _GEEN, "de docent trekt de aanvraag in"),
        Brief("contact_toegelaten", _D, _GEEN, "de contactpersoon is toegelaten"),
        Brief("contact_geweigerd", _D, _GEEN, "de contactpersoon is geweigerd"),
        Brief("les_bevestigd", _D, _REQUEST, "alle plekken zijn gevuld"),
        Brief("lessen_bevestigd", _D, _GEEN, "meer lessen tegelijk bevestigd"),
        Brief("les_in_agenda", _D, _REQUEST, "bij elke les van meer tegelijk bevestigde lessen"),
        Brief("les_herinnering", _D, _GEEN, "drie dagen voor een bevestigde les"),
        Brief("les_onzeker", _D, _REQUEST, "iemand valt uit een bevestigde les"),
        Brief("les_niemand_gevonden", _D, _GEEN, "de uitnodigingsronde vindt niemand meer"),
        Brief("les_verzet", _D, _REQUEST, "een les die in de agenda staat, is verzet"),
        Brief(
            "les_gewijzigd", _D, _REQUEST, "een les in de agenda krijgt een andere plek of lokaal"
        ),
        Brief("les_geannuleerd", _D, _CANCEL, "de les gaat niet door"),
        Brief("les_vervallen", _D, _GEEN, "een les die nog niet in de agenda stond, vervalt"),
        Brief("inzet_gevraagd", _H, _REQUEST, "de hoofdrolspeler is gevraagd", heeft_link=True),
        Brief("inzet_herinnering", _H, _GEEN, "er is nog geen antwoord", heeft_link=True),
        Brief("inzet_toegezegd", _H, _REQUEST, "ja, en er zijn nog plekken open", heeft_link=True),
        Brief("inzet_bevestigd", _H, _REQUEST, "alle plekken zijn gevuld", heeft_link=True),
        Brief(
            "inzet_dag_ervoor",
            _H,
            _GEEN,
            "de middag voor een bevestigde les",
            heeft_link=True,
        ),
        Brief(
            "inzet_verzet",
            _H,
            _REQUEST,
            "de les is verzet en deze persoon is dan vrij",
            heeft_link=True,
        ),
        Brief(
            "inzet_gewijzigd",
            _H,
            _REQUEST,
            "een les krijgt een andere plek of een ander lokaal",
            heeft_link=True,
        ),
        Brief("inzet_afgewezen", _H, _CANCEL, "nee", heeft_link=True),
        Brief("inzet_verlopen", _H, _CANCEL, "geen antwoord op tijd", heeft_link=True),
        Brief("inzet_afgemeld", _H, _CANCEL, "ja, en later toch niet"),
        Brief("inzet_ingetrokken", _H, _CANCEL, "de uitnodiging is ingetrokken"),
        Brief(
            "antwoord_bevestigen",
            _H,
            _GEEN,
            "antwoord uit een agenda, afzender niet na te gaan",
            heeft_link=True,
        ),
        Brief(
            "antwoord_lukt_niet",
            _H,
            _GEEN,
            "ja uit een agenda, maar dat kan niet meer",
            heeft_link=True,
        ),
        Brief("tegenvoorstel_ontvangen", _H, _CANCEL, "kan dan niet, wel op een ander moment"),
        Brief(
            "tegenvoorstel_aangenomen",
            _H,
            _REQUEST,
            "de les gaat naar het voorgestelde moment",
            heeft_link=True,
        ),
        Brief("tegenvoorstel_afgewezen", _H, _GEEN, "het voorgestelde moment kan niet"),
        Brief("tegenvoorstel_vervallen", _H, _GEEN, "het voorgestelde moment is niet meer nodig"),
        Brief("deelname_uitgenodigd", _H, _GEEN, "iemand is uitgenodigd om mee te doen"),
        Brief("deelname_gepauzeerd", _H, _GEEN, "iemand doet een tijd niet mee"),
        Brief("deelname_beeindigd", _H, _GEEN, "iemand doet niet meer mee"),
        Brief("weekoverzicht", _C, _GEEN, "maandagochtend, als er iets te doen is"),
    )
}
