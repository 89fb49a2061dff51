"""``python -m tests.boekingen.hangkind NUMMER``: a child of the worker that stops half-way.

It does what ``plan_seizoen --plan`` does, until a first plan is written or the first of several
people was asked. Then it says so on standard output and waits for its end.
"""

import os
import sys

import django
from django.db import connection


def start_omgeving() -> dict[str, str]:
    """Return the environment in which a process works on the database of this test."""
    gegevens = connection.settings_dict
    plaats = f"postgres://{gegevens['USER']}:{gegevens['PASSWORD']}@{gegevens['HOST']}"
    adres = f"{plaats}:{gegevens['PORT']}/{gegevens['NAME']}"
    if connection.vendor == "sqlite":
        adres = f"sqlite:///{gegevens['NAME']}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "lesaanbod.config.settings",
        "DATABASE_URL": adres,
        "LOG_LEVEL": "INFO",
    }


def wacht_op_het_einde() -> None:
    """Say that it is half-way, and stay there."""
    sys.stdout.write("halverwege\n")
    sys.stdout.flush()
    sys.stdin.read()


def main(nummer: str) -> None:
    """Do this run until half-way."""
    django.setup()

    from django.core.management import call_command  # after setup

    from boekingen.services import planuitvoering, seizoensplan

    vraag = seizoensplan.nodig_uit

    def los_nooit_op(rooster, verloop, _methode):
        # The pulse looks at its row at every question, so that the first plan is written.
        planuitvoering.PULS_SECONDEN = 0
        verloop.meld("waarde", rooster)
        for _ in range(2):
            verloop.moet_stoppen()
        wacht_op_het_einde()

    def vraag_een(**wie):
        vraag(**wie)
        wacht_op_het_einde()

    seizoensplan.nodig_uit = vraag_een
    planuitvoering.werk_plan_uit.__kwdefaults__["oplossen"] = los_nooit_op
    call_command("plan_seizoen", "--plan", nummer)


if __name__ == "__main__":
    main(sys.argv[1])
