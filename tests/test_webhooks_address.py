"""Where webhooks may go: what is said of URLs and of addresses, in tables."""

from __future__ import annotations

import ipaddress
import threading
import time

import pytest
from webhook_receivers import always

from intake.delivering import webhook_address
from intake.delivering.webhook_address import (
    Forbidden,
    addresses,
    is_inner,
    is_public,
    parse,
    register,
    system_resolve,
)
from intake.refusals import Refused
from intake.refusals.webhooks import NAME_NOT_FOUND


@pytest.mark.parametrize(
    ("url", "kept", "host", "authority"),
    [
        ("https://portal.example/h", "https://portal.example/h", "portal.example", "portal.example"),
        ("https://portal.example", "https://portal.example/", "portal.example", "portal.example"),
        (
            "HTTPS://Portal.Example.:443/a?b=c",
            "https://portal.example/a?b=c",
            "portal.example",
            "portal.example",
        ),
        (
            "https://portal.example:8443/",
            "https://portal.example:8443/",
            "portal.example",
            "portal.example:8443",
        ),
        ("https://医保.例子/钩", "https://xn--ruqw5f.xn--fsqu00a/%E9%92%A9", "xn--ruqw5f.xn--fsqu00a", None),
        ("https://203.0.114.7/", "https://203.0.114.7/", "203.0.114.7", "203.0.114.7"),
        ("https://[2606:4700:0::1]/x", "https://[2606:4700::1]/x", "2606:4700::1", "[2606:4700::1]"),
    ],
)
def test_a_url_is_kept_in_ascii(url: str, kept: str, host: str, authority: str | None) -> None:
    target = parse(url, private=False)
    assert (target.url, target.host) == (kept, host)
    assert authority is None or target.authority == authority


@pytest.mark.parametrize(
    ("url", "codes"),
    [
        ("http://portal.example/", {"HOOK-112"}),
        ("https://user:pass@portal.example/", {"HOOK-113"}),
        ("https://@portal.example/", {"HOOK-113"}),
        ("https://portal.example/#a", {"HOOK-114"}),
        ("https://portal.example:22/", {"HOOK-115"}),
        ("https://portal.example:0/", {"HOOK-115"}),
        ("https://portal.example:99999/", {"HOOK-115"}),
        ("https://portal.example/" + "a" * 2000, {"HOOK-116"}),
        ("http://u@portal.example:25/#x", {"HOOK-112", "HOOK-113", "HOOK-114", "HOOK-115"}),
        ("ftp://portal.example/", {"HOOK-111"}),
        ("portal.example/hooks", {"HOOK-111"}),
        ("//portal.example/hooks", {"HOOK-111"}),
        ("https:///hooks", {"HOOK-111"}),
        ("", {"HOOK-111"}),
        ("https://127.1/", {"HOOK-111"}),
        ("https://2130706433/", {"HOOK-111"}),
        ("https://0x7f000001/", {"HOOK-111"}),
        ("https://0177.0.0.1/", {"HOOK-111"}),
        ("https://a..b/", {"HOOK-111"}),
        ("https://portal.example\\@evil.example/", {"HOOK-111"}),
        ("https://portal .example/", {"HOOK-111"}),
        ("https://portal.example/\r\nX: y", {"HOOK-111"}),
        ("https://[fe80::1%25eth0]/", {"HOOK-111"}),
        ("https://[::1/", {"HOOK-111"}),
        ("https://" + "a" * 64 + ".example/", {"HOOK-111"}),
        ("javascript:alert(1)", {"HOOK-111"}),
        ("file:///etc/passwd", {"HOOK-111"}),
    ],
)
def test_a_url_is_refused_with_every_fault(url: str, codes: set[str]) -> None:
    with pytest.raises(Refused) as caught:
        parse(url, private=False)
    assert {fault.code for fault in caught.value.faults} == codes
    assert all(fault.where == "url" and fault.message and fault.remedy for fault in caught.value.faults)


