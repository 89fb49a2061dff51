"""The five screens of the lesaanvraag, in order."""

from boekingen.forms.contact import ContactScherm
from boekingen.forms.klassen import KlassenScherm
from boekingen.forms.momenten import MomentenScherm
from boekingen.forms.praktisch import PraktischScherm
from boekingen.forms.scherm import Scherm
from boekingen.forms.school import SchoolScherm

SCHERMEN: dict[str, type[Scherm]] = {
    scherm.stap: scherm
    for scherm in (SchoolScherm, KlassenScherm, MomentenScherm, PraktischScherm, ContactScherm)
}
STAPNAMEN = [*(scherm.naam for scherm in SCHERMEN.values()), "Controleren"]
