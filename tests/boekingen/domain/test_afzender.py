"""Whom our own mail server vouches for."""

import pytest

from boekingen.domain.afzender import Afzender, is_bewezen

SERVER = "mx.lesaanbod.example"
DOMEIN = "politie.example"
VAN = "robin@politie.example"
DMARC = f"{SERVER}; dmarc=pass (p=reject) header.from=politie.example"


@pytest.mark.parametrize(
    "uitslag",
    [
        "dmarc=pass header.from=politie.example",
        "dmarc=pass (p=none; sp=none) header.from=Politie.Example",
        'dmarc=pass reason="ok; really" header.from=politie.example',
        "dkim=pass header.d=politie.example header.s=a",
        "dkim=pass header.i=@politie.example",
        "dkim=fail header.d=politie.example; dkim=pass header.d=mail.politie.example",
        "spf=pass smtp.mailfrom=bounce@mail.politie.example",
        "spf=pass smtp.mailfrom=politie.example; dmarc=none header.from=politie.example",
        "dkim=pass header.i=@politie.example; spf=fail smtp.mailfrom=x@elders.example",
    ],
)
def test_verdict_of_our_own_server_is_believed(uitslag):
    assert is_bewezen(adres=VAN, koppen=[f"{SERVER}; {uitslag}"], authserv_id=SERVER)
    assert is_bewezen(
        adres=VAN, koppen=[f"{SERVER} 1; {uitslag}", "x"], authserv_id="MX.lesaanbod.example"
    )


@pytest.mark.parametrize(
    "koppen",
    [
        [],
        [""],
        ["; dmarc=pass header.from=politie.example"],
        [f"{SERVER}"],
        [f"{SERVER}; none"],
        [f"mx.elders.example; {DMARC}"],
        [f"{SERVER}.evil.example; dmarc=pass header.from=politie.example"],
        # A second one below the first was written by whoever sent the mail.
        [f"{SERVER}; dmarc=fail header.from=politie.example", DMARC],
        [f"{SERVER}; none", DMARC],
        [f"{SERVER}; dmarc=pass header.from=elders.example"],
        [f"{SERVER}; dmarc=pass"],
        [f"{SERVER}; dmarc=fail header.from=politie.example; dkim=pass header.d=politie.example"],
        [f"{SERVER}; dmarc=temperror header.from={DOMEIN}; spf=pass smtp.mailfrom=a@{DOMEIN}"],
        [f"{SERVER}; dmarc=pass header.from={DOMEIN}; dmarc=fail header.from={DOMEIN}"],
        [f"{SERVER}; dkim=pass header.d=elders.example"],
        [f"{SERVER}; dkim=pass header.d=example"],
        [f"{SERVER}; dkim=pass header.d=nietpolitie.example"],
        [f"{SERVER}; spf=softfail smtp.mailfrom=a@politie.example"],
        [f"{SERVER}; spf=pass smtp.helo=politie.example"],
        [f"{SERVER} (; dmarc=pass header.from=politie.example)"],
        [f'{SERVER}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=politie.example"@e.example'],
        [f"{SERVER}; spf=fail smtp.mailfrom=x;dmarc=pass@e.example header.from=politie.example"],
        [f"{SERVER}; x-dmarc=pass header.from=politie.example"],
        [f"{SERVER}; dmarc=passed header.from=politie.example"],
        [f"{SERVER}; spf=pass smtp.mailfrom=a(@politie.example)@elders.example"],
    ],
)
def test_anything_else_proves_nothing(koppen):
    assert not is_bewezen(adres=VAN, koppen=koppen, authserv_id=SERVER)


@pytest.mark.parametrize("adres", ["", "robin", "robin@", "robin@example"])
def test_address_without_a_domain_is_never_proven(adres):
    assert not is_bewezen(adres=adres, koppen=[DMARC], authserv_id=SERVER)


def test_without_our_own_server_nothing_is_proven():
    assert not is_bewezen(
        adres=VAN, koppen=["; dmarc=pass header.from=politie.example"], authserv_id=""
    )
    assert not is_bewezen(adres=VAN, koppen=[DMARC], authserv_id="")


@pytest.mark.parametrize(
    ("van", "bewezen", "namens", "mag"),
    [
        (VAN, True, "", True),
        (VAN, False, "", False),
        ("alias@elders.example", True, "", True),
        ("vreemd@elders.example", True, "", False),
        ("sec@politie.example", True, "sec@politie.example", True),
        ("sec@politie.example", True, "", False),
        ("sec@politie.example", False, "sec@politie.example", False),
        ("vreemd@elders.example", True, "vreemd@elders.example", False),
    ],
)
def test_who_may_answer_for_somebody(van, bewezen, namens, mag):
    aliassen = frozenset({"alias@elders.example"})
    assert Afzender(van, bewezen).mag_antwoorden_voor(VAN, namens, aliassen) is mag


def test_an_address_of_everybody_makes_nobody_a_secretary():
    ander = Afzender("ander@gmail.com", is_bewezen=True)
    assert not ander.mag_antwoorden_voor("robin@gmail.com", "ander@gmail.com", frozenset())
