from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lesaanbod", "0002_catalogus")]

    operations = [
        migrations.CreateModel(
            name="Hartslag",
            fields=[
                (
                    "naam",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="naam"
                    ),
                ),
                ("op", models.DateTimeField(verbose_name="laatst gezien op")),
            ],
            options={"verbose_name": "hartslag", "verbose_name_plural": "hartslagen"},
        ),
    ]