PUBLIC = [
    "8.8.8.8",
    "203.0.114.7",
    "2606:4700::1",
    "2001:4860:4860::8888",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "::ffff:0:808:808",
]
INNER = [
    "127.0.0.1",
    "127.255.255.254",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "198.18.0.1",
    "::1",
    "fc00::1",
    "fd12::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "::ffff:0:7f00:1",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "::7f00:1",
]
NEVER = [
    "0.0.0.0",  # noqa: S104 - nothing is bound
    "0.1.2.3",
    "169.254.169.254",
    "169.254.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "::",
    "fe80::1",
    "fe80::1%2",
    "fec0::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "::ffff:0:a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:a9fe:a9fe::",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
    assert not is_inner(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", INNER)
def test_inner(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    assert is_inner(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", NEVER)
def test_never(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    assert not is_inner(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", [*INNER, *NEVER])
def test_a_name_of_ours_is_not_registered(address: str) -> None:
    with pytest.raises(Refused) as caught:
        register("https://portal.example/", private=False, resolve=always(address))
    assert [fault.code for fault in caught.value.faults] == ["HOOK-118"]


@pytest.mark.parametrize("address", NEVER)
def test_metadata_is_refused_even_where_inner_addresses_are_allowed(address: str) -> None:
    with pytest.raises(Refused) as caught:
        register("http://portal.example/", private=True, resolve=always(address))
    assert [fault.code for fault in caught.value.faults] == ["HOOK-118"]


def test_inner_addresses_may_be_allowed() -> None:
    assert register("http://portal.example:9000/", private=True, resolve=always("10.0.0.5")).port == 9000


def test_plain_http_never_leaves_the_house() -> None:
    with pytest.raises(Refused) as caught:
        register("http://portal.example/", private=True, resolve=always("8.8.8.8"))
    assert [fault.code for fault in caught.value.faults] == ["HOOK-112"]


def test_one_bad_address_among_good_ones_is_enough() -> None:
    target = parse("https://portal.example/", private=False)
    with pytest.raises(Forbidden):
        addresses(target, private=False, resolve=always("8.8.8.8", "127.0.0.1"))
    assert addresses(target, private=False, resolve=always("8.8.8.8", "8.8.8.8")) == ("8.8.8.8",)


def test_a_name_that_does_not_resolve_is_told() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    for resolve in (nobody, always()):
        with pytest.raises(Refused) as caught:
            register("https://portal.example/", private=False, resolve=resolve)
        assert [fault.code for fault in caught.value.faults] == ["HOOK-117"]


@pytest.mark.parametrize("url", ["https://127.0.0.1/", "https://[::1]/", "https://localhost/"])
def test_the_system_resolver_is_judged_too(url: str) -> None:
    with pytest.raises(Refused) as caught:
        register(url, private=False, resolve=system_resolve)
    assert [fault.code for fault in caught.value.faults] == ["HOOK-118"]


def test_a_name_that_is_never_answered_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    silent = threading.Event()

    def resolve(host: str, port: int) -> tuple[str, ...]:
        silent.wait(20)
        return ("203.0.113.7",)

    monkeypatch.setattr(webhook_address, "system_resolve", resolve)
    monkeypatch.setattr(webhook_address, "LOOK_UP_SECONDS", 0.1)
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        register("https://portal.example/", private=False, resolve=webhook_address.timely_resolve)
    silent.set()
    assert time.monotonic() - began < 5
    assert [fault.code for fault in refused.value.faults] == [NAME_NOT_FOUND.code]


def test_a_name_in_time_is_what_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(host: str, port: int) -> tuple[str, ...]:
        raise OSError("no such name")

    assert webhook_address.timely_resolve("127.0.0.1", 443) == ("127.0.0.1",)
    monkeypatch.setattr(webhook_address, "system_resolve", fail)
    with pytest.raises(OSError, match="no such name"):
        webhook_address.timely_resolve("portal.example", 443)
