"""Linking, uploading, refreshing and removing diaries; what the worker makes of them."""

import io
from datetime import timedelta

from django.core.management import call_command
from django.db import IntegrityError, transaction

import pytest

from hoofdrolspelers.domain.agenda_import import GeenAgenda
from hoofdrolspelers.domain.deelname import Deelname
from hoofdrolspelers.domain.netadres import OngeldigAdres
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import BezetTijdvak, ExterneAgenda
from hoofdrolspelers.selectors import get_agenda, list_agendas, list_bezet_uit_agenda, list_personen
from hoofdrolspelers.services import agenda_verversen, agendas
from hoofdrolspelers.services.agenda_halen import BESTAAT_NIET, ONBEREIKBAAR
from hoofdrolspelers.services.agenda_verversen import meld_verouderde_agendas, ververs_agendas
from lesaanbod.models import Bericht, Gebeurtenis
from tests.factories.hoofdrolspelers import (
    BezetTijdvakFactory,
    ExterneAgendaFactory,
    HoofdrolspelerFactory,
)
from tests.hoofdrolspelers.agendas import TITEL, UUR, event, kalender
from tests.hoofdrolspelers.agendaserver import agendaserver, make_certificaat

pytestmark = pytest.mark.django_db
UREN = [timedelta(hours=uur) for uur in range(40)]
DAG = timedelta(days=1)
GOED = kalender(event("DTSTART:20270112T090000Z", UUR))
LEEG = (200, kalender())
ANDERS = kalender(event("DTSTART:20270113T090000Z", UUR))


