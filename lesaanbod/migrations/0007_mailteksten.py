"""The wordings of letters, kept by a redacteur."""

from django.db import migrations, models


def give_rights(apps, schema_editor):
    """Let a redacteur word the letters; Django itself makes permissions only after all migrations."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    redacteur = apps.get_model("auth", "Group").objects.get(name="redacteur")
    content_type, _ = ContentType.objects.get_or_create(app_label="lesaanbod", model="mailtekst")
    right, _ = Permission.objects.get_or_create(
        content_type=content_type,
        codename="change_mailtekst",
        defaults={"name": "Can change mailtekst"},
    )
    redacteur.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("lesaanbod", "0006_sessies"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mailtekst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("brief", models.CharField(max_length=60, verbose_name="brief")),
                (
                    "onderwerp",
                    models.CharField(blank=True, max_length=200, verbose_name="onderwerp"),
                ),
                ("kop", models.CharField(blank=True, max_length=200, verbose_name="kop")),
                ("inhoud", models.TextField(blank=True, verbose_name="tekst")),
                ("gemaakt_op", models.DateTimeField(verbose_name="gemaakt op")),
            ],
            options={
                "verbose_name": "mailtekst",
                "verbose_name_plural": "mailteksten",
                "ordering": ["-pk"],
                "default_permissions": ("change",),
                "indexes": [models.Index(fields=["brief", "-id"], name="mailtekst_nieuwste")],
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
