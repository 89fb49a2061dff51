"""What an answer from a diary does: the steps of ``domain.antwoordbesluit``, taken.

Everything happens under the lock of the booking: that the answer is the newest is judged there, so
two mails at once, or one twice, have one effect. Nothing is answered but to the stored address, and
at most once per mail.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from boekingen.domain.afzender import Afzender
from boekingen.domain.antwoord import AgendaAntwoord
from boekingen.domain.antwoordbesluit import Besluit, Gevolg, Stand, beslis
from boekingen.domain.status import InzetStatus
from boekingen.domain.uitnodigingsronde import bepaal_herinner_op
from boekingen.domain.weigeringen import Weigering
from boekingen.emails.brieven_antwoord import zet_antwoordbrief_klaar
from boekingen.models import Antwoordadres, Boeking, Inzet, Poststuk, Uitnodiging
from boekingen.services import inzet_einde, inzetten
from boekingen.services.sloten import lock_boeking
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from boekingen.services.uitnodigingen import get_lopende_uitnodiging
from lesaanbod.domain.datums import format_moment
from lesaanbod.selectors import list_berichten_van_uid
from lesaanbod.services.berichten import verstuur_nog_eens
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.links import new_sleutel
from lesaanbod.services.naverzending import meld_levensteken

HOOGSTENS_ELKE = timedelta(hours=1)
"""How often one UID is sent again because a mail asked for it."""
BEVESTIGING_GELDT = timedelta(days=1)
"""So long the same unproven answer does not bring about a second mail."""
NIET_GETELD = frozenset(
    {
        Gevolg.BEVESTIGING_GEVRAAGD,
        Gevolg.NIET_NAGEGAAN,
        Gevolg.ONBEKENDE_UID,
        Gevolg.ANDERE_ORGANISATOR,
        Gevolg.VERKEERDE_VOLGORDE,
        Gevolg.AL_VERWERKT,
        Gevolg.ONLEESBAAR,
        Gevolg.OPNIEUW_GESTUURD,
    }
)
"""After these the next answer with the same DTSTAMP may still count."""
PARTSTAT_IN_WOORDEN = {"ACCEPTED": "ja", "DECLINED": "nee", "TENTATIVE": "misschien"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Zaak:
    """One answer with everything it is about, under the lock of ``boeking``."""

    antwoord: AgendaAntwoord
    afzender: Afzender
    poststuk: Poststuk
    uitnodiging: Uitnodiging
    boeking: Boeking
    mag_terug: bool
    nu: datetime

    @property
    def inzet(self) -> Inzet:
        """The question to a hoofdrolspeler; only for a UID that has one."""
        assert self.uitnodiging.inzet is not None  # noqa: S101  # beslis holds it
        return self.uitnodiging.inzet

    @property
    def partstat(self) -> str:
        """What the person who was asked says, or nothing."""
        deelnemer = self.antwoord.find_deelnemer(self.uitnodiging.adres)
        return deelnemer.partstat if deelnemer else ""


def verwerk_agenda_antwoord(
    *,
    antwoord: AgendaAntwoord,
    afzender: Afzender,
    poststuk: Poststuk,
    mag_terug: bool,
    nu: datetime,
) -> Besluit:
    """Do what one answer brings about and return it; must run in a transaction.

    ``mag_terug`` says whether a letter may go out because of it. Fills in what ``poststuk`` is
    about; the caller saves it.
    """
    boeking_id = (
        Uitnodiging.objects.filter(uid=antwoord.uid).values_list("boeking_id", flat=True).first()
    )
    if boeking_id is None:
        return Besluit(Gevolg.ONBEKENDE_UID)
    boeking = lock_boeking(boeking_id)
    uitnodiging = Uitnodiging.objects.select_related(
        "inzet__hoofdrolspeler__gebruiker", "inzet__plek__rol"
    ).get(uid=antwoord.uid)
    zaak = Zaak(
        antwoord=antwoord,
        afzender=afzender,
        poststuk=poststuk,
        uitnodiging=uitnodiging,
        boeking=boeking,
        mag_terug=mag_terug,
        nu=nu,
    )
    poststuk.uitnodiging, poststuk.boeking = uitnodiging, boeking
    poststuk.antwoord = zaak.partstat[:20]
    besluit = beslis_over(zaak)
    if besluit.gevolg not in NIET_GETELD and zaak.partstat:
        onthoud(zaak, besluit)
    return doe(besluit, zaak)


def beslis_over(zaak: Zaak) -> Besluit:
    """Return what the rules say; after a new UID the old one answers an old moment."""
    uitnodiging, inzet = zaak.uitnodiging, zaak.uitnodiging.inzet
    is_beeindigd = uitnodiging.beeindigd_op is not None
    stand = Stand(
        adres=uitnodiging.adres.casefold(),
        organisator=settings.AFZENDER,
        sequence=uitnodiging.sequence - is_beeindigd,
        begin=uitnodiging.begin,
        eind=uitnodiging.eind,
        is_beeindigd=is_beeindigd,
        laatste_dtstamp=uitnodiging.antwoord_dtstamp,
        aliassen=get_aliassen(zaak),
        inzet=InzetStatus(inzet.status) if inzet else None,
    )
    besluit = beslis(zaak.antwoord, stand, zaak.afzender, nu=zaak.nu)
    is_stap = besluit.gevolg in STAPPEN
    opvolger = get_lopende_uitnodiging(boeking=zaak.boeking, inzet=inzet)
    if is_stap and is_beeindigd and opvolger:
        return Besluit(Gevolg.OUD_MOMENT)
    return besluit


def get_aliassen(zaak: Zaak) -> frozenset[str]:
    """Return the other addresses that this person confirmed."""
    inzet = zaak.uitnodiging.inzet
    contact = zaak.boeking.aanvraag.contact
    gebruiker = inzet.hoofdrolspeler.gebruiker_id if inzet else contact.gebruiker_id
    adressen = Antwoordadres.objects.filter(gebruiker=gebruiker).values_list("adres", flat=True)
    return frozenset(adressen)


def doe(besluit: Besluit, zaak: Zaak) -> Besluit:
    """Take the step and return what really happened: a service may refuse."""
    stap = STAPPEN.get(besluit.gevolg) or BRIEFSTAPPEN.get(besluit.gevolg)
    return stap(besluit, zaak) if stap else besluit


def zeg_ja(besluit: Besluit, zaak: Zaak) -> Besluit:
    """Say yes; who cannot any more is told, because the own diary says yes already."""
    try:
        inzetten.zeg_toe(
            inzet_id=zaak.inzet.pk,
            nu=zaak.nu,
            door=zaak.inzet.hoofdrolspeler.gebruiker,
            gezien=zaak.uitnodiging.begin,
        )
    except Weigering as weigering:
        if zaak.mag_terug:
            zet_antwoordbrief_klaar(
                brief="antwoord_lukt_niet",
                boeking=zaak.boeking,
                inzet=zaak.inzet,
                uitnodiging=zaak.uitnodiging,
                antwoord="ja",
                nu=zaak.nu,
                uitleg=weigering.uitleg,
            )
        return Besluit(Gevolg.GENOTEERD, weigering.uitleg)
    return besluit


def zeg_nee(besluit: Besluit, zaak: Zaak) -> Besluit:
    """Say no to the question, or drop out of the lesson; a replacement is then sought at once."""
    stap = inzet_einde.wijs_af if besluit.gevolg is Gevolg.NEE else inzet_einde.meld_af
    try:
        stap(
            inzet_id=zaak.inzet.pk,
            reden=zaak.antwoord.toelichting,
            nu=zaak.nu,
            door=zaak.inzet.hoofdrolspeler.gebruiker,
        )
    except Weigering as weigering:
        return Besluit(Gevolg.VOOR_BUREAU, f"Zegt nee in de agenda. {weigering.uitleg}")
    return besluit


def wacht_af(besluit: Besluit, zaak: Zaak) -> Besluit:
    """Take «misschien» for no answer yet: a reminder that was sent comes once more."""
    inzet = zaak.inzet
    if inzet.herinner_op is None:
        inzet.herinner_op = bepaal_herinner_op(
            gevraagd_op=zaak.nu, antwoord_voor=inzet.antwoord_voor, begin=inzet.begin
        )
        inzet.save(update_fields=["herinner_op"])
    return besluit


def noem_ander_moment(besluit: Besluit, zaak: Zaak) -> Besluit:
    """Take a COUNTER for «dan niet, wel dan»; what cannot be is for a person to look at."""
    if zaak.antwoord.begin is None:
        return Besluit(Gevolg.VOOR_BUREAU, "Stelt in de agenda een ander moment voor.")
    try:
        stel_ander_moment_voor(
            inzet_id=zaak.inzet.pk,
            momenten=[zaak.antwoord.begin],
            toelichting=zaak.antwoord.toelichting,
            nu=zaak.nu,
            door=zaak.inzet.hoofdrolspeler.gebruiker,
        )
    except Weigering as weigering:
        moment = format_moment(zaak.antwoord.begin)
        return Besluit(Gevolg.VOOR_BUREAU, f"Stelt {moment} voor. {weigering.uitleg}")
    return besluit


def stuur_huidige(besluit: Besluit, zaak: Zaak) -> Besluit:
    """Send what stands now once more; not when that was done a moment ago."""
    inzet = zaak.uitnodiging.inzet
    lopend = get_lopende_uitnodiging(boeking=zaak.boeking, inzet=inzet) or zaak.uitnodiging
    berichten = list_berichten_van_uid(lopend.uid)
    if berichten and zaak.mag_terug and zaak.nu - berichten[0].aangemaakt_op >= HOOGSTENS_ELKE:
        verstuur_nog_eens(bericht_id=berichten[0].id, nu=zaak.nu, door=None)
    return besluit


def vraag_bevestiging(_besluit: Besluit, zaak: Zaak) -> Besluit:
    """Ask the stored address whether this is its answer; the same question goes out once a day."""
    eerder = Poststuk.objects.filter(
        uitnodiging=zaak.uitnodiging,
        gevolg=Gevolg.BEVESTIGING_GEVRAAGD.value,
        antwoord=zaak.partstat[:20],
        bevestigd_op=None,
        ontvangen_op__gt=zaak.nu - BEVESTIGING_GELDT,
    )
    if not zaak.mag_terug or zaak.partstat not in PARTSTAT_IN_WOORDEN or eerder.exists():
        return Besluit(Gevolg.NIET_NAGEGAAN)
    zaak.poststuk.sleutel = new_sleutel()
    zet_antwoordbrief_klaar(
        brief="antwoord_bevestigen",
        boeking=zaak.boeking,
        inzet=zaak.inzet,
        uitnodiging=zaak.uitnodiging,
        antwoord=PARTSTAT_IN_WOORDEN[zaak.partstat],
        sleutel=zaak.poststuk.sleutel,
        nu=zaak.nu,
    )
    return Besluit(Gevolg.BEVESTIGING_GEVRAAGD)


Stap = Callable[[Besluit, Zaak], Besluit]
STAPPEN: dict[Gevolg, Stap] = {
    Gevolg.JA: zeg_ja,
    Gevolg.NEE: zeg_nee,
    Gevolg.AFMELDING: zeg_nee,
    Gevolg.MISSCHIEN: wacht_af,
    Gevolg.ANDER_MOMENT: noem_ander_moment,
}
BRIEFSTAPPEN: dict[Gevolg, Stap] = {
    Gevolg.OUD_MOMENT: stuur_huidige,
    Gevolg.OPNIEUW_GESTUURD: stuur_huidige,
    Gevolg.BEVESTIGING_GEVRAAGD: vraag_bevestiging,
}


def onthoud(zaak: Zaak, besluit: Besluit) -> None:
    """Write what was answered and when, for the desk and for the order of the next answer."""
    velden: dict[str, object] = {"antwoord_dtstamp": zaak.antwoord.dtstamp}
    if besluit.gevolg is not Gevolg.OUD_MOMENT:
        velden |= {"antwoord": zaak.partstat[:20], "antwoord_op": zaak.nu}
    Uitnodiging.objects.filter(pk=zaak.uitnodiging.pk).update(**velden)
    meld_levensteken(email=zaak.uitnodiging.adres)
    inzet = zaak.uitnodiging.inzet
    woord = PARTSTAT_IN_WOORDEN.get(zaak.partstat, besluit.gevolg.value)
    noteer(
        onderwerp_soort="inzet" if inzet else "boeking",
        onderwerp_id=inzet.pk if inzet else zaak.boeking.pk,
        wat="antwoord per agenda",
        door=None,
        nu=zaak.nu,
        waarom=woord,
    )
