"""Wagtail's list of groups: those of the site can be neither renamed nor deleted."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from wagtail.users.forms import GroupForm
from wagtail.users.views.groups import DeleteView, EditView, GroupViewSet

from lesaanbod.models import format_weigering_groep, is_vaste_groep


class GroepForm(GroupForm):
    """A group and its rights; the name of one of the site is shown only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_vaste_groep(self.instance.name):
            self.fields["name"].disabled = True
            self.fields["name"].help_text = format_weigering_groep(self.instance.name)


class GroepBewerken(EditView):
    """Change the rights of a group."""

    @cached_property
    def can_delete(self) -> bool:
        """Return whether the page offers to delete this group."""
        return not is_vaste_groep(self.object.name) and super().can_delete


class GroepVerwijderen(DeleteView):
    """Remove a group that was added."""

    def run_before_hook(self) -> HttpResponse | None:
        """Say why a group of the site stays, and go back to it."""
        if not is_vaste_groep(self.object.name):
            return super().run_before_hook()
        messages.error(self.request, format_weigering_groep(self.object.name))
        return redirect(self.edit_url_name, self.object.pk)


class GroepenViewSet(GroupViewSet):
    """The groups of this site."""

    edit_view_class = GroepBewerken
    delete_view_class = GroepVerwijderen

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:  # noqa: ARG002, FBT001, FBT002
        """Return the form for a new or an existing group."""
        return GroepForm
