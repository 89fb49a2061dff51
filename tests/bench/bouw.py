"""``python -m tests.bench.bouw N``: fill the database of the environment.

Migrations and the demo catalogue first; then lessons are added until there are N.
"""

import json
import sys
from dataclasses import replace
from itertools import cycle

import django


def bouw(aantal: int) -> int:
    """Return how many lessons and trainings there are in the end."""
    from django.core.management import call_command
    from django.db import connection, transaction
    from django.utils import timezone

    from wagtail.models import Site
    from wagtail.signal_handlers import disable_reference_index_auto_update

    from lesaanbod.models import AanbodPage
    from lesaanbod.services.demo import vul_lesaanbod

    call_command("migrate", verbosity=0)
    vul_lesaanbod(nu=timezone.now())
    Site.objects.update(hostname="127.0.0.1", port=443)
    with transaction.atomic(), disable_reference_index_auto_update():
        vermenigvuldig(aantal - AanbodPage.objects.count())
    if connection.vendor == "postgresql":  # on a real site autovacuum does so by itself
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return AanbodPage.objects.count()


def vermenigvuldig(aantal: int) -> None:
    """Add lessons like those of the demo, with other titles and addresses."""
    from django.utils import timezone

    from lesaanbod.models import Aanbieder, LesaanbodPage, Niveau, Rol, Thema
    from lesaanbod.services.demo.bouwen import Begrippen, build_aanbod
    from lesaanbod.services.demo.catalogus import AANBOD
    from lesaanbod.services.zoekteksten import schrijf_ontbrekende_zoekteksten

    begrippen = Begrippen(
        niveaus={een.slug: een for een in Niveau.objects.all()},
        themas={een.slug: een for een in Thema.objects.all()},
        rollen={een.slug: een for een in Rol.objects.all()},
        aanbieders={een.naam: een for een in Aanbieder.objects.all()},
    )
    lesaanbod = LesaanbodPage.objects.get()
    nu = timezone.now()
    for nummer, een in zip(range(aantal), cycle(AANBOD), strict=False):
        anders = {"slug": f"{een.slug}-{nummer}", "titel": f"{een.titel} {nummer}"}
        kopie = replace(een, **anders, materialen=())
        lesaanbod.add_child(instance=build_aanbod(kopie, begrippen=begrippen, nu=nu))
    schrijf_ontbrekende_zoekteksten()


if __name__ == "__main__":
    django.setup()
    print(json.dumps(bouw(int(sys.argv[1]))))
