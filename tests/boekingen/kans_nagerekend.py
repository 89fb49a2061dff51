"""The chance of a place worked out the long way: every beginning, every person, every choice.

Asks ``list_bezwaren``, as the desk does, and tries who could take which place one by one. Nothing
of ``domain.plekkans`` or ``domain.lesminuten`` is used but the shapes and which days there are.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from boekingen.domain.plekkans import Kans, Lesvraag, bereken_plekkans, list_lesweken
from boekingen.domain.rangschikking import AndereLes, Dossier, Gevraagd, list_bezwaren
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.telvensters import build_telvensters
from boekingen.selectors.plekkansen import lees_lesminuten, vraag
from hoofdrolspelers.domain.dagdeel import Dagdeel
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats
from hoofdrolspelers.domain.tijdvak import Tijdvak
from lesaanbod.selectors import list_lesopzetten

NERGENS = Plaats(school_id=None, wijk_id=None)


class Narekenaar:
    """Answers about some people, remembered, because the same beginning is asked for often."""

    def __init__(self, personen, lessen, vandaag: date) -> None:
        self.personen, self.lessen, self.vandaag = personen, lessen, vandaag
        self._kan: dict[tuple[int, datetime, int], bool] = {}

    def kan(self, persoon: Persoon, begin: datetime, duur: int) -> bool:
        """Whether nothing but who somebody is could keep this person from it."""
        sleutel = (persoon.id, begin, duur)
        if sleutel not in self._kan:
            gevraagd = Gevraagd(
                rol_id=min(persoon.rol_ids, default=0),
                niveau_ids=frozenset(),
                plaats=NERGENS,
                moment=Tijdvak(begin, begin + timedelta(minutes=duur)),
                vandaag=self.vandaag,
            )
            self._kan[sleutel] = not list_bezwaren(persoon, gevraagd, self.dossier(persoon, begin))
        return self._kan[sleutel]

    def dossier(self, persoon: Persoon, begin: datetime) -> Dossier:
        dag, week, maand, jaar = (
            sum(venster.begin <= les < venster.eind for les in self.lessen.get(persoon.id, ()))
            for venster in build_telvensters(begin).values()
        )
        return Dossier(
            andere_lessen=tuple(AndereLes(tijdvak=t, plaats=NERGENS) for t in persoon.bezet),
            lessen_deze_dag=dag,
            lessen_deze_week=week,
            lessen_deze_maand=maand,
            lessen_dit_schooljaar=jaar,
        )

    def list_mensen(self, vraag: Lesvraag) -> list[Persoon]:
        """Return who takes part, day after day of the weeks, with a diary that is not outdated."""
        maandagen = [week.maandag for week in list_lesweken(self.vandaag, vraag.min_dagen_vooraf)]
        dagen = [maandag + timedelta(days=dag) for maandag in maandagen for dag in range(5)]
        return [
            p
            for p in self.personen
            if p.is_actief
            and not p.heeft_oude_agenda
            and not (p.pauze and any(p.pauze.bevat(dag) for dag in dagen))
        ]

    def kring(self, vraag: Lesvraag, niveau_id: int, rol_id: int, weg: set[int]) -> list[Persoon]:
        """Return who counts for a role, when nobody who holds one of the roles ``weg`` does."""
        return [
            p
            for p in self.list_mensen(vraag)
            if rol_id in p.rol_ids
            and not p.rol_ids & weg
            and niveau_id in p.niveau_ids
            and (not p.les_ids or vraag.les_id in p.les_ids)
        ]

    def list_weg(self, vraag: Lesvraag) -> set[int]:
        """Return the roles that are left out, of all roles there are."""
        weg: set[int] = set()
        nodig = {rol for onderdeel in vraag.onderdelen for rol in onderdeel.rollen}
        while True:
            actief = [p for p in self.list_mensen(vraag) if not p.rol_ids & weg]
            nog = {rol for p in actief for rol in p.rol_ids}
            klein = {rol for rol in nog if sum(rol in p.rol_ids for p in actief) < 3}
            klein |= {
                rol
                for rol in nodig - weg
                for niveau in vraag.niveau_ids
                if len(self.kring(vraag, niveau, rol, weg)) < 3
            }
            if not klein - weg:
                return weg
            weg |= klein

    def vult(self, plekken: list[list[int]], al: frozenset[int] = frozenset()) -> bool:
        """Whether every place can have somebody of its own."""
        if not plekken:
            return True
        eerste, *rest = plekken
        return any(self.vult(rest, al | {wie}) for wie in eerste if wie not in al)

    def kansen(self, vraag: Lesvraag, dagen: list[date]) -> dict[Dagdeel, Kans]:
        """Return the two words for these school days of one week."""
        weg = self.list_weg(vraag)
        woorden: dict[Dagdeel, list[Kans]] = {dagdeel: [] for dagdeel in Dagdeel}
        for onderdeel in vraag.onderdelen:
            rollen = {r: n for r, n in onderdeel.rollen.items() if r not in weg}
            for niveau in vraag.niveau_ids if rollen else ():
                kringen = {rol: self.kring(vraag, niveau, rol, weg) for rol in rollen}
                for dagdeel in Dagdeel:
                    aantal = 0
                    for dag in dagen:
                        aantal += any(
                            self.vult(
                                [
                                    [p.id for p in kringen[rol] if self.kan(p, op, onderdeel.duur)]
                                    for rol, nodig in rollen.items()
                                    for _ in range(nodig)
                                ]
                            )
                            for op in list_begins(dag, dagdeel, onderdeel.duur, vraag.in_avond)
                        )
                    woord = Kans.RUIM if aantal * 2 >= len(dagen) else Kans.KRAP
                    woorden[dagdeel].append(woord if aantal else Kans.VOL)
        volgorde = [Kans.VOL, Kans.KRAP, Kans.RUIM]
        return {d: min(lijst, key=volgorde.index) for d, lijst in woorden.items() if lijst}


def list_begins(dag: date, dagdeel: Dagdeel, duur: int, in_avond: bool) -> Iterator[datetime]:
    """Yield every quarter of an hour at which a lesson may begin."""
    moment = datetime.combine(dag, time(8), ZONE)
    einde = datetime.combine(dag, time(22) if in_avond else time(17, 30), ZONE)
    half_een = datetime.combine(dag, time(12, 30), ZONE)
    while moment + timedelta(minutes=duur) <= einde:
        if (moment < half_een) is (dagdeel is Dagdeel.OCHTEND):
            yield moment
        moment += timedelta(minutes=15)


def list_verschillen(nu: datetime, *, stap: int = 5) -> Iterator[str]:
    """Yield every word of the lessons there are that is another one the long way.

    One week in ``stap`` of each lesson, each lesson beginning a week later.
    """
    lessen = [les for les in list_lesopzetten() if les.boekbaar]
    minuten = lees_lesminuten(nu=nu, vooruit=max(les.min_dagen_vooraf for les in lessen))
    lang = Narekenaar(minuten.personen, minuten.lessen, minuten.vandaag)
    for nummer, les in enumerate(lessen):
        kans = bereken_plekkans(vraag(les), minuten)
        nodig = vraag(les).rol_ids
        if kans.op_aanvraag != lang.list_weg(vraag(les)) & nodig:
            yield f"{les.titel}: {kans.op_aanvraag}"
        weken = list(list_lesweken(minuten.vandaag, les.min_dagen_vooraf))
        keuze = slice(nummer % stap, None, stap)
        for week, woorden in zip(weken[keuze], kans.weken[keuze], strict=bool(kans.weken)):
            if week.dagen and dict(woorden.kansen) != lang.kansen(vraag(les), list(week.dagen)):
                yield f"{les.titel}, {week.maandag}: {woorden.kansen}"
