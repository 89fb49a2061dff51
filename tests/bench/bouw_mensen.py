"""``python -m tests.bench.bouw_mensen N``: a city of N hoofdrolspelers with 200 days of masks.

Six roles, three levels of which everybody has two, ten wijken of which everybody works in two (one
in ten in the whole city), three halves of a day a week, three lessons each already. Prints the
number of the lesson that asks somebody.
"""

import json
import random
import sys
from datetime import date, datetime, time, timedelta
from itertools import islice

import django

DAGEN = 200
BOEKINGEN = 200
ROLLEN = 6
WIJKEN = 10
LESSEN = 3
DAGDELEN = ((time(8), time(12, 30)), (time(12, 30), time(17, 30)))
PER_KEER = 5000


def bouw(aantal: int, nu: datetime) -> int:
    """Fill the database; return the number of a lesson that asks for somebody of the first role."""
    from django.core.management import call_command
    from django.db import transaction

    from tests.boekingen.wereld import Wereld, op
    from tests.factories.hoofdrolspelers import WijkFactory

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        wijken = WijkFactory.create_batch(WIJKEN)
        wereld = Wereld(nu=nu, wijk=wijken[0])
        rollen = [wereld.rol(f"rol {nummer}") for nummer in range(ROLLEN)]
        boeking = wereld.boeking({rollen[0].naam: 1}, begin=op(2, 2))
        mensen = maak_mensen(aantal, wereld, rollen, wijken)
        geef_tijd(mensen, nu.date())
        geef_lessen(mensen, wereld, rollen)
        for nummer in range(20):
            wereld.stel_voor(
                wereld.aanvraag(boeking.les).boekingen.get(), op(2, 3 + nummer % 3, 9 + nummer % 5)
            )
    return boeking.pk


def maak_mensen(aantal: int, wereld, rollen, wijken) -> list:
    """Add the people and what they may do."""
    from hoofdrolspelers.models import Hoofdrolspeler
    from lesaanbod.models import Gebruiker
    from tests.factories.lesaanbod import NiveauFactory

    kans = random.Random(1)
    niveaus = [wereld.niveau, *NiveauFactory.create_batch(2)]
    gebruikers = Gebruiker.objects.bulk_create(
        [
            Gebruiker(email=f"mens{nummer}@bench.example", naam=f"Mens {nummer}")
            for nummer in range(aantal)
        ],
        batch_size=PER_KEER,
    )
    mensen = Hoofdrolspeler.objects.bulk_create(
        [Hoofdrolspeler(gebruiker=gebruiker, max_per_maand=8) for gebruiker in gebruikers],
        batch_size=PER_KEER,
    )
    paren = {
        "rollen": [(mens, rollen[nummer % ROLLEN]) for nummer, mens in enumerate(mensen)],
        "niveaus": [(mens, een) for mens in mensen for een in kans.sample(niveaus, 2)],
        "wijken": [
            (mens, wijk)
            for mens in mensen
            if kans.random() > 0.1
            for wijk in kans.sample(wijken, 2)
        ],
    }
    for veld, rijen in paren.items():
        tussen = getattr(Hoofdrolspeler, veld).through
        naam = tussen._meta.get_fields()[2].attname
        tussen.objects.bulk_create(
            [tussen(hoofdrolspeler_id=mens.pk, **{naam: ander.pk}) for mens, ander in rijen],
            batch_size=PER_KEER,
        )
    return mensen


def geef_tijd(mensen, vandaag: date) -> None:
    """Add rhythms and the masks of the days."""
    from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
    from hoofdrolspelers.domain.dagmasker import bouw_dagmaskers
    from hoofdrolspelers.domain.persoonstijd import Tijdgegevens
    from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
    from hoofdrolspelers.models import Hoofdrolspeler, VrijeDag, WeekRitme

    kans, tm = random.Random(2), vandaag + timedelta(days=DAGEN)
    ritmes, maskers = [], []
    for mens in mensen:
        blokken = [
            Ritmeblok(weekdag, *kans.choice(DAGDELEN)) for weekdag in kans.sample(range(1, 6), 3)
        ]
        ritmes += [
            WeekRitme(hoofdrolspeler=mens, weekdag=b.weekdag, begin=b.begin, eind=b.eind)
            for b in blokken
        ]
        ritme = tuple(Ritmestuk(blok, Periode(None, None)) for blok in blokken)
        maskers += [
            VrijeDag(hoofdrolspeler=mens, datum=masker.datum, bits=masker.bits)
            for masker in bouw_dagmaskers(Tijdgegevens(ritme=ritme), vanaf=vandaag, tm=tm)
        ]
    WeekRitme.objects.bulk_create(ritmes, batch_size=PER_KEER)
    VrijeDag.objects.bulk_create(maskers, batch_size=PER_KEER)
    Hoofdrolspeler.objects.filter(pk__in=Hoofdrolspeler.objects.values("pk")).update(dagen_tm=tm)


def geef_lessen(mensen, wereld, rollen) -> None:
    """Add three lessons to everybody, all at other moments."""
    from boekingen.models import Boeking, Inzet, Plek
    from hoofdrolspelers.models import Vastlegging
    from tests.boekingen.wereld import op

    voorbeeld = Boeking.objects.latest("pk")
    velden = {
        veld.attname: getattr(voorbeeld, veld.attname)
        for veld in Boeking._meta.concrete_fields
        if veld.name not in {"id", "status"}
    }
    boekingen = Boeking.objects.bulk_create(
        [Boeking(**velden, status="gegeven") for _ in range(BOEKINGEN)]
    )
    paren = [(mens, keer) for keer in range(LESSEN) for mens in mensen]
    begins = [op(1, 12 + 2 * keer, 9 + nummer % 7) for nummer, (_, keer) in enumerate(paren)]
    plekken = Plek.objects.bulk_create(
        [
            Plek(boeking=boekingen[nr % BOEKINGEN], rol=rollen[0], nummer=nr // BOEKINGEN + 2)
            for nr in range(len(paren))
        ],
        batch_size=PER_KEER,
    )
    uur = timedelta(hours=1)
    vast = Vastlegging.objects.bulk_create(
        [
            Vastlegging(hoofdrolspeler=mens, begin=begin, eind=begin + uur, sleutel=f"bench-{nr}")
            for nr, ((mens, _), begin) in enumerate(zip(paren, begins, strict=True))
        ],
        batch_size=PER_KEER,
    )
    Inzet.objects.bulk_create(
        [
            Inzet(
                plek=plek,
                hoofdrolspeler=mens,
                status="toegezegd",
                begin=begin,
                eind=begin + uur,
                sleutel=f"bench-{plek.pk}",
                gevraagd_op=wereld.nu,
                antwoord_voor=begin,
                beantwoord_op=wereld.nu,
                vastlegging=vastlegging,
            )
            for plek, (mens, _), begin, vastlegging in zip(
                plekken, islice(paren, None), begins, vast, strict=True
            )
        ],
        batch_size=PER_KEER,
    )


if __name__ == "__main__":
    django.setup()
    from zoneinfo import ZoneInfo

    NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    print(json.dumps(bouw(int(sys.argv[1]), NU)))
