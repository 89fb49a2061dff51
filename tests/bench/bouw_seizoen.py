"""``python -m tests.bench.bouw_seizoen``: a city in which a whole season is confirmed.

Some 1,450 lessons of 410 requests, in series of three or four, given by 90 people in six roles;
every lesson has three wishes, of which it stands at the first. Prints how many lessons there are.
"""

import json
import sys
from collections import Counter
from datetime import datetime, timedelta
from uuid import uuid4

import django

AANVRAGEN, MENSEN, SCHOLEN, WIJKEN = 410, 90, 60, 10
ROLLEN = ("wijkagent", "jongerenwerker", "HALT-medewerker", "officier", "rolmodel", "student")
LENGTES = (4, 4, 3, 3)
PER_MAAND = 6
TUSSEN = timedelta(days=14)
SPEELRUIMTE = 60
UUR = timedelta(hours=1)
PER_KEER = 5000


def bouw(nu: datetime) -> int:
    """Fill the database; return the number of lessons."""
    from django.core.management import call_command
    from django.db import transaction

    from tests.boekingen.wereld import Wereld
    from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
    from tests.factories.hoofdrolspelers import WijkFactory

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        wijken = WijkFactory.create_batch(WIJKEN)
        wereld = Wereld(nu=nu, wijk=wijken[0])
        les = wereld.les(*({rol: 1} for rol in ROLLEN))
        contacten = [
            ContactpersoonFactory(school=SchoolFactory(wijk=wijken[nummer % WIJKEN]))
            for nummer in range(SCHOLEN)
        ]
        mensen = {
            rol: [
                wereld.persoon(rol, max_per_maand=PER_MAAND, wijken=wijken[nummer % 3 :: 2])
                for nummer in range(MENSEN // len(ROLLEN))
            ]
            for rol in ROLLEN
        }
        return maak_lessen(wereld, les, contacten, Agenda(mensen, nu))


class Agenda:
    """Who is free on a day: one lesson a day, and as many a month as everybody wants."""

    def __init__(self, mensen, nu: datetime) -> None:
        from boekingen.domain.schooldagen import is_schooldag

        self.mensen, self.maand, self.dag = mensen, Counter(), set()
        dagen = [nu + timedelta(days=7 + een) for een in range(330)]
        self.dagen = [een for een in dagen if is_schooldag(een.date(), regio="Midden")]

    def neem(self, rol: str, vanaf: datetime, wijk_id: int):
        """Return the first day from ``vanaf`` on and who comes then, or None."""
        for dag in [een for een in self.dagen if een >= vanaf][:SPEELRUIMTE]:
            for mens in self.mensen[rol]:
                werkt = wijk_id in {een.pk for een in mens.wijken.all()}
                maand = (mens.pk, dag.year, dag.month)
                if werkt and (mens.pk, dag) not in self.dag and self.maand[maand] < PER_MAAND:
                    self.dag.add((mens.pk, dag))
                    self.maand[maand] += 1
                    return dag, mens
        return None


def maak_lessen(wereld, les, contacten, agenda: Agenda) -> int:
    """Add requests with their lessons, confirmed; return how many lessons."""
    from boekingen.models import Aanvraag, Boeking, Groep, Inzet, Plek, Wens
    from hoofdrolspelers.models import Vastlegging

    vroegst = agenda.dagen[0]
    aanvragen = Aanvraag.objects.bulk_create(
        Aanvraag(
            les=les,
            contactpersoon=contacten[nummer % SCHOLEN],
            status="gepland",
            kenmerk=f"S{nummer}",
            les_titel=les.title,
            aangemaakt_op=wereld.nu,
            ingediend_op=wereld.nu,
        )
        for nummer in range(AANVRAGEN)
    )
    groepen = Groep.objects.bulk_create(
        Groep(aanvraag=een, volgorde=1, naam="8A", niveau=wereld.niveau, leerlingen=25)
        for een in aanvragen
    )
    boekingen, wensen, wie = [], [], []
    for nummer, aanvraag in enumerate(aanvragen):
        vanaf = vroegst + timedelta(days=nummer % 120)
        lengte = LENGTES[nummer % len(LENGTES)]
        for volgnummer in range(lengte):
            rol = ROLLEN[(nummer + volgnummer) % len(ROLLEN)]
            gevonden = agenda.neem(rol, vanaf, aanvraag.contactpersoon.school.wijk_id)
            if gevonden is None:
                break
            begin, mens = gevonden
            sleutel = uuid4()
            wensen += [
                Wens(
                    aanvraag=aanvraag,
                    onderdeel_sleutel=sleutel,
                    volgorde=nr,
                    begin=begin + timedelta(days=dagen),
                )
                for nr, dagen in enumerate((0, 1, 7), start=1)
            ]
            boekingen.append(
                Boeking(
                    aanvraag=aanvraag,
                    les=les,
                    onderdeel_sleutel=sleutel,
                    nummer=volgnummer + 1,
                    serie_lengte=lengte,
                    titel=les.title,
                    duur=60,
                    min_dagen_tussen=7,
                    status="bevestigd",
                    begin=begin,
                    eind=begin + UUR,
                )
            )
            wie.append((wereld.rol(rol), mens))
            vanaf = begin + TUSSEN
    boekingen = Boeking.objects.bulk_create(boekingen, batch_size=PER_KEER)
    Wens.objects.bulk_create(wensen, batch_size=PER_KEER)
    groep_van = {een.aanvraag_id: een for een in groepen}
    tussen = Boeking.groepen.through
    tussen.objects.bulk_create(
        [tussen(boeking=een, groep=groep_van[een.aanvraag_id]) for een in boekingen],
        batch_size=PER_KEER,
    )
    plekken = Plek.objects.bulk_create(
        [Plek(boeking=een, rol=rol) for een, (rol, _) in zip(boekingen, wie, strict=True)],
        batch_size=PER_KEER,
    )
    vast = Vastlegging.objects.bulk_create(
        [
            Vastlegging(
                hoofdrolspeler=mens, begin=een.begin, eind=een.eind, sleutel=f"seizoen-{een.pk}"
            )
            for een, (_, mens) in zip(boekingen, wie, strict=True)
        ],
        batch_size=PER_KEER,
    )
    Inzet.objects.bulk_create(
        [
            Inzet(
                plek=plek,
                hoofdrolspeler=mens,
                status="toegezegd",
                begin=tijd.begin,
                eind=tijd.eind,
                sleutel=f"seizoen-{plek.pk}",
                gevraagd_op=wereld.nu,
                antwoord_voor=tijd.begin,
                beantwoord_op=wereld.nu,
                vastlegging=tijd,
            )
            for plek, tijd, (_, mens) in zip(plekken, vast, wie, strict=True)
        ],
        batch_size=PER_KEER,
    )
    return len(boekingen)


if __name__ == "__main__":
    django.setup()
    print(json.dumps(bouw(datetime.fromisoformat(sys.argv[1]))))
