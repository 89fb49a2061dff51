import pytest

from boekingen.domain.registerbestand import (
    Regel,
    RegisterOnleesbaar,
    decode_register,
    is_afgebroken,
    split_regels,
)

KOP = "A;B\r\n"


def test_decode_register_reads_windows_1252():
    assert decode_register("Fryslân ‘t\r\n".encode("cp1252")) == "Fryslân ‘t\r\n"


def test_decode_register_of_plain_ascii():
    assert decode_register(b"a;b\r\n") == "a;b\r\n"


@pytest.mark.parametrize("inhoud", [b"", b" \r\n \r\n"])
def test_decode_register_of_empty_file(inhoud):
    with pytest.raises(RegisterOnleesbaar, match=r"^Dit bestand is leeg\. Download het opnieuw"):
        decode_register(inhoud)


@pytest.mark.parametrize(
    "inhoud",
    [
        "Fryslân\r\n".encode(),
        "Utrecht\r\n".encode("utf-8-sig"),
        "Utrecht\r\n".encode("utf-16"),
        "Utrecht\r\n".encode("utf-16-le"),
        b"Utr\0echt\r\n",
    ],
)
def test_decode_register_of_another_encoding(inhoud):
    with pytest.raises(RegisterOnleesbaar, match="andere tekencodering dan DUO gebruikt"):
        decode_register(inhoud)


def test_decode_register_names_the_line_of_an_impossible_byte():
    with pytest.raises(RegisterOnleesbaar, match=r"^Op regel 3 staat een teken"):
        decode_register(b"a\r\nb\r\n\x81\xe9\r\n")


def test_split_regels_numbers_lines_and_skips_blank_ones():
    assert list(split_regels("a;b\r\n\r\n c ; \r\n  \r\n")) == [
        Regel(1, ("a", "b")),
        Regel(3, (" c ", " ")),
    ]


def test_split_regels_accepts_line_feeds_alone():
    assert list(split_regels("a\nb\n")) == [Regel(1, ("a",)), Regel(2, ("b",))]


def test_split_regels_reads_quoted_names():
    (regel,) = split_regels('x;"School ""De; Ark""";y\r\n')
    assert regel == Regel(1, ("x", 'School "De; Ark"', "y"))


@pytest.mark.parametrize("stuk", ['"open', '"a"b'])
def test_split_regels_keeps_a_stray_quote_to_its_own_line(stuk):
    eerste, tweede = split_regels(f"{stuk};b\r\nc;d\r\n")
    assert eerste == Regel(1, (stuk, "b"), "Niet te lezen; let op de aanhalingstekens.")
    assert tweede == Regel(2, ("c", "d"))


@pytest.mark.parametrize("teken", ["\r", "\x0b", "\x1c", "\x7f", "\x85"])
def test_split_regels_marks_control_characters(teken):
    (regel,) = split_regels(f"a{teken}b;c\r\n")
    assert regel.fout == "Er staan onleesbare tekens in."


def test_split_regels_of_an_enormous_field_marks_the_line():
    (regel,) = split_regels("a" * 200_000 + ";b\r\n")
    assert regel.fout == "Niet te lezen; let op de aanhalingstekens."


@pytest.mark.parametrize(
    ("tekst", "afgebroken"),
    [("a\r\n", False), ("a\n", False), ("a", True), ("a\r", True), ("a\r\nb", True)],
)
def test_is_afgebroken(tekst, afgebroken):
    assert is_afgebroken(tekst) is afgebroken
