"""One line of lessons per theme."""

import pytest

from lesaanbod.domain.leerlijn import Halte, kies_haltes


def maak_halte(les_id: int, volgorde: int, leerjaren: str = "") -> Halte:
    return Halte(
        les_id=les_id,
        titel=f"Les {les_id}",
        adres=f"/les-{les_id}/",
        volgorde=volgorde,
        niveau=["", "Groep 8", "VO", "Mbo"][volgorde],
        leerjaren=leerjaren,
    )


def kies(*kandidaten: Halte, vast: tuple[Halte, ...] = ()) -> list[tuple[str, int]]:
    return [(halte.label, halte.les_id) for halte in kies_haltes(kandidaten, vast=vast)]


def test_line_runs_from_groep_8_through_vo_to_mbo():
    assert kies(maak_halte(3, 3), maak_halte(1, 1), maak_halte(2, 2)) == [
        ("Groep 8", 1),
        ("VO", 2),
        ("Mbo", 3),
    ]


def test_years_that_follow_are_two_steps_and_years_that_overlap_are_one():
    line = kies(
        maak_halte(1, 2, "klas 1–4"), maak_halte(2, 2, "klas 3–4"), maak_halte(3, 2, "klas 1–2")
    )
    assert line == [("VO klas 1–2", 3), ("VO klas 3–4", 2)]


def test_first_given_wins_and_no_lesson_comes_twice():
    assert kies(maak_halte(5, 1), maak_halte(4, 1)) == [("Groep 8", 5)]
    assert kies(maak_halte(5, 1), maak_halte(5, 2), maak_halte(6, 2)) == [
        ("Groep 8", 5),
        ("VO", 6),
    ]


def test_lesson_somebody_looks_at_is_always_there():
    line = kies(
        maak_halte(1, 2, "klas 1–2"),
        maak_halte(2, 2, "klas 4–6"),
        vast=(maak_halte(9, 2, "klas 2–3"),),
    )
    assert line == [("VO klas 2–3", 9), ("VO klas 4–6", 2)]


def test_lesson_that_suits_two_levels_stands_at_both():
    vast = (maak_halte(9, 1), maak_halte(9, 2))
    assert kies(maak_halte(1, 2), vast=vast) == [("Groep 8", 9), ("VO", 9)]


@pytest.mark.parametrize(
    ("leerjaren", "expected"),
    [("", (0, 99)), ("klas 4", (4, 4)), ("leerjaar 1–3", (1, 3)), ("vo en mbo", (0, 99))],
)
def test_jaren(leerjaren, expected):
    assert maak_halte(1, 2, leerjaren).jaren == expected


def test_empty_line():
    assert kies_haltes([]) == ()
