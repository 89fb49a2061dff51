"""Uploading a document: looked at by the scanner of the municipality, where there is one."""

import logging

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.module_loading import import_string

from wagtail.documents.forms import BaseDocumentForm

logger = logging.getLogger(__name__)
NIET_GECONTROLEERD = "Wij kunnen dit bestand nu niet controleren. Probeer het straks nog eens."


def controleer(bestand: UploadedFile) -> None:
    """Show ``bestand`` to the function of the setting ``DOCUMENTCONTROLE``, from its first byte on.

    Raises ``ValidationError`` for a file it refuses; also when it fails itself, because a file
    that nobody looked at is not served.
    """
    if not settings.DOCUMENTCONTROLE:
        return
    try:
        import_string(settings.DOCUMENTCONTROLE)(bestand)
    except ValidationError:
        raise
    except Exception as error:
        logger.exception("The check of documents failed")
        raise ValidationError(NIET_GECONTROLEERD) from error
    finally:
        bestand.seek(0)


class GecontroleerdDocumentForm(BaseDocumentForm):
    """Wagtail's form for a document, that lets the scanner look first."""

    def clean_file(self) -> UploadedFile:
        """Return the file; one that was stored before was looked at then."""
        bestand = self.cleaned_data["file"]
        if isinstance(bestand, UploadedFile):
            controleer(bestand)
        return bestand
