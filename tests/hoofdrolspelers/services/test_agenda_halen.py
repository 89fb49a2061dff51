"""Fetching from an address that a stranger chose (security.md, A7)."""

import socket
from datetime import timedelta
from http.client import HTTPMessage, HTTPResponse
from unittest.mock import Mock

import pytest

from hoofdrolspelers.domain.netadres import OngeldigAdres, is_openbaar, lees_netadres
from hoofdrolspelers.services.agenda_halen import (
    BESTAAT_NIET,
    DOET_HET_NIET,
    ONBEREIKBAAR,
    TE_GROOT,
    VRAAGT_INLOGGEN,
    HalenMislukt,
    Kenmerken,
    Net,
    _build_weigering,
    haal_op,
)
from tests.hoofdrolspelers.agendaserver import (
    NAAM,
    THUIS,
    agendaserver,
    kanarie,
    make_certificaat,
    pak_in,
)

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
GEEN = Kenmerken()

VIJANDIG = [
    "https://127.0.0.1:{p}/",
    "https://127.0.0.2:{p}/",
    "https://2130706433:{p}/",
    "https://0x7f000001:{p}/",
    "https://0x7f.0.0.1:{p}/",
    "https://0177.0.0.1:{p}/",
    "https://017700000001:{p}/",
    "https://127.1:{p}/",
    "https://127.0.1:{p}/",
    "https://0:{p}/",
    "https://0.0.0.0:{p}/",
    "https://localhost:{p}/",
    "https://localhost.:{p}/",
    "https://[::1]:{p}/",
    "https://[::]:{p}/",
    "https://[::ffff:127.0.0.1]:{p}/",
    "https://[::ffff:7f00:1]:{p}/",
    "https://[::127.0.0.1]:{p}/",
    "https://[64:ff9b::7f00:1]:{p}/",
    "https://[64:ff9b:1::7f00:1]:{p}/",
    "https://[2002:7f00:1::]:{p}/",
    "https://[2001:0:7f00:1::]:{p}/",
    "https://[fe80::1%25lo]:{p}/",
    "https://[fc00::1]:{p}/",
    "https://[ff02::1]:{p}/",
    "https://10.0.0.1:{p}/",
    "https://172.16.0.1:{p}/",
    "https://192.168.0.1:{p}/",
    "https://169.254.169.254:{p}/latest/meta-data/",
    "https://100.64.0.1:{p}/",
    "https://224.0.0.1:{p}/",
    "https://255.255.255.255:{p}/",
    "https://agenda.example@127.0.0.1:{p}/",
    "https://agenda.example:x@127.0.0.1:{p}/",
    "https://127.0.0.1:{p}\\@agenda.example/",
    "https://１２７.0.0.1:{p}/",
    "https://127。0。0。1:{p}/",
    "http://127.0.0.1:{p}/",
    "ftp://127.0.0.1:{p}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{p}/_x",
    "//127.0.0.1:{p}/",
    "127.0.0.1:{p}",
    "https://naar-binnen.example:{p}/",
    "https://half-binnen.example:{p}/",
    "webcal://naar-binnen.example:{p}/",
]
NAMEN = {
    "naar-binnen.example": ["127.0.0.1"],
    "half-binnen.example": ["93.184.216.34", "127.0.0.1"],
}


def zoek_op(host, poort, **kwargs):
    """Know two names; numbers in every form are read by the system itself."""
    if host in NAMEN:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, poort)) for n in NAMEN[host]]
    if host.rpartition(".")[2] == "example":
        raise socket.gaierror
    return socket.getaddrinfo(host, poort, **kwargs)


def test_hostile_addresses_reach_no_canary_and_all_sound_the_same():
    with kanarie() as (poort, bezoek):
        net = Net(poorten=frozenset({poort, 443}), seconden=3, zoek_op=zoek_op)
        gezegd = set()
        for adres in [*VIJANDIG, "https://bestaat-niet.example/"]:
            with pytest.raises(HalenMislukt) as fout:
                haal_op(adres=adres.format(p=poort), kenmerken=GEEN, net=net)
            assert (fout.value.__cause__, fout.value.is_blijvend) == (None, False)
            gezegd.add(str(fout.value))
    assert bezoek == []
    assert gezegd == {ONBEREIKBAAR}


