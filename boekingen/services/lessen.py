"""Turning a submitted request into the lessons that have to be planned."""

from boekingen.models import Aanvraag, Boeking, Groep, Plek
from lesaanbod.selectors import Lesopzet, OnderdeelOpzet


def maak_boekingen(*, aanvraag: Aanvraag, les: Lesopzet) -> None:
    """Make per onderdeel one Boeking for each groep, or one for all when they join.

    Title, duration, place and roles are copied, so that an editor who changes the lesson later
    changes nothing that was asked for.
    """
    groepen = list(aanvraag.groepen.all())
    sets = [groepen] if aanvraag.klassen_samen else [[groep] for groep in groepen]
    for groepen_van_boeking in sets:
        for onderdeel in les.onderdelen:
            maak_boeking(
                aanvraag=aanvraag, les=les, onderdeel=onderdeel, groepen=groepen_van_boeking
            )


def maak_boeking(
    *, aanvraag: Aanvraag, les: Lesopzet, onderdeel: OnderdeelOpzet, groepen: list[Groep]
) -> Boeking:
    """Make one Boeking with a Plek for every person it needs."""
    boeking = Boeking.objects.create(
        aanvraag=aanvraag,
        les_id=les.les_id,
        onderdeel_sleutel=onderdeel.sleutel,
        nummer=onderdeel.nummer,
        serie_lengte=len(les.onderdelen),
        min_dagen_tussen=les.min_dagen_tussen,
        in_avond=les.in_avond,
        titel=onderdeel.titel,
        duur=onderdeel.duur,
        op_school=onderdeel.op_school,
        plaats=onderdeel.plaats,
    )
    boeking.groepen.set(groepen)
    Plek.objects.bulk_create(
        Plek(boeking=boeking, rol_id=rol.rol_id, nummer=nummer)
        for rol in onderdeel.rollen
        for nummer in range(1, rol.aantal + 1)
    )
    return boeking
