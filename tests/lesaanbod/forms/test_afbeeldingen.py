"""What is stored of a picture is the picture: no place, no camera, no second file."""

import io
import zipfile

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from wagtail.images.models import Image as WagtailImage

import pytest
from PIL import Image

from lesaanbod.forms.afbeeldingen import maak_schoon
from tests.inloggen import login_as, make_medewerker

GPS, MAKER, STAND = 0x8825, 0x010F, 0x0112
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def build_foto(soort: str = "JPEG", **exif: object) -> bytes:
    """Return a small picture with the name of a camera and a place in it."""
    gegevens = Image.Exif()
    gegevens[MAKER] = "Camera van Noor"
    gegevens[STAND] = exif.get("stand", 1)
    gegevens.get_ifd(GPS)[2] = (52.0, 5.0, 27.0)
    uit = io.BytesIO()
    Image.new("RGB", (8, 4), "red").save(uit, format=soort, exif=gegevens)
    return uit.getvalue()


def upload(inhoud: bytes, naam: str = "foto.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


@pytest.mark.parametrize("soort", ["JPEG", "PNG", "WEBP"])
def test_camera_and_place_are_gone(soort):
    foto = build_foto(soort)
    assert b"Camera van Noor" in foto
    schoon = maak_schoon(upload(foto)).read()
    assert b"Camera van Noor" not in schoon
    assert dict(Image.open(io.BytesIO(schoon)).getexif()) == {}


def test_turned_picture_stays_upright():
    schoon = maak_schoon(upload(build_foto(stand=6)))
    assert Image.open(schoon).size == (4, 8)


def test_transparent_and_indexed_pictures_keep_their_look():
    for beeld in (Image.new("RGBA", (2, 2), (9, 8, 7, 0)), Image.new("P", (2, 2), 3)):
        uit = io.BytesIO()
        beeld.save(uit, format="PNG")
        schoon = Image.open(maak_schoon(upload(uit.getvalue(), "beeld.png")))
        assert schoon.convert("RGBA").getpixel((0, 0)) == beeld.convert("RGBA").getpixel((0, 0))


def test_second_file_behind_the_picture_is_gone():
    archief = io.BytesIO()
    with zipfile.ZipFile(archief, "w") as zip_:
        zip_.writestr("kwaad.js", "alert(1)")
    schoon = maak_schoon(upload(build_foto() + archief.getvalue()))
    assert zipfile.is_zipfile(io.BytesIO(schoon.read())) is False


@pytest.mark.parametrize("inhoud", [SVG, b"", b"%PDF-1.7", b"GIF89a" + bytes(30)])
def test_what_is_no_such_picture_is_refused(inhoud):
    with pytest.raises(ValidationError, match="Kies jpg, png of webp"):
        maak_schoon(upload(inhoud))


@pytest.mark.django_db
class TestInBeheer:
    @pytest.fixture(autouse=True)
    def redacteur(self, client):
        login_as(client, make_medewerker("redacteur"))

    @pytest.mark.parametrize("naam", ["wagtailimages:add", "wagtailimages:add_multiple"])
    def test_uploaded_picture_is_stored_clean(self, naam, client, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        velden = {"title": "Klas", "file": upload(build_foto())}
        client.post(reverse(naam), velden | {"files[]": upload(build_foto())})
        bestanden = [pad.read_bytes() for pad in tmp_path.glob("original_images/*")]
        assert len(bestanden) == 1
        assert b"Camera van Noor" not in bestanden[0]

    def test_svg_is_refused(self, client):
        client.post(
            reverse("wagtailimages:add"), {"title": "Klas", "file": upload(SVG, "klas.svg")}
        )
        assert WagtailImage.objects.count() == 0
