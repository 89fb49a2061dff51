from django.db import migrations, models

from lesaanbod.services.versleuteling import ontsleutel, versleutel

DOEL = "agenda-adres"


def versleutel_adressen(apps, schema_editor):
    agendas = apps.get_model("hoofdrolspelers", "ExterneAgenda").objects
    for agenda in agendas.exclude(adres="").iterator():
        agenda.adres_versleuteld = versleutel(doel=DOEL, tekst=agenda.adres)
        agenda.save(update_fields=["adres_versleuteld"])


def ontsleutel_adressen(apps, schema_editor):
    agendas = apps.get_model("hoofdrolspelers", "ExterneAgenda").objects
    for agenda in agendas.exclude(adres_versleuteld="").iterator():
        agenda.adres = ontsleutel(doel=DOEL, bewaard=agenda.adres_versleuteld)
        agenda.save(update_fields=["adres"])


class Migration(migrations.Migration):
    dependencies = [("hoofdrolspelers", "0006_max_uitnodigingen")]

    operations = [
        migrations.AddField(
            model_name="externeagenda",
            name="adres_versleuteld",
            field=models.TextField(blank=True, default="", verbose_name="adres, versleuteld"),
            preserve_default=False,
        ),
        migrations.RunPython(versleutel_adressen, ontsleutel_adressen),
        migrations.RemoveField(model_name="externeagenda", name="adres"),
        migrations.AddField(
            model_name="externeagenda",
            name="wacht_tot",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="de website vraagt te wachten tot"
            ),
        ),
    ]
