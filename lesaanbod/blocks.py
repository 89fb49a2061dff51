"""The few blocks an editor builds text from."""

from collections.abc import Sequence
from typing import Any

from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import expand_db_html

# Between alinea's while their links are looked up; no text of an editor holds it.
SCHEIDING = "\x00"


class AfbeeldingBlock(ImageBlock):
    """Wagtail's picture with a text for who cannot see it, asked in words of our own."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:  # noqa: FBT001, FBT002
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"].label = "Afbeelding"
        tekst = self.child_blocks["alt_text"]
        tekst.label = "Wat is er te zien"
        tekst.field.help_text = (
            "Voor wie het niet kan zien. Beschrijf het beeld; de naam van een bestand zegt niets."
        )


class TekstBlock(blocks.StreamBlock):
    """Running text, a picture, or a notice."""

    kop = blocks.CharBlock(
        label="kop", max_length=80, icon="title", template="lesaanbod/blokken/kop.html"
    )
    alinea = blocks.RichTextBlock(
        label="alinea", features=["bold", "link", "document-link", "ol", "ul"]
    )
    afbeelding = AfbeeldingBlock(label="afbeelding", template="lesaanbod/blokken/afbeelding.html")
    let_op = blocks.TextBlock(
        label="let op", max_length=300, icon="warning", template="lesaanbod/blokken/let_op.html"
    )

    class Meta:
        required = False

    def render_basic(
        self, value: blocks.StreamValue, context: dict[str, Any] | None = None
    ) -> SafeString:
        """Return the whole text; what its links and pictures need is read once, not per block."""
        afbeeldingen = [deel.value for deel in value if deel.block_type == "afbeelding"]
        prefetch_related_objects([een for een in afbeeldingen if een], "renditions")
        alineas = iter(
            _vul_links([deel.value.source for deel in value if deel.block_type == "alinea"])
        )
        return format_html_join(
            "\n",
            '<div class="block-{}">{}</div>',
            [
                (
                    deel.block_type,
                    next(alineas) if deel.block_type == "alinea" else deel.render(context=context),
                )
                for deel in value
            ],
        )


def _vul_links(bronnen: Sequence[str]) -> list[str]:
    """Return stored texts as a visitor gets them, with the addresses of pages and documents."""
    samen = expand_db_html(SCHEIDING.join(bron.replace(SCHEIDING, "") for bron in bronnen))
    return [
        render_to_string("wagtailcore/shared/richtext.html", {"html": html})
        for html in samen.split(SCHEIDING)
    ]
