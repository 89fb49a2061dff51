from datetime import UTC, date, datetime

from django.core import mail

import pytest

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import AanvraagStatus, BoekingStatus, ContactStatus, InzetStatus
from boekingen.models import Aanvraag, Boeking, Contactpersoon, Inzet, School
from boekingen.services.demo import vul_demo
from lesaanbod.models import Bericht, Gebeurtenis, Gebruiker
from lesaanbod.services.berichten import verstuur_klaarstaande
from tests.boekingen.bureau import list_dingen
from tests.boekingen.kans_nagerekend import list_verschillen
from tests.inloggen import make_medewerker
from tests.itip import check_mail, check_thread, read_event

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.lang]

HERFST = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def statuses(model) -> set[str]:
    return set(model.objects.values_list("status", flat=True))


# In a school week, in the summer holidays, on New Year's Eve, on both clock changes, a leap day.
@pytest.mark.parametrize(
    "nu",
    [
        HERFST,
        datetime(2027, 8, 3, 9, 0, tzinfo=UTC),
        datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
        datetime(2027, 3, 28, 1, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 9, 0, tzinfo=UTC),
    ],
    ids=["herfst", "zomer", "oudjaar", "zomertijd", "wintertijd", "schrikkeldag"],
)
def test_demo_shows_every_state_on_any_day(nu):
    assert vul_demo(nu=nu) is True
    assert statuses(Aanvraag) == {status.value for status in AanvraagStatus}
    assert statuses(Boeking) == {status.value for status in BoekingStatus}
    assert statuses(Inzet) == {status.value for status in InzetStatus}
    assert statuses(Contactpersoon) == {
        ContactStatus.AANGEMELD.value,
        ContactStatus.TOEGELATEN.value,
    }
    assert len(list_dingen(wie=make_medewerker("coördinator"), nu=nu)) > 6


def let_somebody_have_an_own_diary() -> None:
    ruben = Gebruiker.objects.get(email="ruben.aerts@demo.example").hoofdrolspeler
    bezet = [rij.begin.astimezone(ZONE) for rij in ruben.bezette_tijdvakken.all()]
    assert {(moment.isoweekday(), moment.hour, moment.minute) for moment in bezet} == {
        (2, 9, 30),
        (4, 9, 30),
    }
    assert bezet[0].date() == date(2026, 11, 24)
    assert ruben.agendas.get().waarschuwingen == []


def change_nothing_a_second_time() -> None:
    models = (Aanvraag, Boeking, Inzet, School, Bericht, Gebeurtenis, Gebruiker)
    before = [model.objects.count() for model in models]
    assert vul_demo(nu=HERFST) is False
    assert [model.objects.count() for model in models] == before


def reach_nobody() -> None:
    adressen = Gebruiker.objects.values_list("email", flat=True)
    assert [adres for adres in adressen if not adres.endswith(".example")] == []


def mail_by_every_rule_of_an_invitation() -> None:
    while verstuur_klaarstaande(nu=HERFST):
        pass
    threads: dict[str, list[bytes]] = {}
    methods = set()
    for bericht in mail.outbox:
        inhoud = bericht.message().as_bytes(linesep="\r\n")
        for deel in bericht.message().walk():
            if deel.get_content_type() == "text/calendar":
                event = read_event(deel.get_payload(decode=True))
                assert check_mail(inhoud) == []
                methods.add(event["method"])
                threads.setdefault(event["uid"], []).append(inhoud)
    assert methods == {"REQUEST", "CANCEL"}
    assert [fout for thread in threads.values() for fout in check_thread(thread)] == []
    assert not Bericht.objects.exclude(status="verzonden").exists()


def test_demo_is_made_once_has_the_chances_of_the_long_way_and_mails_by_the_rules(zonder_stilte):
    vul_demo(nu=HERFST)
    let_somebody_have_an_own_diary()
    assert list(list_verschillen(HERFST)) == []
    change_nothing_a_second_time()
    reach_nobody()
    mail_by_every_rule_of_an_invitation()
