"""Whether a booking can be at a moment: school days, school hours, the order of the series."""

from datetime import datetime, timedelta

from boekingen.domain.lesvolgorde import Lesmoment, beoordeel_volgorde
from boekingen.domain.schooldagen import ZONE, beoordeel_moment
from boekingen.domain.weigeringen import MomentOngeldig, VolgordeOngeldig
from boekingen.models import Boeking
from boekingen.selectors.series import list_lesmomenten


def check_moment(*, boeking: Boeking, begin: datetime, nu: datetime, reden: str) -> None:
    """Refuse a moment for a booking that cannot be.

    ``begin`` is aware. With a ``reden`` the order and the days between lessons are not held.
    Raises ``MomentOngeldig`` or ``VolgordeOngeldig``, with the sentence that says what to do.
    """
    aanvraag = boeking.aanvraag
    oordeel = beoordeel_moment(
        begin_lokaal=begin.astimezone(ZONE).replace(tzinfo=None),
        duur=boeking.duur,
        regio=aanvraag.contact.school.vakantieregio,
        verhinderdata=list(aanvraag.verhinderdata.values_list("datum", flat=True)),
        nu=nu,
        min_dagen_vooraf=0,
        avond=boeking.in_avond,
    )
    if not oordeel.mag:
        raise MomentOngeldig(oordeel.reden or "")
    if reden.strip():
        return
    dit = Lesmoment(
        nummer=boeking.nummer, begin=begin, eind=begin + timedelta(minutes=boeking.duur)
    )
    momenten = [*list_lesmomenten(boeking), dit]
    volgorde = beoordeel_volgorde(momenten, boeking.min_dagen_tussen)
    if not volgorde.mag:
        raise VolgordeOngeldig(volgorde.reden or "")
