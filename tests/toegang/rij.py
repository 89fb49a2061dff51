"""One row of the access matrix, and words that stand in many of them; see matrix.py."""

from dataclasses import dataclass

from tests.toegang.wereld import ROLLEN


@dataclass(frozen=True, slots=True)
class Rij:
    """One route with an address and what each role gets there."""

    route: str
    adres: str
    get: str
    post: str = ""
    demo: bool = False

    def is_silent_on(self, method: str) -> bool:
        """Whether the row leaves out ``method``; a view that refuses the method is then fine."""
        return method == "post" and not self.post

    def words(self, method: str) -> dict[str, str]:
        """Return the expected word per role for ``method`` («get» or «post»)."""
        line = self.get if method == "get" else self.post
        words = line.split()
        if not words:
            return {"anoniem": self.get.split()[0]}
        if len(words) == 1:
            words *= len(ROLLEN)
        return dict(zip(ROLLEN, words, strict=True))


INGELOGD = "i 200 200 200 200 200 200 200 200"
ALLEEN_BEHEERDER = "t t t t t h h t 200"
BUREAU = "i 403 403 403 403 403 403 200 403"
BUREAU_KNOP = "i 403 403 403 403 403 403 405 403"
EIGEN_VAN_DOCENT = "i 200 404 404 404 404 404 404 404"
PORTAAL = "i 404 404 200 200 404 404 404 404"
EIGEN_VAN_MENS = "i 404 404 200 404 404 404 404 404"
ALLEEN_REDACTIE = "t t t t t h 200 t h"
