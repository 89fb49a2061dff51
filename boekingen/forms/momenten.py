"""Screen 3: up to three wished moments for every lesson, and the days that cannot be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from boekingen.domain.indiening import HOOGSTENS_VERHINDERD, HOOGSTENS_WENSEN
from boekingen.domain.maandstrook import Maand, build_maanden
from boekingen.domain.ritme import vul_ritme
from boekingen.domain.schooldagen import beoordeel_dag, vroegste_dag
from boekingen.forms.scherm import Scherm
from boekingen.forms.wensvelden import RitmeForm, VerhinderdForm, WensForm, lees_dag
from boekingen.services.wensen import (
    Omstandigheden,
    beoordeel_wensmoment,
    find_te_vroege_les,
    get_aantal_na_elkaar,
)
from lesaanbod.selectors import OnderdeelOpzet

ERBIJ, WEG, VUL_IN, DAG_ERBIJ = "moment_erbij", "moment_weg", "vul_in", "dag_erbij"
VERHINDERD = re.compile(r"verhinderd-([0-9]{1,2})-datum")


@dataclass(frozen=True, slots=True)
class Lesblok:
    """One lesson on the screen with the wishes for it."""

    onderdeel: OnderdeelOpzet
    anker: str
    wensen: list[WensForm]

    @property
    def mag_erbij(self) -> bool:
        """Whether there may be another wish."""
        return len(self.wensen) < HOOGSTENS_WENSEN


def get_voorvoegsel(onderdeel: OnderdeelOpzet, volgorde: int) -> str:
    """Return the prefix of the fields of a wish; the key of the onderdeel survives a new order."""
    return f"wens-{onderdeel.sleutel.hex}-{volgorde}"


class MomentenScherm(Scherm):
    """Wishes per onderdeel, shared by all classes."""

    stap = "momenten"
    naam = "Momenten"
    vraag = "Wanneer past het in uw rooster?"

    @classmethod
    def list_velden(cls, antwoord: Mapping[str, Any]) -> dict[str, str]:
        """Return the wishes and blocked days as numbered fields."""
        velden: dict[str, str] = {}
        for sleutel, wensen in antwoord["wensen"].items():
            for volgorde, wens in enumerate(wensen, start=1):
                dag, _, tijd = wens.partition("T")
                voorvoegsel = f"wens-{sleutel.replace('-', '')}-{volgorde}"
                velden |= {f"{voorvoegsel}-dag": dag, f"{voorvoegsel}-tijd": tijd[:5]}
        for nummer, dag in enumerate(antwoord["verhinderd"]):
            velden[f"verhinderd-{nummer}-datum"] = dag
        return velden

    def build_formulieren(self) -> list[forms.Form]:
        """Return a form per wish in the order of the lessons, then one per blocked day."""
        les = self.achtergrond.les
        self.lessen = [self._build_blok(onderdeel) for onderdeel in les.onderdelen]
        nummers = [int(m[1]) for veld in self.velden if (m := VERHINDERD.fullmatch(veld))]
        self.verhinderd = [
            self.build(VerhinderdForm, f"verhinderd-{nummer}", kop="Dag die niet kan: ")
            for nummer in range(min(max(nummers, default=-1) + 1, HOOGSTENS_VERHINDERD))
        ]
        self.ritme = RitmeForm(prefix="ritme", avond=les.in_avond)
        return [*(wens for blok in self.lessen for wens in blok.wensen), *self.verhinderd]

    def _build_blok(self, onderdeel: OnderdeelOpzet) -> Lesblok:
        les = self.achtergrond.les
        kop = f"Les {onderdeel.nummer}: " if len(les.onderdelen) > 1 else ""
        wensen = []
        for volgorde in range(1, self._tel_wensen(onderdeel) + 1):
            voorvoegsel = get_voorvoegsel(onderdeel, volgorde)
            getypt = self.velden.get(f"{voorvoegsel}-tijd", "")
            wens = self.build(WensForm, voorvoegsel, avond=les.in_avond, getypt=getypt, kop=kop)
            wens.is_eerste = volgorde == 1
            if not self.is_verstuurd and wens.dag_getypt:
                wens.waarschuwing = self._get_waarschuwing(wens.dag_getypt)
            wensen.append(wens)
        return Lesblok(onderdeel, f"les-{onderdeel.nummer}", wensen)

    def _get_waarschuwing(self, dag: date) -> str:
        """Return what the school has to check about a day that was chosen before."""
        return beoordeel_dag(dag, regio=self.achtergrond.regio).waarschuwing or ""

    def _tel_wensen(self, onderdeel: OnderdeelOpzet) -> int:
        """Return how many wishes there are fields for."""
        bekend = [
            volgorde
            for volgorde in range(1, HOOGSTENS_WENSEN + 1)
            if f"{get_voorvoegsel(onderdeel, volgorde)}-dag" in self.velden
        ]
        return max(bekend, default=1)

    @property
    def vroegste(self) -> date:
        """The first day a lesson can be."""
        return vroegste_dag(
            nu=self.achtergrond.nu,
            min_dagen_vooraf=self.achtergrond.les.min_dagen_vooraf,
            regio=self.achtergrond.regio,
        )

    @property
    def mag_dag_erbij(self) -> bool:
        """Whether there may be another blocked day."""
        return len(self.verhinderd) < HOOGSTENS_VERHINDERD

    def list_verhinderd(self) -> list[date]:
        """Return the blocked days that are days."""
        dagen = (lees_dag(form["datum"].value()) for form in self.verhinderd)
        return sorted({dag for dag in dagen if dag})

    def check(self) -> None:
        """Judge every wish, then the order; the reasons come at the fields."""
        for blok in self.lessen:
            self._check_blok(blok)
        oordelen = {
            blok.onderdeel.sleutel: [wens.oordeel for wens in blok.wensen if wens.oordeel]
            for blok in self.lessen
        }
        te_vroeg = find_te_vroege_les(oordelen, les=self.achtergrond.les)
        if te_vroeg:
            onderdeel, reden = te_vroeg
            blok = next(blok for blok in self.lessen if blok.onderdeel == onderdeel)
            if not blok.wensen[0].errors:
                blok.wensen[0].add_error("dag", reden)

    def _check_blok(self, blok: Lesblok) -> None:
        """Judge the wishes of one lesson; the same one twice is a mistake."""
        gezien = set()
        omstandigheden = self._get_omstandigheden()
        for wens in blok.wensen:
            moment = wens.moment
            if moment is None:
                continue
            wens.judge(
                beoordeel_wensmoment(
                    moment, onderdeel=blok.onderdeel, omstandigheden=omstandigheden
                )
            )
            if moment in gezien:
                wens.add_error("dag", "Dit moment staat er al. Kies een ander moment.")
            gezien.add(moment)

    def _get_omstandigheden(self) -> Omstandigheden:
        klassen = self.achtergrond.antwoorden["klassen"]
        return Omstandigheden(
            les=self.achtergrond.les,
            regio=self.achtergrond.regio,
            na_elkaar=get_aantal_na_elkaar(groepen=len(klassen["groepen"]), samen=klassen["samen"]),
            verhinderd=self.list_verhinderd(),
            nu=self.achtergrond.nu,
        )

    def get_antwoord(self) -> dict[str, Any]:
        """Return the wishes as local times, in order of preference, and the blocked days."""
        wensen = {
            str(blok.onderdeel.sleutel): [
                f"{wens.moment:%Y-%m-%dT%H:%M}" for wens in blok.wensen if wens.moment
            ]
            for blok in self.lessen
        }
        verhinderd = [dag.isoformat() for dag in self.list_verhinderd()]
        return {"wensen": wensen, "verhinderd": verhinderd}

    def doe(self, actie: str) -> tuple[dict[str, str], str]:
        """Add or take away a wish, add a blocked day, or fill in a fixed rhythm."""
        velden = self.list_getypt()
        soort, _, doel = actie.partition("-")
        if actie == VUL_IN:
            return velden | self._vul_ritme(), "les-1"
        if actie == DAG_ERBIJ and self.mag_dag_erbij:
            velden[f"verhinderd-{len(self.verhinderd)}-datum"] = ""
            return velden, "niet"
        blok = next((blok for blok in self.lessen if blok.anker == doel), None)
        if blok and soort == ERBIJ and blok.mag_erbij:
            voorvoegsel = get_voorvoegsel(blok.onderdeel, len(blok.wensen) + 1)
            vorige = velden.get(blok.wensen[-1].add_prefix("tijd"), "")
            velden |= {f"{voorvoegsel}-dag": "", f"{voorvoegsel}-tijd": vorige}
        if blok and soort == WEG and len(blok.wensen) > 1:
            laatste = blok.wensen[-1]
            velden.pop(laatste.add_prefix("dag"), None)
            velden.pop(laatste.add_prefix("tijd"), None)
        return velden, doel

    def _vul_ritme(self) -> dict[str, str]:
        """Return the first wish of every lesson in the rhythm that was chosen."""
        ritme = RitmeForm(self.velden, prefix="ritme", avond=self.achtergrond.les.in_avond)
        if not ritme.is_valid():
            return {}
        les = self.achtergrond.les
        dagen = vul_ritme(
            weekdag=int(ritme.cleaned_data["weekdag"]),
            weken=int(ritme.cleaned_data["weken"]),
            vanaf=self.vroegste,
            aantal=len(les.onderdelen),
            min_dagen_tussen=les.min_dagen_tussen,
            regio=self.achtergrond.regio,
            verhinderdata=self.list_verhinderd(),
        )
        velden = {}
        for onderdeel, dag in zip(les.onderdelen, dagen, strict=False):
            voorvoegsel = get_voorvoegsel(onderdeel, 1)
            velden[f"{voorvoegsel}-dag"] = dag.isoformat()
            velden[f"{voorvoegsel}-tijd"] = ritme.cleaned_data["begin"]
        return velden

    @property
    def maanden(self) -> tuple[Maand, ...]:
        """The months beside the wishes."""
        eerste = [blok.wensen[0] for blok in self.lessen]
        dagen = {wens: wens.dag_getypt for wens in eerste}
        return build_maanden(
            eerste=self.vroegste,
            wensen=[dag for dag in dagen.values() if dag],
            fouten=[dag for wens, dag in dagen.items() if dag and wens.errors],
            regio=self.achtergrond.regio,
        )