def test_canary_sings_when_it_is_reached():
    """Otherwise the test above would prove nothing."""
    with kanarie() as (poort, bezoek):
        net = Net(mag=lambda _: True, poorten=frozenset({poort}), seconden=0.2)
        with pytest.raises(HalenMislukt):
            haal_op(adres=f"https://127.0.0.1:{poort}/", kenmerken=GEEN, net=net)
    assert bezoek == ["127.0.0.1"]


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory):
    return make_certificaat(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def server(certificaat):
    with agendaserver(certificaat) as server:
        yield server


def haal(server, pad="/a.ics", kenmerken=GEEN, **anders):
    return haal_op(adres=server.adres(pad), kenmerken=kenmerken, net=server.net(**anders))


def weiger(server, pad="/a.ics", **anders):
    with pytest.raises(HalenMislukt) as fout:
        haal(server, pad, **anders)
    return str(fout.value)


def test_calendar_comes_with_its_marks_and_is_asked_for_without_ours(server):
    server.antwoorden["/a.ics?x=1"] = (200, {"ETag": '"1"', "Last-Modified": "gisteren"}, ICS)
    opgehaald = haal(server, "/a.ics?x=1")
    assert opgehaald.inhoud == ICS
    assert opgehaald.kenmerken == Kenmerken('"1"', "gisteren")
    ((pad, koppen),) = server.gevraagd
    assert (pad, koppen["Host"]) == ("/a.ics?x=1", f"{NAAM}:{server.poort}")
    assert not {"Cookie", "Referer", "Authorization", "If-None-Match"} & koppen.keys()


def test_unchanged_calendar_is_not_sent_again(server):
    server.antwoorden["/a.ics"] = (200, {"ETag": '"1"'}, ICS)
    kenmerken = Kenmerken('"1"', "gisteren")
    assert haal(server, kenmerken=kenmerken).inhoud is None
    assert server.gevraagd[0][1]["If-Modified-Since"] == "gisteren"


def test_packed_calendar_is_unpacked(server):
    server.antwoorden["/a.ics"] = (200, {"Content-Encoding": "gzip"}, pak_in(ICS))
    assert haal(server).inhoud == ICS


@pytest.mark.parametrize(
    ("status", "tekst"),
    [
        (401, VRAAGT_INLOGGEN),
        (403, VRAAGT_INLOGGEN),
        (404, BESTAAT_NIET),
        (410, BESTAAT_NIET),
        (429, DOET_HET_NIET),
        (500, DOET_HET_NIET),
        (204, DOET_HET_NIET),
    ],
)
def test_server_that_refuses_is_told_in_words(status, tekst, server):
    server.antwoorden["/a.ics"] = (status, {}, b"")
    assert weiger(server) == tekst


@pytest.mark.parametrize(
    ("status", "vraagt", "wacht"),
    [
        (429, "120", timedelta(minutes=2)),
        (503, " 7200 ", timedelta(hours=2)),
        (503, "Mon, 11 Jan 2027 09:30:00 GMT", timedelta(minutes=30)),
        (503, "Mon, 11 Jan 2027 08:00:00 GMT", timedelta()),
        (429, "9" * 8, timedelta(days=1)),
        (429, "9" * 400, timedelta()),
        (429, "-5", timedelta()),
        (429, "straks", timedelta()),
        (429, None, timedelta()),
        (500, "120", timedelta()),
    ],
)
def test_server_that_asks_for_rest_gets_a_day_of_it_at_most(status, vraagt, wacht):
    antwoord = HTTPResponse(Mock(spec=socket.socket))
    antwoord.status, antwoord.headers = status, HTTPMessage()
    antwoord.headers["Date"] = "Mon, 11 Jan 2027 09:00:00 GMT"
    if vraagt is not None:
        antwoord.headers["Retry-After"] = vraagt
    assert _build_weigering(antwoord).wacht == wacht


def test_answer_of_200_mb_is_cut_off(server):
    server.antwoorden["/a.ics"] = (200, {}, b"x" * (6 << 20))
    assert weiger(server) == TE_GROOT


def test_bomb_does_not_open(server):
    bom = pak_in(b"\0" * (200 << 20))
    server.antwoorden["/a.ics"] = (200, {"Content-Encoding": "gzip"}, bom)
    assert len(bom) < 1 << 20
    assert weiger(server) == TE_GROOT


@pytest.mark.parametrize(
    ("koppen", "inhoud"),
    [
        ({"Content-Length": "999"}, ICS),
        ({"Content-Encoding": "gzip"}, pak_in(ICS)[:-9]),
        ({"Content-Encoding": "gzip"}, ICS),
        ({"Content-Encoding": "br"}, ICS),
    ],
)
def test_half_or_unreadable_answer_is_none(koppen, inhoud, server):
    server.antwoorden["/a.ics"] = (200, koppen, inhoud)
    assert weiger(server) == ONBEREIKBAAR


@pytest.mark.parametrize("pad", ["/traag/koppen", "/traag/inhoud"])
def test_slow_server_gets_no_more_than_its_time(pad, server):
    assert weiger(server, pad, seconden=0.4) == ONBEREIKBAAR


def test_redirect_is_followed_and_its_name_looked_up_again(server):
    server.antwoorden["/a.ics"] = (302, {"Location": "/b.ics"}, b"")
    server.antwoorden["/b.ics"] = (200, {}, ICS)
    assert haal(server).inhoud == ICS
    assert server.opgezocht == [NAAM, NAAM]


@pytest.mark.parametrize(
    "locatie",
    [
        "http://agenda.example:{p}/b.ics",
        "https://127.0.0.2:{k}/",
        "https://binnen.example:{p}/",
        "https://x@agenda.example:{p}/",
        "https://agenda.example:{k}/",
        "file:///etc/passwd",
        "",
    ],
)
def test_redirect_is_checked_like_the_first_address(locatie, server):
    with kanarie() as (poort, bezoek):
        doel = locatie.format(p=server.poort, k=poort)
        server.antwoorden["/a.ics"] = (302, {"Location": doel}, b"")
        assert weiger(server, **{"binnen.example": "127.0.0.2"}) == ONBEREIKBAAR
    assert bezoek == []
    assert len(server.gevraagd) <= 6


def test_redirects_without_end_stop_after_five(server):
    server.antwoorden["/a.ics"] = (301, {"Location": "/a.ics"}, b"")
    assert weiger(server) == ONBEREIKBAAR
    assert len(server.gevraagd) == 6


def test_certificate_must_be_of_the_name(server):
    server.antwoorden["/a.ics"] = (200, {}, ICS)
    with pytest.raises(HalenMislukt, match="niet bereiken"):
        haal_op(adres=server.adres(naam="ander.example"), kenmerken=GEEN, net=server.net())
    assert server.gevraagd == []


def test_name_that_changes_its_mind_is_asked_once(server):
    server.antwoorden["/a.ics"] = (200, {}, ICS)
    haal(server)
    assert server.opgezocht == [NAAM]


def test_silent_name_server_gets_no_more_than_its_time():
    import threading

    wacht = threading.Event()
    net = Net(seconden=0.2, zoek_op=lambda *_, **__: wacht.wait(5))
    with pytest.raises(HalenMislukt, match="niet bereiken"):
        haal_op(adres="https://agenda.example/", kenmerken=GEEN, net=net)
    wacht.set()


def test_closed_port_sounds_like_all_others():
    dicht = socket.create_server((THUIS, 0))
    poort = dicht.getsockname()[1]
    dicht.close()
    net = Net(mag=lambda _: True, poorten=frozenset({poort}), seconden=2)
    with pytest.raises(HalenMislukt) as fout:
        haal_op(adres=f"https://127.0.0.1:{poort}/", kenmerken=GEEN, net=net)
    assert str(fout.value) == ONBEREIKBAAR


@pytest.mark.parametrize(
    ("ip", "mag"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("192.88.99.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("240.0.0.1", False),
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("fec0::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:93.184.216.34", False),
        ("onzin", False),
    ],
)
def test_only_one_place_on_the_public_internet_is_open(ip, mag):
    assert is_openbaar(ip) is mag


@pytest.mark.parametrize(
    ("getypt", "adres"),
    [
        (" webcal://Agenda.example/x.ics?a=b#c ", "https://agenda.example/x.ics?a=b"),
        ("https://agenda.example:443", "https://agenda.example/"),
        ("WEBCALS://agenda.example./x", "https://agenda.example/x"),
    ],
)
def test_address_is_read_as_people_paste_it(getypt, adres):
    assert str(lees_netadres(getypt)) == adres


@pytest.mark.parametrize(
    "getypt",
    [
        "",
        "agenda",
        "https://",
        "https://a b.example/",
        "https://agenda.example:8443/",
        "https://x/",
        "https://a.example/" + "x" * 2000,
        "https://a.example:99999/",
        "https://[::1",
        "mailto:a@b",
    ],
)
def test_what_is_no_address_is_refused_with_words(getypt):
    with pytest.raises(OngeldigAdres, match=r"\w{3,}"):
        lees_netadres(getypt)
