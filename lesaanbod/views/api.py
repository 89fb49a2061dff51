"""The published catalogue as JSON, read only: a list of what may be read, and nothing else."""

from typing import Any, ClassVar

from django.db.models import QuerySet

from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page
from wagtail.query import PageQuerySet

from rest_framework.fields import CharField
from rest_framework.serializers import ListSerializer, ModelSerializer, SlugRelatedField

from lesaanbod.models import (
    AanbodPage,
    Doelgroep,
    InformatiePage,
    LeerlijnPage,
    LesaanbodPage,
    LesPage,
    NieuwsOverzichtPage,
    NieuwsPage,
    Onderdeel,
    OnderdeelRol,
    Thema,
    TrainingPage,
)


class DoelgroepSerializer(ModelSerializer):
    """For whom."""

    niveau = SlugRelatedField(slug_field="slug", read_only=True)

    class Meta:
        model = Doelgroep
        fields = ("niveau", "leerjaren")


class OnderdeelRolSerializer(ModelSerializer):
    """Which role comes; never who."""

    rol = SlugRelatedField(slug_field="naam", read_only=True)

    class Meta:
        model = OnderdeelRol
        fields = ("rol", "aantal")


class OnderdeelSerializer(ModelSerializer):
    """One meeting."""

    rollen = OnderdeelRolSerializer(many=True, read_only=True)

    class Meta:
        model = Onderdeel
        fields = ("titel", "tekst", "duur", "op_school", "rollen")


class ThemaSerializer(ModelSerializer):
    """What it is about."""

    class Meta:
        model = Thema
        fields = ("slug", "naam")


class DoelenSerializer(ListSerializer):
    """Plain lines of a StreamField."""

    child = CharField()

    def to_representation(self, data: Any) -> list[str]:
        """Return the words only, without the blocks they stand in."""
        return [str(blok) for blok in data]


AANBOD = [
    APIField("samenvatting"),
    APIField("vorm"),
    APIField("kosten"),
    APIField("aanbieder", serializer=SlugRelatedField(slug_field="naam", read_only=True)),
    APIField("themas", serializer=ThemaSerializer(many=True, read_only=True)),
    APIField("doelgroepen", serializer=DoelgroepSerializer(many=True, read_only=True)),
    APIField("doelen", serializer=DoelenSerializer(read_only=True)),
]
# Model → its public fields beside title and address. What is not named here is not served.
OPENBAAR: dict[type[Page], list[APIField]] = {
    LesPage: [
        *AANBOD,
        APIField("onderdelen", serializer=OnderdeelSerializer(many=True, read_only=True)),
        APIField("max_leerlingen"),
        APIField("min_dagen_tussen"),
        APIField("min_dagen_vooraf"),
    ],
    TrainingPage: [*AANBOD, APIField("duur"), APIField("groepsgrootte"), APIField("wie_geeft")],
    NieuwsPage: [APIField("samenvatting")],
    InformatiePage: [],
    LesaanbodPage: [APIField("inleiding")],
    LeerlijnPage: [APIField("inleiding")],
    NieuwsOverzichtPage: [APIField("inleiding")],
}
VOORAF = ("aanbieder", "themas", "doelgroepen__niveau")


class CatalogusAPI(PagesAPIViewSet):
    """Live and public pages of the types above; the query takes no words that search drafts."""

    authentication_classes = ()
    http_method_names: ClassVar[list[str]] = ["get", "head", "options"]
    meta_fields: ClassVar[list[str]] = [
        "type",
        "detail_url",
        "html_url",
        "slug",
        "search_description",
        "first_published_at",
        "parent",
    ]
    known_query_parameters = frozenset(
        {"limit", "offset", "fields", "order", "type", "child_of", "descendant_of"}
    )

    @classmethod
    def get_body_fields(cls, model: type[Page]) -> list[APIField]:
        """Return the fields that may be read of a page of this type."""
        return cls._convert_api_fields(cls.body_fields + OPENBAAR.get(model, []))

    @classmethod
    def get_detail_default_fields(cls, model: type[Page]) -> list[str]:
        """Return every public field; this site has one language, so none of translations."""
        return cls.get_available_fields(model)

    def get_base_queryset(self) -> QuerySet[Page]:
        """Return the pages everybody may see, whoever asks."""
        queryset: PageQuerySet = super().get_base_queryset()
        return queryset.public().type(*OPENBAAR)

    def get_queryset(self) -> QuerySet[Page]:
        """Return what is asked for; with its words, so that a list asks once for each kind."""
        queryset: QuerySet[Page] = super().get_queryset()
        if queryset.model in {Page, *OPENBAAR}:
            return queryset.prefetch_related(*_list_vooraf(queryset.model))
        raise BadRequestError("type doesn't exist")


def _list_vooraf(model: type[Page]) -> tuple[str, ...]:
    """Return the relations to read along for pages of a type."""
    if not issubclass(model, AanbodPage):
        return ()
    return (*VOORAF, "onderdelen__rollen__rol") if model is LesPage else VOORAF


api_router = WagtailAPIRouter("api")
api_router.register_endpoint("pages", CatalogusAPI)
