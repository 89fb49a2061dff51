"""Which letters this app sends, and when; all to a hoofdrolspeler, none with an invitation.

The README shows this table and ``tests/test_readme.py`` compares the two.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brief:
    """One letter; ``sleutel`` is also the name of its templates."""

    sleutel: str
    wanneer: str


BRIEVEN: dict[str, Brief] = {
    brief.sleutel: brief
    for brief in (
        Brief("agenda_mislukt", "de eigen agenda is al uren niet te lezen"),
        Brief("agenda_verouderd", "de eigen agenda is te lang niet gelezen"),
    )
}
