"""The words the demo catalogue is ordered by."""

NIVEAUS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "groep-8",
        "Groep 8 (basisschool)",
        "Groep 8",
        "rugzak",
        "Kapot Sterk en meer: oefenen met nee zeggen, de buurt en dromen.",
    ),
    (
        "vo",
        "Voortgezet onderwijs",
        "VO",
        "boek",
        "Over grenzen op internet, geld verdienen en de wet.",
    ),
    (
        "mbo",
        "(V)mbo",
        "Mbo",
        "koffer",
        "Over geldezels, fraude en keuzes die later meetellen.",
    ),
    (
        "docenten",
        "Docenten en teams",
        "Docenten",
        "gesprek",
        "Trainingen om zorgen te herkennen en te bespreken.",
    ),
)
"""Slug, name, short name, drawing and sentence, in the order of the catalogue."""

THEMAS: tuple[tuple[str, str], ...] = (
    ("groepsdruk", "Groepsdruk"),
    ("snel-geld-en-ronselen", "Snel geld en ronselen"),
    ("online", "Online"),
    ("regels-en-recht", "Regels en recht"),
    ("dromen-en-toekomst", "Dromen en toekomst"),
    ("wapens-en-geweld", "Wapens en geweld"),
    ("middelen", "Vapen, alcohol en drugs"),
)
"""Slug and name."""

ROLLEN: tuple[tuple[str, str, str], ...] = (
    ("wijkagent", "wijkagent", "wijkagenten"),
    ("officier-van-justitie", "officier van justitie", "officieren van justitie"),
    ("jongerenwerker", "jongerenwerker", "jongerenwerkers"),
    ("halt-medewerker", "HALT-medewerker", "HALT-medewerkers"),
    ("rolmodel", "rolmodel", "rolmodellen"),
    ("ervaringsdeskundige", "ervaringsdeskundige", "ervaringsdeskundigen"),
    ("rechtenstudent", "rechtenstudent", "rechtenstudenten"),
    ("gastdocent", "gastdocent", "gastdocenten"),
    ("preventiemedewerker", "preventiemedewerker", "preventiemedewerkers"),
)
"""Slug, name and plural."""

GEMEENTE = "Gemeente Utrecht"
HALT = "Halt"
POLITIE = "Politie"
OM = "Openbaar Ministerie"
JONGERENWERK = "Jongerenwerk"
RECHTBANK = "Rechtbank Midden-Nederland"
GGD = "GGD"
RECHT_EN_JIJ = "Stichting Recht en Jij"
EIGEN_KOERS = "Stichting Eigen Koers"

AANBIEDERS: tuple[str, ...] = (
    GEMEENTE,
    HALT,
    POLITIE,
    OM,
    JONGERENWERK,
    RECHTBANK,
    GGD,
    RECHT_EN_JIJ,
    EIGEN_KOERS,
)
"""Names; the two foundations are invented."""
