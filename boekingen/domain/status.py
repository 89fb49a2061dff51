"""The states of everything that has states, and the steps allowed between them.

Services ask these tables before they change a state; nothing else decides. The README shows the
same tables and ``tests/test_readme.py`` compares.
"""

from enum import StrEnum


class AanvraagStatus(StrEnum):
    """A request of a school; derived from its bookings once it is submitted."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    WACHTLIJST = "wachtlijst"
    GEPLAND = "gepland"
    AFGEROND = "afgerond"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


class BoekingStatus(StrEnum):
    """One onderdeel for one or more groepen."""

    TE_PLANNEN = "te_plannen"
    VOORGESTELD = "voorgesteld"
    BEVESTIGD = "bevestigd"
    GEGEVEN = "gegeven"
    NIET_DOORGEGAAN = "niet_doorgegaan"
    GEANNULEERD = "geannuleerd"


class InzetStatus(StrEnum):
    """One hoofdrolspeler asked for one Plek."""

    UITGENODIGD = "uitgenodigd"
    TOEGEZEGD = "toegezegd"
    AFGEWEZEN = "afgewezen"
    VERLOPEN = "verlopen"
    AFGEMELD = "afgemeld"
    INGETROKKEN = "ingetrokken"


class ContactStatus(StrEnum):
    """Whether a contactpersoon may speak for the school."""

    AANGEMELD = "aangemeld"
    TOEGELATEN = "toegelaten"
    GEWEIGERD = "geweigerd"


class VoorstelStatus(StrEnum):
    """Another moment, proposed by somebody who cannot come at the one that was asked."""

    OPEN = "open"
    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"
    VERVALLEN = "vervallen"


class RondeStatus(StrEnum):
    """One uitnodigingsronde for one open Plek."""

    LOPEND = "lopend"
    GESTOPT = "gestopt"
    GEVULD = "gevuld"
    UITGEPUT = "uitgeput"


class PlanStatus(StrEnum):
    """One run of the season planner, and what came of its proposal."""

    WACHTEND = "wachtend"
    LOPEND = "lopend"
    KLAAR = "klaar"
    GESTOPT = "gestopt"
    MISLUKT = "mislukt"
    TOEPASSEN = "toepassen"
    TOEGEPAST = "toegepast"
    VERVALLEN = "vervallen"


class Plansoort(StrEnum):
    """What the planner was asked: a whole season, or to mend a hole."""

    SEIZOEN = "seizoen"
    HERSTEL = "herstel"


class Aanleiding(StrEnum):
    """Why an uitnodigingsronde started."""

    BUREAU = "bureau"
    VANZELF = "vanzelf"
    UITVAL = "uitval"


class Redencode(StrEnum):
    """What a no was about; decides for what somebody is not asked again."""

    MOMENT = "moment"
    LES = "les"
    SCHOOL = "school"
    ANDERS = "anders"
    BUREAU = "bureau"


_A, _B, _I, _C = AanvraagStatus, BoekingStatus, InzetStatus, ContactStatus
_V = VoorstelStatus
_R = RondeStatus
_P = PlanStatus

OVERGANGEN: dict[type[StrEnum], dict[StrEnum, frozenset[StrEnum]]] = {
    AanvraagStatus: {
        _A.CONCEPT: frozenset({_A.INGEDIEND}),
        _A.INGEDIEND: frozenset(
            {_A.GEPLAND, _A.WACHTLIJST, _A.AFGEROND, _A.AFGEWEZEN, _A.INGETROKKEN}
        ),
        _A.WACHTLIJST: frozenset({_A.INGEDIEND, _A.AFGEROND, _A.AFGEWEZEN, _A.INGETROKKEN}),
        _A.GEPLAND: frozenset({_A.INGEDIEND, _A.AFGEROND, _A.AFGEWEZEN, _A.INGETROKKEN}),
        _A.AFGEROND: frozenset(),
        _A.AFGEWEZEN: frozenset(),
        _A.INGETROKKEN: frozenset(),
    },
    BoekingStatus: {
        _B.TE_PLANNEN: frozenset({_B.VOORGESTELD, _B.GEANNULEERD}),
        # A move leads from voorgesteld to voorgesteld, at another moment.
        _B.VOORGESTELD: frozenset({_B.VOORGESTELD, _B.TE_PLANNEN, _B.BEVESTIGD, _B.GEANNULEERD}),
        _B.BEVESTIGD: frozenset({_B.VOORGESTELD, _B.TE_PLANNEN, _B.GEGEVEN, _B.GEANNULEERD}),
        _B.GEGEVEN: frozenset({_B.NIET_DOORGEGAAN}),
        _B.NIET_DOORGEGAAN: frozenset({_B.GEGEVEN}),
        _B.GEANNULEERD: frozenset(),
    },
    InzetStatus: {
        _I.UITGENODIGD: frozenset({_I.TOEGEZEGD, _I.AFGEWEZEN, _I.VERLOPEN, _I.INGETROKKEN}),
        _I.TOEGEZEGD: frozenset({_I.UITGENODIGD, _I.AFGEMELD, _I.INGETROKKEN}),
        _I.AFGEWEZEN: frozenset({_I.TOEGEZEGD}),
        _I.VERLOPEN: frozenset({_I.TOEGEZEGD}),
        _I.AFGEMELD: frozenset(),
        _I.INGETROKKEN: frozenset(),
    },
    ContactStatus: {
        _C.AANGEMELD: frozenset({_C.TOEGELATEN, _C.GEWEIGERD}),
        _C.TOEGELATEN: frozenset({_C.GEWEIGERD}),
        _C.GEWEIGERD: frozenset({_C.TOEGELATEN}),
    },
    VoorstelStatus: {
        _V.OPEN: frozenset({_V.AANGENOMEN, _V.AFGEWEZEN, _V.VERVALLEN}),
        _V.AANGENOMEN: frozenset(),
        _V.AFGEWEZEN: frozenset(),
        _V.VERVALLEN: frozenset(),
    },
    RondeStatus: {
        _R.LOPEND: frozenset({_R.GESTOPT, _R.GEVULD, _R.UITGEPUT}),
        _R.GESTOPT: frozenset(),
        _R.GEVULD: frozenset(),
        # A late yes still fills the place; a coördinator may also take over.
        _R.UITGEPUT: frozenset({_R.GEVULD, _R.GESTOPT}),
    },
    PlanStatus: {
        _P.WACHTEND: frozenset({_P.LOPEND, _P.VERVALLEN}),
        _P.LOPEND: frozenset({_P.KLAAR, _P.GESTOPT, _P.MISLUKT}),
        # A run that stopped or failed keeps its best proposal, which may still be applied: that of
        # a season by the worker, that of a repair at once.
        _P.KLAAR: frozenset({_P.TOEPASSEN, _P.TOEGEPAST, _P.VERVALLEN}),
        _P.GESTOPT: frozenset({_P.TOEPASSEN, _P.TOEGEPAST, _P.VERVALLEN}),
        _P.MISLUKT: frozenset({_P.TOEPASSEN, _P.TOEGEPAST, _P.VERVALLEN}),
        _P.TOEPASSEN: frozenset({_P.TOEGEPAST, _P.MISLUKT}),
        _P.TOEGEPAST: frozenset(),
        _P.VERVALLEN: frozenset(),
    },
}


class OvergangNietToegestaan(Exception):
    """The step from one state to another is not in the table."""

    def __init__(self, van: StrEnum, naar: StrEnum) -> None:
        super().__init__(f"{type(van).__name__}: {van} -> {naar}")
        self.van = van
        self.naar = naar


def check_overgang(van: StrEnum, naar: StrEnum) -> None:
    """Raise ``OvergangNietToegestaan`` unless the table allows ``van`` to become ``naar``."""
    if naar not in OVERGANGEN[type(van)][van]:
        raise OvergangNietToegestaan(van, naar)
