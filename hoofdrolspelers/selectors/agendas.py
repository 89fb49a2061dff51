"""Diaries that people keep elsewhere: how they stand, and the time they take."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import QuerySet

from hoofdrolspelers.domain.agendabeeld import Agendabeeld
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import BezetTijdvak, ExterneAgenda, Hoofdrolspeler


def list_bezet_uit_agenda(
    *, hoofdrolspeler_ids: Collection[int], venster: Tijdvak
) -> dict[int, tuple[Tijdvak, ...]]:
    """Return the time that people's own diaries take and that touches ``venster``, by person.

    Whole spans, each event on its own, in order; who is not in it has none. One query.
    """
    bezet: dict[int, list[Tijdvak]] = defaultdict(list)
    for rij in bezet_elders(venster).filter(hoofdrolspeler__in=hoofdrolspeler_ids):
        bezet[rij.hoofdrolspeler_id].append(Tijdvak(rij.begin, rij.eind))
    return {persoon: tuple(dict.fromkeys(spans)) for persoon, spans in bezet.items()}


def list_agendas(hoofdrolspeler: Hoofdrolspeler) -> list[Agendabeeld]:
    """Return the diaries of this person as a page shows them, in the order they came."""
    return [_build_agendabeeld(agenda) for agenda in hoofdrolspeler.agendas.all()]


def get_agenda(hoofdrolspeler: Hoofdrolspeler, agenda_id: int) -> Agendabeeld | None:
    """Return one diary of this person, or None for an unknown one and for anybody else's."""
    agenda = hoofdrolspeler.agendas.filter(pk=agenda_id).first()
    return _build_agendabeeld(agenda) if agenda else None


def bezet_elders(tijdvak: Tijdvak) -> QuerySet[BezetTijdvak]:
    """Return what diaries elsewhere take of ``tijdvak``, in order."""
    return BezetTijdvak.objects.filter(begin__lt=tijdvak.eind, eind__gt=tijdvak.begin)


def _build_agendabeeld(agenda: ExterneAgenda) -> Agendabeeld:
    return Agendabeeld(
        id=agenda.pk,
        naam=agenda.naam,
        host=agenda.host,
        is_bestand=agenda.is_bestand,
        max_dagen_oud=agenda.max_dagen_oud,
        toegevoegd_op=agenda.toegevoegd_op,
        gelezen_op=agenda.gelezen_op,
        fout=agenda.fout,
        fout_sinds=agenda.fout_sinds,
        is_blijvend=agenda.is_blijvend,
        verouderd_sinds=agenda.verouderd_sinds,
        volgende_poging=agenda.volgende_poging,
        waarschuwingen=tuple(agenda.waarschuwingen),
    )
