"""Where static files are: their addresses never change while a process lives."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class VasteAdressenStorage(CompressedManifestStaticFilesStorage):
    """Works out every address once; a page holds dozens of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adressen: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:  # noqa: FBT001, FBT002  # Django's own
        """Return the address of a file; ``ValueError`` when ``collectstatic`` did not meet it."""
        if force:
            return str(super().url(name, force=True))
        if name not in self.adressen:
            self.adressen[name] = super().url(name)
        return self.adressen[name]
