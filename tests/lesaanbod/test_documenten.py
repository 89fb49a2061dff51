"""A document is a download: a browser never opens it as a page of this site."""

from contextlib import closing

from django.core.files.base import ContentFile

from wagtail.documents.models import Document

import pytest


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["les.pdf", "les.docx"])
def test_document_comes_as_attachment_of_the_kind_it_says(naam, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = Document.objects.create(title="Les", file=ContentFile(b"%PDF-1.7", name=naam))
    document.file.close()
    with closing(client.get(document.url)) as response:
        assert b"".join(response.streaming_content) == b"%PDF-1.7"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
