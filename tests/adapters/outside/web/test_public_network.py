"""What is written in a page reaches the public network alone, whatever its names lead to."""

import socket
import ssl

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from geleerd.adapters.outside.web import public_network, visitor
from geleerd.adapters.outside.web.public_network import is_public
from geleerd.adapters.outside.web.visitor import Answer, Visitor
from tests.workbench.elsewhere import MOVES, elsewhere

PRIVATE = Answer("unreachable", "private")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(visitor, "PAUSE", 0)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "239.1.1.1"),  # noqa: S104  # addresses to refuse
        *("240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::a01:203", "64:ff9b:1::808:808", "2001::1"),
        *("2002:7f00:1::", "2002:808:808::1"),
    ],
)
def test_addresses_around_us_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_others_are_public(address):
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_of_ipv4_is_judged_the_same_in_a_network_without_it(address):
    assert is_public(f"64:ff9b::{address}") == is_public(str(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"])
def test_machines_around_us_are_never_asked(host):
    with elsewhere() as (origin, handler):
        assert Visitor("proef").ask(origin.replace("127.0.0.1", host)) == PRIVATE
        assert handler.asked == []


def lead(monkeypatch, **places: list[str]) -> list[str]:
    """Let names lead to addresses, the next one at every look-up; tells which were looked up."""
    real, looked_up = socket.getaddrinfo, []

    def lookup(host, port, *words, **named):
        name = str(host).partition(".")[0]
        if name not in places:
            return real(host, port, *words, **named)
        looked_up.append(name)
        return real(places[name].pop(0), port, *words, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return looked_up


def test_a_redirect_to_a_machine_around_us_is_not_followed(monkeypatch):
    lead(monkeypatch, openbaar=["127.0.0.1"] * 2, binnen=["127.0.0.2"] * 2)
    monkeypatch.setattr(public_network, "is_public", lambda address: address == "127.0.0.1")
    with elsewhere() as (origin, handler):
        inside = origin.replace("127.0.0.1", "binnen.example")
        monkeypatch.setitem(MOVES, "naar-binnen", (301, f"{inside}/geheim"))
        assert Visitor("proef").ask(origin.replace("127.0.0.1", "openbaar.example") + "/naar-binnen") == PRIVATE
        assert [path for _, path, _ in handler.asked] == ["/naar-binnen"]


def test_a_name_that_leads_elsewhere_a_moment_later_is_looked_up_once(monkeypatch):
    """What was checked is what is connected to ("DNS rebinding")."""
    looked_up = lead(monkeypatch, wissel=["127.0.0.1", "127.0.0.2"])
    monkeypatch.setattr(public_network, "is_public", lambda address: address == "127.0.0.1")
    with elsewhere() as (origin, handler):
        assert Visitor("proef").ask(origin.replace("127.0.0.1", "wissel.example")) == Answer("ok", "200")
        assert len(handler.asked) == len(looked_up) == 1


def test_the_certificate_must_be_that_of_the_name(monkeypatch, tmp_path):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setattr(public_network, "is_public", lambda address: True)
    lead(monkeypatch, goed=["127.0.0.1"] * 2, fout=["127.0.0.1"] * 2)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("goed.example").configure_cert(context)
    names = []
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    with elsewhere(context) as (origin, handler):
        assert Visitor("proef").ask(origin.replace("127.0.0.1", "goed.example")) == Answer("ok", "200")
        assert Visitor("proef").ask(origin.replace("127.0.0.1", "fout.example")) == Answer("unreachable", "no-connection")
        assert len(handler.asked) == 1
    assert names == ["goed.example", "fout.example"]


def test_a_proxy_is_asked_for_names_that_it_alone_knows_but_for_none_around_us(monkeypatch):
    with elsewhere() as (origin, handler):
        monkeypatch.setenv("http_proxy", origin)
        visitor = Visitor("proef")
        assert visitor.ask("http://weet.invalid/goed") == Answer("ok", "200")
        assert visitor.ask("http://localhost/goed") == PRIVATE
        assert [path for _, path, _ in handler.asked] == ["http://weet.invalid/goed"]
