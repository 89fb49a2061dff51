"""Numbers and lists as words, the way a sentence needs them."""

from collections.abc import Iterable

TELWOORDEN = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def telwoord(getal: int) -> str:
    """Return the word up to twelve («vijf»), and figures above."""
    return TELWOORDEN[getal] if 0 <= getal < len(TELWOORDEN) else str(getal)


def format_aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """Return «1 les» or «5 lessen»."""
    return f"{getal} {enkelvoud if getal == 1 else meervoud}"


def opsomming(woorden: Iterable[str], voegwoord: str = "en") -> str:
    """Return «wijkagent, rolmodel en jongerenwerker»."""
    *eerste, laatste = list(woorden) or [""]
    return f"{', '.join(eerste)} {voegwoord} {laatste}" if eerste else laatste
