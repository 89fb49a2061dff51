"""How people take part, what a school sees before and after, and the VOG."""

from datetime import date

from django.conf import settings
from django.db import migrations, models


BEGIN, EIND = date(2026, 1, 1), date(2099, 12, 31)


def carry_over(apps, schema_editor):
    """Keep what a school sees as it was, and let who did not take part pause until somebody looks."""
    mensen = apps.get_model("hoofdrolspelers", "Hoofdrolspeler").objects
    mensen.update(zichtbaarheid_vooraf=models.F("zichtbaarheid"))
    mensen.filter(rollen__slug="officier-van-justitie").update(zichtbaarheid_vooraf="rol")
    mensen.filter(is_actief=False).update(
        deelname="gepauzeerd", pauze_van=BEGIN, pauze_tot_en_met=EIND
    )


class Migration(migrations.Migration):
    dependencies = [
        ("hoofdrolspelers", "0003_externe_agenda"),
        ("lesaanbod", "0006_sessies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="hoofdrolspeler",
            name="deelname",
            field=models.CharField(
                choices=[
                    ("uitgenodigd", "uitgenodigd"),
                    ("actief", "actief"),
                    ("gepauzeerd", "gepauzeerd"),
                    ("vertrokken", "vertrokken"),
                ],
                default="actief",
                max_length=12,
                verbose_name="deelname",
            ),
        ),
        migrations.AddField(
            model_name="hoofdrolspeler",
            name="pauze_tot_en_met",
            field=models.DateField(blank=True, null=True, verbose_name="laatste dag van de pauze"),
        ),
        migrations.AddField(
            model_name="hoofdrolspeler",
            name="pauze_van",
            field=models.DateField(blank=True, null=True, verbose_name="eerste dag van de pauze"),
        ),
        migrations.AddField(
            model_name="hoofdrolspeler",
            name="vog_datum",
            field=models.DateField(
                blank=True,
                help_text="Alleen voor de coördinator.",
                null=True,
                verbose_name="datum van de VOG",
            ),
        ),
        migrations.AddField(
            model_name="hoofdrolspeler",
            name="vog_notitie",
            field=models.CharField(blank=True, max_length=300, verbose_name="notitie bij de VOG"),
        ),
        migrations.AddField(
            model_name="hoofdrolspeler",
            name="zichtbaarheid_vooraf",
            field=models.CharField(
                choices=[
                    ("rol", "alleen de rol"),
                    ("voornaam", "rol en voornaam"),
                    ("naam", "rol en hele naam"),
                ],
                default="rol",
                max_length=10,
                verbose_name="wat een school ziet vóór de bevestiging",
            ),
        ),
        migrations.AlterField(
            model_name="hoofdrolspeler",
            name="organisatie",
            field=models.CharField(blank=True, max_length=80, verbose_name="organisatie"),
        ),
        migrations.AlterField(
            model_name="hoofdrolspeler",
            name="voornaam",
            field=models.CharField(blank=True, max_length=60, verbose_name="voornaam"),
        ),
        migrations.AlterField(
            model_name="hoofdrolspeler",
            name="zichtbaarheid",
            field=models.CharField(
                choices=[
                    ("rol", "alleen de rol"),
                    ("voornaam", "rol en voornaam"),
                    ("naam", "rol en hele naam"),
                ],
                default="rol",
                max_length=10,
                verbose_name="wat een school ziet na de bevestiging",
            ),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="hoofdrolspeler",
            name="is_actief",
        ),
        migrations.AddConstraint(
            model_name="hoofdrolspeler",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("pauze_tot_en_met__isnull", True), ("pauze_van__isnull", True)),
                    ("pauze_tot_en_met__gte", models.F("pauze_van")),
                    _connector="OR",
                ),
                name="hoofdrolspeler_pauze_heeft_begin_en_eind",
                violation_error_message="Kies een laatste dag die niet voor de eerste ligt.",
            ),
        ),
    ]
