"""The few blocks an editor builds text from."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class TekstBlock(blocks.StreamBlock):
    """Running text, a picture, or a notice."""

    kop = blocks.CharBlock(
        label="kop", max_length=80, icon="title", template="lesaanbod/blokken/kop.html"
    )
    alinea = blocks.RichTextBlock(
        label="alinea", features=["bold", "link", "document-link", "ol", "ul"]
    )
    afbeelding = ImageBlock(label="afbeelding", template="lesaanbod/blokken/afbeelding.html")
    let_op = blocks.TextBlock(
        label="let op", max_length=300, icon="warning", template="lesaanbod/blokken/let_op.html"
    )

    class Meta:
        required = False