@pytest.fixture
def persoon():
    return HoofdrolspelerFactory()


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory):
    return make_certificaat(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def server(certificaat):
    with agendaserver(certificaat) as server:
        server.antwoorden["/a.ics"] = (200, {"ETag": '"1"'}, GOED)
        yield server


@pytest.fixture
def agenda(persoon, server, nu):
    """A diary on the test server, due."""
    return ExterneAgendaFactory(
        hoofdrolspeler=persoon, adres=server.adres(), host="agenda.example", volgende_poging=nu
    )


def ververs(agenda, server, nu):
    """Let the worker read the diary, due at ``nu``; returns the row."""
    ExterneAgenda.objects.filter(pk=agenda.pk).update(volgende_poging=nu)
    assert ververs_agendas(nu=nu, net=server.net()) == 1
    agenda.refresh_from_db()
    return agenda


def list_bezet(agenda):
    return [(rij.begin.day, rij.begin.hour) for rij in agenda.bezette_tijdvakken.all()]


def laad(persoon, nu, inhoud=GOED, **anders):
    velden = {"naam": "werk", "max_dagen_oud": 31} | anders
    return agendas.laad_bestand(
        hoofdrolspeler=persoon, inhoud=inhoud, nu=nu, door=persoon.gebruiker, **velden
    )


def koppel(persoon, nu, adres="webcal://agenda.example/geheim.ics"):
    return agendas.koppel_agenda(
        hoofdrolspeler=persoon,
        naam="werk",
        adres=adres,
        max_dagen_oud=7,
        nu=nu,
        door=persoon.gebruiker,
    )


def test_koppel_agenda_is_due_at_once_and_logged_without_its_address(persoon, nu):
    agenda = koppel(persoon, nu)
    assert agendas.get_adres(agenda) == "https://agenda.example/geheim.ics"
    assert agenda.host == "agenda.example"
    assert "geheim" not in str(ExterneAgenda.objects.values().get())
    assert agenda.volgende_poging == nu
    regel = Gebeurtenis.objects.get(onderwerp_soort="agenda")
    assert (regel.wat, regel.onderwerp_id, regel.door) == (
        "agenda gekoppeld",
        str(agenda.pk),
        persoon.gebruiker,
    )
    assert "geheim" not in f"{agenda}{agenda!r}{get_agenda(persoon, agenda.pk)!r}{regel.waarom}"


def test_koppel_agenda_refuses_the_same_twice_a_bad_one_and_an_eleventh(persoon, nu):
    koppel(persoon, nu)
    with pytest.raises(agendas.AlGekoppeld):
        koppel(persoon, nu, "https://agenda.example/geheim.ics")
    with pytest.raises(OngeldigAdres):
        koppel(persoon, nu, "http://agenda.example/geheim.ics")
    ExterneAgendaFactory.create_batch(9, hoofdrolspeler=persoon)
    with pytest.raises(agendas.TeVeelAgendas):
        koppel(persoon, nu, "https://agenda.example/elf.ics")
    with pytest.raises(agendas.TeVeelAgendas):
        laad(persoon, nu)
    koppel(HoofdrolspelerFactory(), nu)


def test_laad_bestand_keeps_times_only(persoon, nu):
    agenda = laad(persoon, nu)
    assert list_bezet(agenda) == [(12, 9)]
    assert (agenda.is_bestand, agenda.gelezen_op, agenda.volgende_poging) == (True, nu, None)


def test_laad_bestand_that_is_no_calendar_changes_nothing(persoon, nu):
    with pytest.raises(GeenAgenda):
        laad(persoon, nu, b"<html>")
    assert not ExterneAgenda.objects.exists()


def test_vervang_bestand_takes_the_new_and_keeps_the_old_when_it_is_broken(persoon, nu):
    agenda = laad(persoon, nu)
    with pytest.raises(GeenAgenda):
        agendas.vervang_bestand(agenda_id=agenda.pk, inhoud=b"", nu=nu, door=persoon.gebruiker)
    assert list_bezet(agenda) == [(12, 9)]
    agendas.vervang_bestand(agenda_id=agenda.pk, inhoud=ANDERS, nu=nu, door=persoon.gebruiker)
    assert list_bezet(agenda) == [(13, 9)]
    with pytest.raises(agendas.IsGeenBestand):
        agendas.vervang_bestand(
            agenda_id=koppel(persoon, nu).pk, inhoud=GOED, nu=nu, door=persoon.gebruiker
        )


def test_ontkoppel_agenda_forgets_all_of_it(persoon, nu):
    agenda = laad(persoon, nu)
    agendas.ontkoppel_agenda(agenda_id=agenda.pk, nu=nu, door=persoon.gebruiker)
    assert not ExterneAgenda.objects.exists()
    assert not BezetTijdvak.objects.exists()


def test_vernieuw_nu_is_for_addresses_and_not_all_the_time(agenda, server, persoon, nu):
    ververs(agenda, server, nu)
    with pytest.raises(agendas.NetGeprobeerd):
        agendas.vernieuw_nu(agenda_id=agenda.pk, nu=nu)
    straks = nu + timedelta(minutes=2)
    agendas.vernieuw_nu(agenda_id=agenda.pk, nu=straks)
    agenda.refresh_from_db()
    assert agenda.volgende_poging == straks
    with pytest.raises(agendas.IsBestand):
        agendas.vernieuw_nu(agenda_id=laad(persoon, nu).pk, nu=nu)


def test_worker_reads_what_is_due_and_plans_the_next_time(agenda, server, nu):
    agenda = ververs(agenda, server, nu)
    assert list_bezet(agenda) == [(12, 9)]
    assert (agenda.gelezen_op, agenda.etag, agenda.geclaimd_tot) == (nu, '"1"', None)
    assert timedelta(minutes=40) < agenda.volgende_poging - nu < timedelta(minutes=80)
    assert ververs_agendas(nu=nu, net=server.net()) == 0


def test_worker_asks_whether_it_changed_until_it_is_time_to_read_again(agenda, server, nu):
    ververs(agenda, server, nu)
    agenda = ververs(agenda, server, nu + UREN[1])
    assert server.gevraagd[-1][1]["If-None-Match"] == '"1"'
    assert (agenda.gelezen_op, agenda.ontleed_op) == (nu + UREN[1], nu)
    assert list_bezet(agenda) == [(12, 9)]
    ververs(agenda, server, nu + 3 * DAG)
    assert "If-None-Match" not in server.gevraagd[-1][1]


@pytest.mark.parametrize(
    ("status", "inhoud"),
    [
        (200, b""),
        (200, b"<html>Log in"),
        (200, b"kapot"),
        (200, kalender()),
        (404, b""),
        (500, b""),
    ],
)
def test_last_good_reading_stays_and_the_fault_has_a_begin(status, inhoud, agenda, server, nu):
    ververs(agenda, server, nu)
    server.antwoorden["/a.ics"] = (status, {}, inhoud)
    ververs(agenda, server, nu + UREN[1])
    agenda = ververs(agenda, server, nu + UREN[3])
    assert list_bezet(agenda) == [(12, 9)]
    assert (agenda.gelezen_op, agenda.fout_sinds) == (nu, nu + UREN[1])
    assert agenda.fout
    server.antwoorden["/a.ics"] = (200, {}, ANDERS)
    agenda = ververs(agenda, server, nu + UREN[4])
    assert list_bezet(agenda) == [(13, 9)]
    assert (agenda.fout, agenda.fout_sinds, agenda.pogingen) == ("", None, 0)


def test_diary_that_stays_empty_is_believed_three_days_after_it_first_was(agenda, server, nu):
    """Other trouble before or between does not count, and does not begin the three days anew."""
    ververs(agenda, server, nu)
    for uren, antwoord in ((1, (503, b"")), (96, LEEG), (120, (503, b"")), (144, LEEG)):
        server.antwoorden["/a.ics"] = (antwoord[0], {}, antwoord[1])
        agenda = ververs(agenda, server, nu + timedelta(hours=uren))
        assert (list_bezet(agenda), agenda.fout_sinds) == ([(12, 9)], nu + UREN[1])
    assert (agenda.leeg_sinds, Bericht.objects.count()) == (nu + 4 * DAG, 1)
    agenda = ververs(agenda, server, nu + 7 * DAG)
    assert (list_bezet(agenda), agenda.fout, agenda.leeg_sinds) == ([], "", None)


def test_pauses_grow_while_it_goes_wrong(agenda, server, nu):
    server.antwoorden["/a.ics"] = (500, {}, b"")
    pauzes = []
    for poging in range(9):
        moment = nu + poging * DAG
        pauzes.append(ververs(agenda, server, moment).volgende_poging - moment)
    assert pauzes[0] < timedelta(minutes=13)
    assert pauzes[3] > pauzes[0] * 2
    assert max(pauzes) < timedelta(hours=16)


def test_website_that_asks_for_rest_is_left_alone_for_all_its_diaries(agenda, server, nu):
    straks = nu + UREN[1]
    ander = ExterneAgendaFactory(
        host=agenda.host, adres=server.adres("/b.ics"), volgende_poging=straks
    )
    server.antwoorden["/a.ics"] = (429, {"Retry-After": "7200"}, b"")
    agenda = ververs(agenda, server, nu)
    assert (agenda.wacht_tot, agenda.volgende_poging) == (nu + UREN[2], nu + UREN[2])
    for een in (agenda, ander):
        with pytest.raises(agendas.WebsiteVraagtRust):
            agendas.vernieuw_nu(agenda_id=een.pk, nu=straks)
    assert ververs_agendas(nu=straks, net=server.net()) == 0
    server.antwoorden |= {"/a.ics": (200, {}, GOED), "/b.ics": (200, {}, GOED)}
    assert ververs_agendas(nu=nu + UREN[2], net=server.net()) == 2
    agenda.refresh_from_db()
    assert (agenda.wacht_tot, agenda.fout) == (None, "")


def test_address_goes_over_to_a_new_key_and_without_the_old_one_is_lost(
    agenda, server, nu, settings
):
    oud, settings.SECRET_KEY = settings.SECRET_KEY, "another-secret-key-of-more-than-fifty-chars-x"
    settings.SECRET_KEY_FALLBACKS = [oud]
    ververs(agenda, server, nu)
    settings.SECRET_KEY_FALLBACKS = []
    assert ververs(agenda, server, nu + UREN[1]).fout == ""
    settings.SECRET_KEY = oud
    agenda = ververs(agenda, server, nu + UREN[2])
    assert (agenda.fout, agenda.is_blijvend) == (agenda_verversen.ADRES_KWIJT, True)
    assert list_bezet(agenda) == [(12, 9)]
    koppel(agenda.hoofdrolspeler, nu)


def test_owner_hears_of_it_once_and_not_every_hour(agenda, server, nu):
    server.antwoorden["/a.ics"] = (500, {}, b"")
    for uur in (0, 1, 5):
        ververs(agenda, server, nu + UREN[uur])
    assert not Bericht.objects.exists()
    for uur in (6, 7, 30):
        ververs(agenda, server, nu + UREN[uur])
    brief = Bericht.objects.get()
    assert (brief.brief, brief.aan) == ("agenda_mislukt", agenda.hoofdrolspeler.gebruiker.email)
    assert "Sinds" in brief.tekst
    assert "/hoofdrolspeler/agendas/" in brief.tekst
    assert agendas.get_adres(agenda) not in brief.tekst + brief.html


def test_what_goes_wrong_by_night_is_told_in_the_morning(agenda, server, nu):
    server.antwoorden["/a.ics"] = (404, {}, b"")
    ververs(agenda, server, nu.replace(hour=23))
    assert Bericht.objects.get().volgende_poging == (nu + DAG).replace(hour=7, minute=30)


def test_owner_hears_at_once_of_what_does_not_pass_and_not_twice_a_day(agenda, server, nu):
    server.antwoorden["/a.ics"] = (404, {}, b"")
    ververs(agenda, server, nu)
    assert BESTAAT_NIET in Bericht.objects.get().tekst
    server.antwoorden["/a.ics"] = (200, {}, GOED)
    ververs(agenda, server, nu + UREN[1])
    server.antwoorden["/a.ics"] = (404, {}, b"")
    ververs(agenda, server, nu + UREN[2])
    assert Bericht.objects.count() == 1
    ververs(agenda, server, nu + UREN[26])
    assert Bericht.objects.count() == 2


def test_address_inside_says_what_every_unreachable_one_says(persoon, nu):
    agenda = koppel(persoon, nu, "https://127.0.0.1/")
    ververs_agendas(nu=nu)
    agenda.refresh_from_db()
    assert agenda.fout == ONBEREIKBAAR


def test_one_host_is_asked_by_one_worker_at_a_time(agenda, server, nu):
    ander = ExterneAgendaFactory(host="agenda.example", adres=server.adres("/b.ics"))
    eerste = agenda_verversen.claim(nu=nu, tot=nu + DAG)
    assert agenda_verversen.claim(nu=nu, tot=nu + DAG) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        ExterneAgenda.objects.exclude(pk=eerste.pk).update(geclaimd_tot=nu)
    # A worker that died gives its claim back when the lease is over.
    weer = agenda_verversen.claim(nu=nu + DAG, tot=nu + 2 * DAG)
    assert weer.pk in {agenda.pk, ander.pk}


@pytest.mark.parametrize("antwoord", [(200, {}, GOED), (500, {}, b"")])
def test_diary_removed_while_it_was_read_stays_removed(antwoord, agenda, server, nu):
    server.antwoorden["/a.ics"] = antwoord
    geclaimd = agenda_verversen.claim(nu=nu, tot=nu + DAG)
    ExterneAgenda.objects.all().delete()
    agenda_verversen.ververs(geclaimd, nu=nu, net=server.net())
    assert not ExterneAgenda.objects.exists()
    assert not BezetTijdvak.objects.exists()


def test_who_does_not_take_part_is_not_read_and_not_written_to(agenda, server, persoon, nu):
    persoon.deelname = Deelname.VERTROKKEN.value
    persoon.save()
    assert ververs_agendas(nu=nu + 30 * DAG, net=server.net()) == 0
    assert meld_verouderde_agendas(nu=nu + 30 * DAG) == 0


def test_old_diary_is_marked_told_of_once_and_mended_by_reading(agenda, server, persoon, nu):
    ververs(agenda, server, nu)
    assert meld_verouderde_agendas(nu=nu + 7 * DAG - UREN[1]) == 0
    assert [meld_verouderde_agendas(nu=nu + 7 * DAG) for _ in range(2)] == [1, 0]
    brief = Bericht.objects.get(brief="agenda_verouderd")
    assert "nooit langer dan 7 dagen" in brief.tekst
    (gezien,) = list_personen(rol_id=None, venster=Tijdvak(nu, nu + DAG))
    assert gezien.heeft_oude_agenda is True
    assert list_agendas(persoon)[0].staat == "te oud"
    ververs(agenda, server, nu + 8 * DAG)
    (gezien,) = list_personen(rol_id=None, venster=Tijdvak(nu, nu + DAG))
    assert gezien.heeft_oude_agenda is False


def test_longer_age_mends_an_old_diary_and_no_age_never_makes_one(persoon, nu):
    agenda = laad(persoon, nu, max_dagen_oud=1)
    meld_verouderde_agendas(nu=nu + 2 * DAG)
    velden = {"agenda_id": agenda.pk, "naam": "thuis", "nu": nu + 2 * DAG}
    agendas.stel_in(max_dagen_oud=1, door=persoon.gebruiker, **velden)
    assert get_agenda(persoon, agenda.pk).staat == "te oud"
    agendas.stel_in(max_dagen_oud=None, door=persoon.gebruiker, **velden)
    assert (get_agenda(persoon, agenda.pk).staat, get_agenda(persoon, agenda.pk).naam) == (
        "goed",
        "thuis",
    )
    assert meld_verouderde_agendas(nu=nu + 400 * DAG) == 0


def test_state_is_told_the_worst_first(persoon, nu):
    agenda = ExterneAgendaFactory(hoofdrolspeler=persoon)
    assert get_agenda(persoon, agenda.pk).staat == "wordt gelezen"
    agenda.fout, agenda.fout_sinds = "mis", nu
    agenda.save()
    assert get_agenda(persoon, agenda.pk).staat == "niet te lezen"
    assert get_agenda(HoofdrolspelerFactory(), agenda.pk) is None


def test_list_bezet_uit_agenda_is_by_person_whole_and_once(nu, django_assert_num_queries):
    een, ander = BezetTijdvakFactory(), BezetTijdvakFactory()
    BezetTijdvakFactory(agenda=een.agenda)
    BezetTijdvakFactory(agenda=een.agenda, begin=nu + 30 * DAG)
    venster = Tijdvak(een.begin + timedelta(minutes=30), een.begin + DAG)
    ids = [een.hoofdrolspeler_id, ander.hoofdrolspeler_id, HoofdrolspelerFactory().pk]
    with django_assert_num_queries(1):
        bezet = list_bezet_uit_agenda(hoofdrolspeler_ids=ids, venster=venster)
    assert bezet == dict.fromkeys(ids[:2], (Tijdvak(een.begin, een.eind),))
    (gezien,) = list_personen(rol_id=None, venster=venster, ids=ids[:1])
    assert set(gezien.eigen_agenda) == {Tijdvak(een.begin, een.eind)}


def test_title_is_nowhere_in_database_log_or_mail(agenda, server, persoon, nu, caplog):
    caplog.set_level("DEBUG")
    kapot = event("DTSTART:kapot", uid=TITEL)
    server.antwoorden["/a.ics"] = (200, {}, GOED[:-15] + f"{kapot}\r\nEND:VCALENDAR".encode())
    ververs(agenda, server, nu)
    laad(persoon, nu)
    server.antwoorden["/a.ics"] = (200, {}, f"<html>{TITEL}".encode())
    for uur in (1, 2, 9):
        ververs(agenda, server, nu + UREN[uur])
    meld_verouderde_agendas(nu=nu + 99 * DAG)
    stortplaats = io.StringIO()
    call_command("dumpdata", "hoofdrolspelers", "lesaanbod", stdout=stortplaats)
    assert Bericht.objects.count() == 3
    for woord in ("Kanariezaak", "123456"):
        assert woord not in stortplaats.getvalue()
        assert woord not in caplog.text
