"""The invented content of the catalogue; other code asks only for ``vul_lesaanbod``."""

from .vullen import vul_lesaanbod

__all__ = ["vul_lesaanbod"]
