"""The words of the planner: minutes, months and roles as people say them."""

from datetime import date

from lesaanbod.domain.datums import MAANDEN, format_dag

__all__ = ["format_dag", "format_tijd", "noem_maand", "noem_rol"]


def format_tijd(minuut: int) -> str:
    """Return a minute of the day as a clock time: 10.15 uur."""
    return f"{minuut // 60}.{minuut % 60:02} uur"


def noem_maand(maand: int) -> str:
    """Return a month counted as year * 12 + month in words: maart 2027."""
    jaar, nummer = divmod(maand - 1, 12)
    return f"{MAANDEN[nummer]} {jaar}"


def noem_rol(rol: str) -> str:
    """Return a role as said in a sentence."""
    return rol.replace("_", " ")


def eerste_dag(maand: int) -> date:
    """Return the first day of a month counted as year * 12 + month."""
    jaar, nummer = divmod(maand - 1, 12)
    return date(jaar, nummer + 1, 1)


def format_klok(minuut: int) -> str:
    """Return a minute of the day as files write it: 10:15."""
    return f"{minuut // 60:02}:{minuut % 60:02}"
