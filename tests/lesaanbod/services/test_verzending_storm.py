"""Several workers at once, in processes of their own, on whatever database the run uses."""

import re
from pathlib import Path

import pytest

from lesaanbod.models import Bericht
from lesaanbod.models.berichten import BerichtStatus
from lesaanbod.services.berichten import verstuur_klaarstaande
from lesaanbod.services.verzending import LEASE, claim
from tests.lesaanbod.brieven import AGENDA, NU, zet_voorbeeld_klaar
from tests.storm import run_at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("voorbeeldbrief"),
]
MESSAGE_ID = re.compile(rb"^Message-ID: (\S+)", re.MULTILINE)


def list_message_ids(folder: Path) -> list[str]:
    """Return the Message-IDs of all mails in the folder, in the order in which they were sent."""
    return [
        MESSAGE_ID.search(path.read_bytes())[1].decode() for path in sorted(folder.glob("*.eml"))
    ]


def test_workers_send_every_mail_once(settings, tmp_path):
    settings.EMAIL_BACKEND = "lesaanbod.postvak.EmlBackend"
    settings.MAIL_MAP = tmp_path
    ids = [zet_voorbeeld_klaar().message_id for _ in range(24)]

    results = run_at_once([lambda: verstuur_klaarstaande(nu=NU)] * 6)

    assert [result.error for result in results] == [""] * 6
    assert sum(result.value for result in results) == 24
    assert sorted(list_message_ids(tmp_path)) == sorted(ids)
    assert set(Bericht.objects.values_list("status", "pogingen")) == {(BerichtStatus.VERZONDEN, 1)}


def test_workers_keep_the_order_of_one_uid(settings, tmp_path):
    settings.EMAIL_BACKEND = "lesaanbod.postvak.EmlBackend"
    settings.MAIL_MAP = tmp_path
    ids = [zet_voorbeeld_klaar(agenda=AGENDA).message_id for _ in range(8)]

    for _ in range(8):  # a worker may leave a mail behind when its predecessor is under way
        run_at_once([lambda: verstuur_klaarstaande(nu=NU)] * 4)

    assert list_message_ids(tmp_path) == ids


def test_claims_at_one_moment_take_different_mails():
    ids = {zet_voorbeeld_klaar().pk for _ in range(8)}

    results = run_at_once([lambda: claim(nu=NU, tot=NU + LEASE, hoogstens=1)[0].pk] * 8)

    assert {result.value for result in results} == ids
