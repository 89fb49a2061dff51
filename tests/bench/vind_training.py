"""``python -m tests.bench.vind_training``: print the address of a training of this site."""

import json

import django

if __name__ == "__main__":
    django.setup()
    from lesaanbod.models import TrainingPage

    print(json.dumps(TrainingPage.objects.live().order_by("pk")[0].get_url()))
