"""What a hoofdrolspeler sees of the own Inzetten."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from boekingen.domain.dagbeeld import Dagles, Dagregel, build_dag, list_agendablokken
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.models import Boeking, Inzet, Tegenvoorstel
from boekingen.selectors.boekingen import get_boeking, get_plaats
from boekingen.selectors.lesgegevens import get_adres, get_titel
from hoofdrolspelers.domain.beschikbaarheid import get_dag
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_bezet_uit_agenda
from lesaanbod.domain.taal import opsomming
from lesaanbod.services.links import unsign

LINK_DOEL = "uitnodiging"


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenLes:
    """One row of the portal."""

    inzet_id: int
    titel: str
    rol: str
    begin: datetime
    eind: datetime
    adres: str
    leerlingen: int
    antwoord_voor: datetime
    status: str
    is_zeker: bool
    dag: tuple[Dagregel, ...]

    @property
    def dag_id(self) -> str:
        """Return the name of the heading of the day, on a page with several."""
        return f"dag-{self.inzet_id}"

    @property
    def is_gevraagd(self) -> bool:
        """Whether an answer is still awaited."""
        return self.status == InzetStatus.UITGENODIGD.value


def get_inzet_voor_token(token: str) -> Inzet | None:
    """Return the Inzet that a link from a mail opens, or None for any other text."""
    sleutel = unsign(doel=LINK_DOEL, token=token)
    if sleutel is None:
        return None
    return (
        Inzet.objects.select_related("hoofdrolspeler__gebruiker", "plek__rol")
        .filter(sleutel=sleutel)
        .first()
    )


def get_boeking_van(inzet: Inzet) -> Boeking:
    """Return the booking an Inzet is for, with everything."""
    boeking = get_boeking(boeking_id=inzet.plek.boeking_id)
    assert boeking is not None  # noqa: S101  # the foreign key holds it
    return boeking


def list_dagen(inzetten: Collection[Inzet], *, met_agenda: bool) -> dict[int, tuple[Dagregel, ...]]:
    """Return per Inzet the day around it: the other lessons of the same person, and the way.

    One person's Inzetten, with that person and their bookings; three queries, however many.
    ``met_agenda`` adds the time that the own diaries take, for a page behind a login. Where a day
    holds nothing else there is only this lesson.
    """
    if not inzetten:
        return {}
    dagen = [get_dag(get_datum(inzet.begin)) for inzet in inzetten]
    venster = Tijdvak(min(dag.begin for dag in dagen), max(dag.eind for dag in dagen))
    mens = next(iter(inzetten)).hoofdrolspeler
    open_of_ja = list(
        with_boeking(
            Inzet.objects.filter(
                hoofdrolspeler=mens,
                status__in=[InzetStatus.UITGENODIGD.value, InzetStatus.TOEGEZEGD.value],
                begin__gte=venster.begin,
                begin__lt=venster.eind,
            )
        )
    )
    bezet: Collection[Tijdvak] = ()
    if met_agenda:
        per_mens = list_bezet_uit_agenda(hoofdrolspeler_ids=[mens.pk], venster=venster)
        bezet = per_mens.get(mens.pk, ())
    middel = Vervoermiddel(mens.vervoermiddel)
    return {
        inzet.pk: build_dag(_list_dag(inzet, open_of_ja, bezet), middel=middel)
        for inzet in inzetten
    }


def _list_dag(
    inzet: Inzet, open_of_ja: list[Inzet], bezet: Collection[Tijdvak]
) -> Iterator[Dagles]:
    dag = get_datum(inzet.begin)
    yield _build_dagles(inzet, is_deze=True)
    for andere in open_of_ja:
        komt = andere.status == InzetStatus.TOEGEZEGD.value
        if komt and andere.pk != inzet.pk and get_datum(andere.begin) == dag:
            yield _build_dagles(andere, is_deze=False)
    momenten = [Tijdvak(een.begin, een.eind) for een in (inzet, *open_of_ja)]
    yield from list_agendablokken(bezet, dag=dag, lessen=momenten)


def _build_dagles(inzet: Inzet, *, is_deze: bool) -> Dagles:
    boeking = inzet.plek.boeking
    groepen = opsomming(groep.naam for groep in boeking.groepen.all())
    return Dagles(
        begin=inzet.begin,
        eind=inzet.eind,
        plaats=get_plaats(boeking),
        naam=f"{boeking.aanvraag.contact.school.naam}, {groepen}",
        is_deze=is_deze,
    )


def get_datum(moment: datetime) -> date:
    """Return the day of ``moment`` in Utrecht."""
    return moment.astimezone(ZONE).date()


def with_boeking(inzetten: QuerySet[Inzet]) -> QuerySet[Inzet]:
    """Add role, booking, school and groepen in a constant number of queries."""
    return inzetten.select_related(
        "plek__rol", "plek__boeking__aanvraag__contactpersoon__school"
    ).prefetch_related("plek__boeking__groepen")


def get_eigen_inzet(gebruiker: Any, *, inzet_id: int) -> Inzet | None:
    """Return an Inzet of this person, or None for somebody else's and for no one's."""
    inzetten = Inzet.objects.select_related("hoofdrolspeler__gebruiker", "plek__rol")
    return inzetten.filter(pk=inzet_id, hoofdrolspeler__gebruiker=gebruiker).first()


def get_laatste_voorstel(inzet: Inzet) -> Tegenvoorstel | None:
    """Return the last other moment this person named for this question."""
    return inzet.tegenvoorstellen.prefetch_related("momenten").order_by("pk").last()


def heeft_iets_in_eigen_agenda(inzet: Inzet) -> bool:
    """Whether the own diary of this person takes part of the moment; it warns, never refuses.

    A block equal to the moment itself is our own invitation, come back. One query.
    """
    moment = Tijdvak(inzet.begin, inzet.eind)
    bezet = list_bezet_uit_agenda(hoofdrolspeler_ids=[inzet.hoofdrolspeler_id], venster=moment)
    return any(blok != moment for blok in bezet.get(inzet.hoofdrolspeler_id, ()))


def list_eigen_lessen(gebruiker: Any, *, nu: datetime) -> list[EigenLes]:
    """Return what is asked of this person and what comes, soonest first; constant queries."""
    inzetten = list(
        with_boeking(
            Inzet.objects.filter(
                hoofdrolspeler__gebruiker=gebruiker,
                status__in=[InzetStatus.UITGENODIGD.value, InzetStatus.TOEGEZEGD.value],
                eind__gt=nu,
            )
        )
        .select_related("hoofdrolspeler")
        .order_by("begin", "pk")
    )
    gevraagd = [i for i in inzetten if i.status == InzetStatus.UITGENODIGD.value]
    dagen = list_dagen(gevraagd, met_agenda=True)
    return [_build_eigen_les(inzet, dagen.get(inzet.pk, ())) for inzet in inzetten]


def _build_eigen_les(inzet: Inzet, dag: tuple[Dagregel, ...]) -> EigenLes:
    boeking = inzet.plek.boeking
    groepen = boeking.groepen.all()
    return EigenLes(
        inzet_id=inzet.pk,
        titel=get_titel(boeking),
        rol=inzet.plek.rol.naam,
        begin=inzet.begin,
        eind=inzet.eind,
        adres=get_adres(boeking),
        leerlingen=sum(groep.leerlingen for groep in groepen),
        antwoord_voor=inzet.antwoord_voor,
        status=inzet.status,
        is_zeker=boeking.status == BoekingStatus.BEVESTIGD.value,
        dag=dag,
    )
