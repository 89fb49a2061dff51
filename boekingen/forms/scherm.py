"""One screen of the lesaanvraag: some forms over one flat set of fields.

Every screen reads the same three things: an answer that was given before, what was typed halfway
(``domain.indiening``, ``onaf``), and what is sent now. All three are flat fields, name to text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from django.forms import BaseForm, Form

from boekingen.domain.indiening import ONAF
from lesaanbod.selectors import Lesopzet

Velden = Mapping[str, str]
F = TypeVar("F", bound=Form)
LANGSTE_VELD = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Achtergrond:
    """What a screen knows besides what is typed on it."""

    les: Lesopzet
    antwoorden: Mapping[str, Any]
    nu: datetime
    regio: str = ""
    eigen: Mapping[str, str] = field(default_factory=dict)
    """Who is logged in: naam, functie, telefoon and email; empty for nobody."""


@dataclass(frozen=True, slots=True)
class Fout:
    """One line of the summary of faults; ``veld_id`` is empty for the screen as a whole."""

    tekst: str
    veld_id: str


class Scherm:
    """Base of the five screens; a subclass says which forms it has and what their answer is."""

    stap: ClassVar[str]
    naam: ClassVar[str]
    vraag: ClassVar[str]

    def __init__(
        self, achtergrond: Achtergrond, velden: Velden, *, is_verstuurd: bool = False
    ) -> None:
        self.achtergrond = achtergrond
        self.velden = {naam: tekst.replace("\x00", "") for naam, tekst in velden.items()}
        self.is_verstuurd = is_verstuurd
        self.formulieren = self.build_formulieren()

    @classmethod
    def lees(cls, achtergrond: Achtergrond) -> "Scherm":
        """Return the screen as it was left: halfway, answered, or new."""
        onaf = achtergrond.antwoorden.get(ONAF, {}).get(cls.stap)
        antwoord = achtergrond.antwoorden.get(cls.stap)
        if onaf is not None:
            return cls(achtergrond, onaf)
        return cls(achtergrond, cls.list_velden(antwoord) if antwoord else {})

    @classmethod
    def list_velden(cls, antwoord: Mapping[str, Any]) -> dict[str, str]:
        """Return an answer as flat fields."""
        raise NotImplementedError

    def build_formulieren(self) -> list[Form]:
        """Return the forms of this screen, in the order they stand on it."""
        raise NotImplementedError

    def get_antwoord(self) -> dict[str, Any]:
        """Return what is kept of a valid screen, in the shape of ``domain.indiening``."""
        raise NotImplementedError

    def doe(self, actie: str) -> tuple[dict[str, str], str]:
        """Return the fields after pressing a button on the screen, and where to go on it."""
        return self.list_getypt(), actie

    def check(self) -> None:
        """Judge what the forms hold together, as far as it is right; adds errors to them."""

    def is_geldig(self) -> bool:
        """Whether everything that was sent is right."""
        if not self.is_verstuurd:
            return False
        for formulier in self.formulieren:
            formulier.full_clean()
        self.check()
        return not any(formulier.errors for formulier in self.formulieren)

    def list_getypt(self) -> dict[str, str]:
        """Return the fields of this screen as they were typed, and no others."""
        namen = [form.add_prefix(naam) for form in self.formulieren for naam in form.fields]
        return {naam: self.velden[naam][:LANGSTE_VELD] for naam in namen if naam in self.velden}

    def build(self, soort: type[F], prefix: str | None = None, **extra: Any) -> F:
        """Return a form over the fields of this screen, bound when they were sent."""
        if self.is_verstuurd:
            return soort(self.velden, prefix=prefix, **extra)
        formulier = soort(prefix=prefix, **extra)
        namen = {naam: formulier.add_prefix(naam) for naam in formulier.fields}
        bekend = {naam: self.velden[veld] for naam, veld in namen.items() if veld in self.velden}
        formulier.initial = {**formulier.initial, **bekend}
        return formulier

    @property
    def fouten(self) -> list[Fout]:
        """Every fault, for the summary above the page; forms with a ``kop`` are named by it."""
        if not self.is_verstuurd:
            return []
        return [fout for formulier in self.formulieren for fout in list_fouten(formulier)]


def list_fouten(formulier: BaseForm) -> list[Fout]:
    """Return the faults of one form in the order of its fields."""
    kop = getattr(formulier, "kop", "")
    fouten = [Fout(f"{kop}{tekst}", "") for tekst in formulier.non_field_errors()]
    for veld in formulier:
        anker = f"{veld.auto_id}_0" if veld.field.widget.use_fieldset else veld.id_for_label
        fouten += [Fout(f"{kop}{tekst}", anker) for tekst in veld.errors]
    return fouten
