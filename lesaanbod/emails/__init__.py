"""How a mail looks: its letter (templates) and its message (MIME)."""

from .brieven import Brief, BriefOngeldig, clean_naam, render_brief
from .mime import build_message

__all__ = ["Brief", "BriefOngeldig", "build_message", "clean_naam", "render_brief"]
