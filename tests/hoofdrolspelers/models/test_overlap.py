"""The guard: spans of one person never overlap, whoever writes and however."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.migrations.writer import MigrationWriter
from django.db.models import F

import pytest

from hoofdrolspelers.models import GEEN_OVERLAP, Vastlegging
from hoofdrolspelers.models.overlap import GeenOverlap, put_triggers_back
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, VastleggingFactory
from tests.hoofdrolspelers.bewaking import drop_triggers, get_guard

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="Only SQLite does it with triggers."
)

MICROSECOND = timedelta(microseconds=1)
HALF_SECOND = timedelta(milliseconds=500)
HOUR = timedelta(hours=1)


def count_triggers() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
            [f"{GEEN_OVERLAP}%"],
        )
        return cursor.fetchone()[0]


@pytest.fixture
def taken(nu):
    """A lesson from nine to ten."""
    return VastleggingFactory(begin=nu, eind=nu + HOUR)


OVERLAPPING = [
    pytest.param(timedelta(0), HOUR, id="same"),
    pytest.param(-HALF_SECOND, HALF_SECOND, id="into, by half a second"),
    pytest.param(-HOUR, MICROSECOND, id="into, by a microsecond"),
    pytest.param(HOUR - MICROSECOND, 2 * HOUR, id="out of, by a microsecond"),
    pytest.param(HALF_SECOND, HOUR - HALF_SECOND, id="within"),
    pytest.param(-HOUR, 2 * HOUR, id="around"),
]
CLEAR = [
    pytest.param(-HOUR, timedelta(0), id="touches the begin"),
    pytest.param(HOUR, 2 * HOUR, id="touches the end"),
    pytest.param(-HOUR, -MICROSECOND, id="a microsecond before"),
    pytest.param(HOUR + HALF_SECOND, 2 * HOUR, id="half a second after"),
]


@pytest.mark.parametrize(("begin", "eind"), OVERLAPPING)
def test_insert_that_overlaps_is_refused_by_name(taken, begin, eind):
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        VastleggingFactory(
            hoofdrolspeler=taken.hoofdrolspeler, begin=taken.begin + begin, eind=taken.begin + eind
        )
    assert list(Vastlegging.objects.all()) == [taken]


@pytest.mark.parametrize(("begin", "eind"), CLEAR)
def test_insert_beside_it_is_taken(taken, begin, eind):
    VastleggingFactory(
        hoofdrolspeler=taken.hoofdrolspeler, begin=taken.begin + begin, eind=taken.begin + eind
    )
    assert Vastlegging.objects.count() == 2


@pytest.mark.parametrize(("begin", "eind"), OVERLAPPING)
def test_insert_that_overlaps_a_span_with_fractions_is_refused(nu, begin, eind):
    """Stored text with a fraction beside stored text without: «08:00:00» and «08:00:00.500000»."""
    fraction = timedelta(microseconds=500_001)
    taken = VastleggingFactory(begin=nu + fraction, eind=nu + fraction + HOUR)
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        VastleggingFactory(
            hoofdrolspeler=taken.hoofdrolspeler, begin=taken.begin + begin, eind=taken.begin + eind
        )


@pytest.mark.parametrize(("begin", "eind"), CLEAR)
def test_insert_beside_a_span_with_fractions_is_taken(nu, begin, eind):
    fraction = timedelta(microseconds=500_001)
    taken = VastleggingFactory(begin=nu + fraction, eind=nu + fraction + HOUR)
    VastleggingFactory(
        hoofdrolspeler=taken.hoofdrolspeler, begin=taken.begin + begin, eind=taken.begin + eind
    )
    assert Vastlegging.objects.count() == 2


def test_insert_in_another_zone_is_compared_as_the_same_moment(taken):
    begin = taken.begin.astimezone(ZoneInfo("America/New_York"))
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        VastleggingFactory(hoofdrolspeler=taken.hoofdrolspeler, begin=begin, eind=begin + HOUR)


def test_insert_over_midnight_and_new_year_is_compared_as_time(nu):
    eve = nu.replace(year=2026, month=12, day=31, hour=23)
    taken = VastleggingFactory(begin=eve, eind=eve + 3 * HOUR)
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        VastleggingFactory(
            hoofdrolspeler=taken.hoofdrolspeler, begin=eve + 2 * HOUR, eind=eve + 4 * HOUR
        )


def test_insert_for_another_person_at_the_same_moment_is_taken(taken):
    VastleggingFactory(begin=taken.begin, eind=taken.eind)
    assert Vastlegging.objects.count() == 2


def test_bulk_create_of_two_that_overlap_is_refused(nu):
    hoofdrolspeler = HoofdrolspelerFactory()
    rows = [
        Vastlegging(hoofdrolspeler=hoofdrolspeler, begin=nu, eind=nu + HOUR, sleutel=sleutel)
        for sleutel in ("een", "twee")
    ]
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        Vastlegging.objects.bulk_create(rows)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"begin": F("begin") - HOUR - HALF_SECOND}, id="begin"),
        pytest.param({"begin": F("begin") - HOUR, "eind": F("eind") - HOUR}, id="both"),
    ],
)
def test_update_into_another_span_is_refused(taken, change):
    later = VastleggingFactory(
        hoofdrolspeler=taken.hoofdrolspeler, begin=taken.eind, eind=taken.eind + HOUR
    )
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        Vastlegging.objects.filter(pk=later.pk).update(**change)


def test_update_to_a_person_with_a_lesson_is_refused(taken):
    other = VastleggingFactory(begin=taken.begin, eind=taken.eind)
    other.hoofdrolspeler = taken.hoofdrolspeler
    with pytest.raises(IntegrityError, match=GEEN_OVERLAP), transaction.atomic():
        other.save()


def test_update_of_a_row_does_not_collide_with_itself(taken):
    taken.begin += HALF_SECOND
    taken.save()
    taken.refresh_from_db()
    assert taken.eind - taken.begin == HOUR - HALF_SECOND


def test_end_before_begin_is_refused(nu):
    with pytest.raises(IntegrityError, match="vastlegging_eind_na_begin"), transaction.atomic():
        VastleggingFactory(begin=nu, eind=nu - MICROSECOND)


def test_full_clean_of_an_overlap_says_so_in_dutch(taken):
    row = Vastlegging(
        hoofdrolspeler=taken.hoofdrolspeler,
        begin=taken.begin + HALF_SECOND,
        eind=taken.eind,
        sleutel="nieuw",
    )
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert refusal.value.message_dict == {"__all__": ["Deze hoofdrolspeler heeft dan al een les."]}
    assert refusal.value.error_dict["__all__"][0].code == "bezet"


def test_full_clean_of_what_is_stored_or_clear_is_silent(taken):
    taken.full_clean()
    taken.begin, taken.eind = taken.eind, taken.eind + HOUR
    taken.full_clean()


@pytest.mark.parametrize("exclude", [{"begin"}, {"eind"}, {"hoofdrolspeler"}])
def test_validate_leaves_out_what_a_form_leaves_out(taken, exclude):
    row = Vastlegging(
        hoofdrolspeler=taken.hoofdrolspeler, begin=taken.begin, eind=taken.eind, sleutel="nieuw"
    )
    get_guard().validate(Vastlegging, row, exclude=exclude)


def test_validate_leaves_missing_values_to_their_fields(taken):
    row = Vastlegging(hoofdrolspeler=taken.hoofdrolspeler, begin=taken.begin, sleutel="nieuw")
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert set(refusal.value.message_dict) == {"eind"}


def test_deconstruct_gives_back_an_equal_constraint():
    guard = get_guard()
    _path, args, kwargs = guard.deconstruct()
    assert GeenOverlap(*args, **kwargs) == guard
    assert MigrationWriter.serialize(guard)[0] == (
        "hoofdrolspelers.models.overlap.GeenOverlap(begin='begin', eind='eind', "
        "name='vastlegging_geen_overlap', per='hoofdrolspeler', violation_error_code='bezet', "
        "violation_error_message='Deze hoofdrolspeler heeft dan al een les.')"
    )


def test_makemigrations_finds_nothing_to_do(capsys):
    call_command("makemigrations", "hoofdrolspelers", check=True, dry_run=True)
    assert capsys.readouterr().out == "No changes detected in app 'hoofdrolspelers'\n"


@on_sqlite
def test_put_triggers_back_makes_them_once():
    drop_triggers()
    assert count_triggers() == 0
    for _ in range(2):
        put_triggers_back(sender=apps.get_app_config("hoofdrolspelers"), using="default")
        assert count_triggers() == 2


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_migrate_puts_back_what_a_remade_table_lost(nu):
    with connection.schema_editor() as editor:
        editor._remake_table(Vastlegging)
    assert count_triggers() == 0
    call_command("migrate", verbosity=0)
    assert count_triggers() == 2


@on_sqlite
def test_put_triggers_back_leaves_other_apps_alone(django_assert_num_queries):
    with django_assert_num_queries(0):
        put_triggers_back(sender=apps.get_app_config("lesaanbod"), using="default")
