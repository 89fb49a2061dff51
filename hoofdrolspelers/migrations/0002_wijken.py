"""The ten wijken of Utrecht and the postcodes that mostly lie in them.

Codes and names: CBS/Kadaster, wijk- en buurtkaart, municipality GM0344 (CC BY 4.0). Postcodes were
placed in the wijken by their position; one on a border (3521) may also be Binnenstad, and staff
may overrule every row.
"""

from django.db import migrations

# code -> name, and the first and last postcode of each unbroken range
WIJKEN = {
    "WK034401": ("West", [(3531, 3534), (3542, 3542)]),
    "WK034402": ("Noordwest", [(3513, 3513), (3551, 3555)]),
    "WK034403": ("Overvecht", [(3561, 3566)]),
    "WK034404": ("Noordoost", [(3514, 3515), (3571, 3573)]),
    "WK034405": ("Oost", [(3581, 3585)]),
    "WK034406": ("Binnenstad", [(3511, 3512)]),
    "WK034407": ("Zuid", [(3523, 3525)]),
    "WK034408": ("Zuidwest", [(3521, 3522), (3526, 3527)]),
    "WK034409": ("Leidsche Rijn", [(3528, 3528), (3541, 3541), (3543, 3545)]),
    "WK034410": ("Vleuten-De Meern", [(3451, 3455), (3546, 3546)]),
}


def create_wijken(apps, schema_editor):
    Wijk = apps.get_model("hoofdrolspelers", "Wijk")
    WijkPostcode = apps.get_model("hoofdrolspelers", "WijkPostcode")
    for code, (naam, ranges) in WIJKEN.items():
        wijk, _ = Wijk.objects.get_or_create(code=code, defaults={"naam": naam})
        WijkPostcode.objects.bulk_create(
            [
                WijkPostcode(postcode4=str(postcode), wijk=wijk)
                for first, last in ranges
                for postcode in range(first, last + 1)
            ],
            ignore_conflicts=True,
        )


class Migration(migrations.Migration):
    dependencies = [("hoofdrolspelers", "0001_mensen")]

    operations = [migrations.RunPython(create_wijken, migrations.RunPython.noop)]
