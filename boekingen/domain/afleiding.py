"""What follows from the states of the parts."""

from collections.abc import Collection

from .status import AanvraagStatus, BoekingStatus

GESLOTEN = frozenset(
    {BoekingStatus.GEGEVEN, BoekingStatus.NIET_DOORGEGAAN, BoekingStatus.GEANNULEERD}
)


def leid_aanvraag_af(
    huidig: AanvraagStatus, boekingen: Collection[BoekingStatus]
) -> AanvraagStatus:
    """Return the state of a submitted request, given the states of its bookings.

    Everything closed: afgerond. Everything that still comes is bevestigd: gepland. Otherwise it
    is ingediend, or stays on the wachtlijst as long as nothing is proposed. A request that was
    ended by somebody keeps its state.
    """
    if huidig not in {AanvraagStatus.INGEDIEND, AanvraagStatus.WACHTLIJST, AanvraagStatus.GEPLAND}:
        return huidig
    open_boekingen = {status for status in boekingen if status not in GESLOTEN}
    if not open_boekingen:
        return AanvraagStatus.AFGEROND
    if open_boekingen == {BoekingStatus.BEVESTIGD}:
        return AanvraagStatus.GEPLAND
    if huidig == AanvraagStatus.WACHTLIJST and open_boekingen == {BoekingStatus.TE_PLANNEN}:
        return AanvraagStatus.WACHTLIJST
    return AanvraagStatus.INGEDIEND
