"""An invented city to try the site with; other code asks only for ``vul_demo``."""

from .vullen import vul_demo

__all__ = ["vul_demo"]
