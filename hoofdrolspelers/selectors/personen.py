"""People as matching sees them, read as plain rows: a ranking asks for tens of them at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Value

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok, list_dagen
from hoofdrolspelers.domain.deelname import DOET_MEE, Deelname, Pauze
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.persoonstijd import Tijdgegevens, bereken_aangeboden, get_vakanties
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort
from hoofdrolspelers.models import ExterneAgenda, Hoofdrolspeler, WeekRitme

from .agendas import bezet_elders
from .tijd import overlapping, uitzonderingen_in

VELDEN = (
    "pk",
    "gebruiker__naam",
    "voornaam",
    "organisatie",
    "max_per_dag",
    "max_per_week",
    "max_per_maand",
    "max_per_schooljaar",
    "dagen_vooraf",
    "rust_minuten",
    "vervoermiddel",
    "vertrekwijk_id",
    "max_reisminuten",
    "in_vakanties",
    "deelname",
    "pauze_van",
    "pauze_tot_en_met",
    "heeft_oude_agenda",
)
KOPPELS: tuple[tuple[str, Any, str], ...] = (
    ("rol", Hoofdrolspeler.rollen.through, "rol_id"),
    ("niveau", Hoofdrolspeler.niveaus.through, "niveau_id"),
    ("wijk", Hoofdrolspeler.wijken.through, "wijk_id"),
    ("les", Hoofdrolspeler.inzetbaar_voor.through, "lespage_id"),
)
PER_PERSOON = "hoofdrolspeler_id"


def list_personen(
    *, rol_id: int | None, venster: Tijdvak, ids: Collection[int] | None = None
) -> list[Persoon]:
    """Return everybody with this role (None: any role), by pk, with their time in ``venster``.

    Who is only invited, or pauses, is in it too, marked, so that a desk can say why not; who left
    is in no list. ``ids`` narrows it to these people. Seven queries, however many people.
    """
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    if rol_id is not None:
        people = people.filter(rollen=rol_id)
    if ids is not None:
        people = people.filter(pk__in=ids)
    oud = ExterneAgenda.objects.filter(verouderd_sinds__isnull=False, hoofdrolspeler=OuterRef("pk"))
    people = people.annotate(heeft_oude_agenda=Exists(oud)).order_by("pk")
    rijen = [dict(zip(VELDEN, rij, strict=True)) for rij in people.values_list(*VELDEN)]
    gezocht = [rij["pk"] for rij in rijen]
    tijd = _read_tijd(gezocht, venster)
    koppels = _read_koppels(KOPPELS, gezocht)
    return [_build_persoon(rij, koppels[rij["pk"]], tijd[rij["pk"]], venster) for rij in rijen]


def list_inzetbaar(ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Return for whom a coördinator chose lessons, and which; who is not in it may give all."""
    alleen = [koppel for koppel in KOPPELS if koppel[0] == "les"]
    return {pk: frozenset(van["les"]) for pk, van in _read_koppels(alleen, ids).items()}


def _read_koppels(
    koppels: Sequence[tuple[str, Any, str]], ids: Collection[int]
) -> dict[int, dict[str, set[int]]]:
    """Return the other sides of these many-to-manys by person and name. One query each."""
    gevonden: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for naam, tussen, doel in koppels:
        paren = tussen.objects.filter(hoofdrolspeler_id__in=ids)
        for pk, ander in paren.values_list(PER_PERSOON, doel):
            gevonden[pk][naam].add(ander)
    return gevonden


def _read_tijd(ids: Collection[int], venster: Tijdvak) -> dict[int, dict[str, list[Any]]]:
    """Return rhythm, exceptions, lessons and own diary that touch the window. Two queries."""
    tijd: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    weekdagen = {dag.isoweekday() for dag in islice(list_dagen(venster), 7)}
    ritmes = WeekRitme.objects.filter(hoofdrolspeler__in=ids, weekdag__in=weekdagen)
    velden = ("weekdag", "begin", "eind", "geldig_vanaf", "geldig_tm")
    for pk, weekdag, begin, eind, vanaf, tm in ritmes.order_by().values_list(PER_PERSOON, *velden):
        stuk = Ritmestuk(Ritmeblok(weekdag, begin, eind), Periode(vanaf, tm))
        tijd[pk]["ritme"].append(stuk)
    lessen, agenda, uitzonderingen = (
        rijen.filter(hoofdrolspeler__in=ids)
        .annotate(naam=naam)
        .order_by()
        .values_list(PER_PERSOON, "naam", "begin", "eind")
        for naam, rijen in (
            (Value("les", output_field=CharField()), overlapping(venster)),
            (Value("agenda", output_field=CharField()), bezet_elders(venster)),
            (F("soort"), uitzonderingen_in(venster)),
        )
    )
    for pk, naam, begin, eind in sorted(
        lessen.union(agenda, uitzonderingen, all=True), key=lambda rij: rij[2:]
    ):
        tijd[pk][naam].append(Tijdvak(begin, eind))
    return tijd


def _build_persoon(
    rij: dict[str, Any],
    koppels: dict[str, set[int]],
    tijd: dict[str, list[Any]],
    venster: Tijdvak,
) -> Persoon:
    """Build the plain values from one row and what was read beside it."""
    gegevens = Tijdgegevens(
        ritme=tuple(tijd["ritme"]),
        weg=tuple(tijd[Uitzonderingsoort.WEG.value]),
        extra=tuple(tijd[Uitzonderingsoort.EXTRA.value]),
        vastgelegd=tuple(tijd["les"]),
        in_vakanties=rij["in_vakanties"],
    )
    van, tot_en_met = rij["pauze_van"], rij["pauze_tot_en_met"]
    return Persoon(
        id=rij["pk"],
        naam=rij["gebruiker__naam"],
        voornaam=rij["voornaam"],
        organisatie=rij["organisatie"],
        rol_ids=frozenset(koppels["rol"]),
        niveau_ids=frozenset(koppels["niveau"]),
        wijk_ids=frozenset(koppels["wijk"]),
        les_ids=frozenset(koppels["les"]),
        max_per_dag=rij["max_per_dag"],
        max_per_week=rij["max_per_week"],
        max_per_maand=rij["max_per_maand"],
        max_per_schooljaar=rij["max_per_schooljaar"],
        dagen_vooraf=rij["dagen_vooraf"],
        rust=timedelta(minutes=rij["rust_minuten"]),
        vervoermiddel=Vervoermiddel(rij["vervoermiddel"]),
        vertrekwijk_id=rij["vertrekwijk_id"],
        max_reisminuten=rij["max_reisminuten"],
        is_actief=rij["deelname"] in DOET_MEE,
        vrij=bereken_aangeboden(gegevens, venster),
        bezet=gegevens.vastgelegd,
        weg=gegevens.weg,
        vakantie=() if gegevens.in_vakanties else get_vakanties(venster),
        eigen_agenda=tuple(tijd["agenda"]),
        heeft_oude_agenda=rij["heeft_oude_agenda"],
        pauze=Pauze(van, tot_en_met) if van and tot_en_met else None,
    )
