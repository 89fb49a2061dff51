"""The fixed week: per day a morning and an afternoon, and for how long it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.ritmeperiode import Periode, get_zomer
from hoofdrolspelers.forms.velden import Eindtijdveld, Tijdveld, build_datumveld
from lesaanbod.domain.datums import DAGEN, format_datum

BLOKKEN_PER_DAG = 2
WERKDAGEN = 5
VANAF_NU, TOT_DE_ZOMER, ANDERS = "nu", "zomer", "anders"
NACHT = "Gaat het door na middernacht? Zet het deel na middernacht bij de dag erna."


@dataclass(frozen=True, slots=True)
class Blokvelden:
    """The two fields of one block."""

    van: BoundField
    tot: BoundField


@dataclass(frozen=True, slots=True)
class Dagvelden:
    """One day with its blocks."""

    dag: str
    blokken: tuple[Blokvelden, ...]


class WeekritmeForm(forms.Form):
    """Times of seven days, two blocks a day; ``cleaned_data`` gets ``ritme`` and ``periode``."""

    wanneer = forms.ChoiceField(
        label="Hoe lang geldt deze week?",
        widget=forms.RadioSelect,
        initial=VANAF_NU,
        error_messages={"required": "Kies hoe lang deze week geldt."},
    )
    vanaf = build_datumveld("Vanaf", verplicht=False, hint="Bij een andere periode.")
    tm = build_datumveld("Tot en met", verplicht=False, hint="Leeg: tot u iets anders doorgeeft.")

    def __init__(
        self, *args: Any, vandaag: date, ritme: Iterable[Ritmeblok] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        zomer = format_datum(get_zomer(vandaag))
        wanneer = self.fields["wanneer"]
        assert isinstance(wanneer, forms.ChoiceField)  # noqa: S101  # declared above
        wanneer.choices = [
            (VANAF_NU, "Vanaf nu, tot ik iets anders doorgeef"),
            (TOT_DE_ZOMER, f"Dit schooljaar, tot de zomer ({zomer})"),
            (ANDERS, "Een andere periode"),
        ]
        begin = _spread(ritme)
        for weekdag, dag in enumerate(DAGEN, start=1):
            for nummer in range(1, BLOKKEN_PER_DAG + 1):
                van, tot = begin.get((weekdag, nummer), (None, None))
                rand = f"{weekdag}_{nummer}"
                self.fields[f"van_{rand}"] = Tijdveld(label=f"{dag} van", initial=van)
                self.fields[f"tot_{rand}"] = Eindtijdveld(label=f"{dag} tot", initial=tot)

    def list_dagen(self) -> Iterator[Dagvelden]:
        """Yield the days of the week with their fields."""
        for weekdag, dag in enumerate(DAGEN, start=1):
            yield Dagvelden(
                dag,
                tuple(
                    Blokvelden(self[f"van_{weekdag}_{nummer}"], self[f"tot_{weekdag}_{nummer}"])
                    for nummer in range(1, BLOKKEN_PER_DAG + 1)
                ),
            )

    def list_werkdagen(self) -> list[Dagvelden]:
        """Return Monday up to and including Friday."""
        return list(self.list_dagen())[:WERKDAGEN]

    def list_weekend(self) -> list[Dagvelden]:
        """Return Saturday and Sunday."""
        return list(self.list_dagen())[WERKDAGEN:]

    @property
    def has_weekend(self) -> bool:
        """Whether anything stands at Saturday or Sunday."""
        return any(
            blok.van.value() or blok.tot.value()
            for dag in self.list_weekend()
            for blok in dag.blokken
        )

    def clean(self) -> dict[str, Any]:
        """Turn the fields into blocks and a period."""
        gegevens = super().clean() or {}
        ritme = list(self._list_blokken(gegevens))
        return {"ritme": ritme, "periode": self._build_periode(gegevens)}

    def _list_blokken(self, gegevens: dict[str, Any]) -> Iterator[tuple[int, time, time]]:
        for weekdag, dag in enumerate(DAGEN, start=1):
            for nummer in range(1, BLOKKEN_PER_DAG + 1):
                naam = f"van_{weekdag}_{nummer}"
                van, tot = gegevens.get(naam), gegevens.get(f"tot_{weekdag}_{nummer}")
                if van and tot and van < tot:
                    yield weekdag, van, tot
                elif (van or tot) and not self._has_fout(weekdag, nummer):
                    self.add_error(naam, f"Vul voor {dag} een begin en een later eind in. {NACHT}")

    def _has_fout(self, weekdag: int, nummer: int) -> bool:
        return any(self.has_error(f"{rand}_{weekdag}_{nummer}") for rand in ("van", "tot"))

    def _build_periode(self, gegevens: dict[str, Any]) -> Periode | None:
        match gegevens.get("wanneer"):
            case None:
                return None
            case "nu":
                return Periode(self.vandaag, None)
            case "zomer":
                return Periode(self.vandaag, get_zomer(self.vandaag))
        vanaf, tm = gegevens.get("vanaf"), gegevens.get("tm")
        if not vanaf:
            if not self.has_error("vanaf"):
                self.add_error("vanaf", "Vul in vanaf welke dag deze week geldt.")
            return None
        if tm and tm < vanaf:
            self.add_error("tm", "Kies een laatste dag die niet voor de eerste ligt.")
            return None
        return Periode(vanaf, tm)


def _spread(ritme: Iterable[Ritmeblok]) -> dict[tuple[int, int], tuple[time, time]]:
    """Return the blocks by day and place in the form."""
    begin: dict[tuple[int, int], tuple[time, time]] = {}
    for blok in sorted(ritme):
        nummer = 1 + sum(weekdag == blok.weekdag for weekdag, _ in begin)
        begin[blok.weekdag, min(nummer, BLOKKEN_PER_DAG)] = (blok.begin, blok.eind)
    return begin
