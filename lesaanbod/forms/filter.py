"""The filters of the list of lessons."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django.db.models import QuerySet

from django_filters import CharFilter, FilterSet, MultipleChoiceFilter

from lesaanbod.domain.keuze import Keuze
from lesaanbod.models import AanbodPage
from lesaanbod.selectors.aanbod import Begrip
from lesaanbod.selectors.zoeken import filter_op_woorden


class AanbodFilter(FilterSet):
    """Narrows offers to a ``Keuze``; every word searched for must occur somewhere."""

    zoekwoord = CharFilter(method="filter_zoekwoord")
    niveau = MultipleChoiceFilter(field_name="doelgroepen__niveau__slug")
    thema = MultipleChoiceFilter(field_name="themas__slug")
    vorm = MultipleChoiceFilter(field_name="vorm")

    class Meta:
        model = AanbodPage
        fields: ClassVar[list[str]] = []

    def __init__(
        self,
        keuze: Keuze,
        queryset: QuerySet[AanbodPage],
        begrippen: Mapping[str, Sequence[Begrip]],
    ) -> None:
        data = {groep: keuze.waarden(groep) for groep in begrippen}
        super().__init__({**data, "zoekwoord": keuze.zoekwoord}, queryset=queryset)
        for groep, woorden in begrippen.items():
            self.filters[groep].extra["choices"] = [(woord.slug, woord.naam) for woord in woorden]

    def filter_zoekwoord(
        self, queryset: QuerySet[AanbodPage], _name: str, value: str
    ) -> QuerySet[AanbodPage]:
        """Keep what holds every word of the text."""
        return filter_op_woorden(queryset, value)
