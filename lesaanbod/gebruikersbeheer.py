"""Wagtail's list of users, for staff only: no docent or hoofdrolspeler is reachable through it."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.views.generic import UsageView
from wagtail.users.views.users import (
    CreateView,
    DeleteView,
    EditView,
    HistoryView,
    IndexView,
    UserFilterSet,
    UserViewSet,
)

from lesaanbod.models import Bevoegdheid, Gebruiker


def list_medewerkers() -> QuerySet[Gebruiker]:
    """Return everybody in a group, and superusers, as ``Gebruiker.is_medewerker`` has it."""
    staff = Q(groups__isnull=False) | Q(is_superuser=True)
    return Gebruiker.objects.filter(pk__in=Gebruiker.objects.filter(staff).values("pk"))


def find_geen_medewerker(*, email: str) -> Gebruiker | None:
    """Return the person with this address if the site knows one who is no staff."""
    bekenden = Gebruiker.objects.exclude(pk__in=list_medewerkers().values("pk"))
    return bekenden.filter(email=email.lower()).first()


class MedewerkerForm(forms.ModelForm):
    """A staff member: address, name and what the person may do."""

    groups = forms.ModelMultipleChoiceField(
        label="bevoegdheden",
        queryset=Group.objects.filter(name__in=list(Bevoegdheid)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één bevoegdheid."},
    )

    class Meta:
        model = Gebruiker
        fields: ClassVar[list[str]] = ["email", "naam", "groups"]

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].required = True
        if editing_self:
            del self.fields["groups"]
            self.fields.pop("is_active", None)

    def clean(self) -> dict[str, Any]:
        """Take the person whom the site knows already, but not as staff: anybody can be a docent.

        Who that is keeps all there was, the name too.
        """
        super().clean()
        velden = self.cleaned_data
        bekende = find_geen_medewerker(email=velden.get("email", ""))
        if self.instance.pk is None and bekende:
            self.instance = bekende
            velden["naam"] = bekende.naam or velden.get("naam", "")
        return velden

    def save(self, commit: bool = True) -> Gebruiker:  # noqa: FBT001, FBT002
        """Store the person, who never gets a usable password."""
        if self.instance.pk is None:
            self.instance.set_unusable_password()
        return super().save(commit=commit)


class MedewerkerBewerkenForm(MedewerkerForm):
    """A staff member who exists can also be closed."""

    class Meta(MedewerkerForm.Meta):
        fields: ClassVar[list[str]] = ["email", "naam", "is_active", "groups"]


class AlleenMedewerker:
    """Gives a view of one person only staff; anybody else is not found."""

    def get_object(self, *args: Any, **kwargs: Any) -> Gebruiker:
        """Return the staff member, or answer 404."""
        gebruiker = super().get_object(*args, **kwargs)  # type: ignore[misc]
        return get_object_or_404(list_medewerkers(), pk=gebruiker.pk)


class MedewerkerFilterSet(UserFilterSet):
    """Filter on active and on group only."""

    is_superuser = None
    last_login = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["group"].queryset = Group.objects.filter(name__in=list(Bevoegdheid))


class MedewerkersIndex(IndexView):
    """The list, without check boxes for acts on many people at once."""

    @cached_property
    def columns(self) -> list[Any]:
        """Return Wagtail's columns without the check boxes and what this site does not have."""
        return [
            column
            for column in super().columns
            if not isinstance(column, BulkActionsCheckboxColumn) and column.name != "is_superuser"
        ]

    def get_base_queryset(self) -> QuerySet[Gebruiker]:
        """Return staff."""
        return list_medewerkers().select_related("wagtail_userprofile")


class MedewerkerToevoegen(CreateView):
    """Make somebody staff: a new person, or one who asked for or gives lessons."""

    def get_success_message(self, instance: Gebruiker) -> str:
        """Return the same for both: who it is says nothing of what else that person does."""
        return f"{instance.email} hoort nu bij de medewerkers."


class MedewerkerBewerken(AlleenMedewerker, EditView):
    """Change one staff member."""


class MedewerkerVerwijderen(AlleenMedewerker, DeleteView):
    """Remove one staff member; only a superuser has the right."""


class MedewerkerGeschiedenis(AlleenMedewerker, HistoryView):
    """What was changed about one staff member."""


class MedewerkerGebruik(AlleenMedewerker, UsageView):
    """Where one staff member is used."""


class MedewerkerViewSet(UserViewSet):
    """The user administration of this site."""

    index_view_class = MedewerkersIndex
    add_view_class = MedewerkerToevoegen
    edit_view_class = MedewerkerBewerken
    delete_view_class = MedewerkerVerwijderen
    history_view_class = MedewerkerGeschiedenis
    usage_view_class = MedewerkerGebruik
    filterset_class = MedewerkerFilterSet
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:  # noqa: FBT001, FBT002
        """Return the form for a new or an existing staff member."""
        return MedewerkerBewerkenForm if for_update else MedewerkerForm
