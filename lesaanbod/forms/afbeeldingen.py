"""Uploading a picture: what is stored holds the picture and nothing else."""

import io

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile

from wagtail.images.forms import BaseImageForm

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATEN = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
KWALITEIT = 90
ONGELDIG = "Dit bestand is geen foto of tekening die wij kunnen lezen. Kies jpg, png of webp."


def maak_schoon(bestand: UploadedFile) -> SimpleUploadedFile:
    """Return the picture drawn anew: without EXIF, GPS, comments or a second file behind it.

    Raises ``ValidationError`` for what is not a picture of one of FORMATEN.
    """
    try:
        with Image.open(bestand, formats=list(FORMATEN)) as bron:
            soort = bron.format or ""
            beeld = ImageOps.exif_transpose(bron)
            kaal = Image.new(beeld.mode, beeld.size)
            if beeld.palette:
                kaal.putpalette(beeld.palette)
            kaal.paste(beeld)
            doorzichtig = beeld.info.get("transparency")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise ValidationError(ONGELDIG) from error
    uit = io.BytesIO()
    extra = {} if doorzichtig is None else {"transparency": doorzichtig}
    kaal.save(uit, format=soort, quality=KWALITEIT, **extra)
    return SimpleUploadedFile(bestand.name or "beeld", uit.getvalue(), FORMATEN[soort])


class SchoneAfbeeldingForm(BaseImageForm):
    """Wagtail's form for a picture, that keeps only the picture itself."""

    def clean_file(self) -> UploadedFile:
        """Return the new file drawn anew; a file that was stored before stays as it is."""
        bestand = self.cleaned_data["file"]
        return maak_schoon(bestand) if isinstance(bestand, UploadedFile) else bestand
