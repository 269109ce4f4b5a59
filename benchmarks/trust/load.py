"""The built site under nginx, with the files that it brings: nginx takes them, sends what they say, and loses little speed by it."""

import gzip
import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.nginx import nginx_file
from geleerd.written.policy.rules import rules
from tests.workbench.as_servers_read import headers_at_cloudflare, host_rules, nginx_pairs
from tests.workbench.observatory import scored

REPOSITORY = Path(__file__).parent.parent.parent
PLAIN, OURS = 18_080, 18_081
SITE_URL = "https://kennis.example/"
FOLDER = "/kennis bank/"
ASKED = ("/", "/lessen/begin-met-voorlopers/", "/assets/stylesheets/geleerd.css", "/api/v1/items.json")
PACKED = ("-H", "Accept-Encoding: gzip")
SECONDS, ROUNDS, CONNECTIONS = 2, 3, 32
CONFIGURATION = """
user root root; worker_processes 1; pid {at}/nginx.pid; error_log {at}/error.log; daemon off;
events {{ worker_connections 512; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path {at}/a; proxy_temp_path {at}/b; fastcgi_temp_path {at}/c; uwsgi_temp_path {at}/d; scgi_temp_path {at}/e;
  map_hash_bucket_size 256;
  map $uri $moved {{ include {at}/served/redirects.map; }}
  server {{ listen 127.0.0.1:{plain}; root {at}/served; }}
  server {{
    listen 127.0.0.1:{ours}; root {at}/served;
    if ($moved) {{ return 301 $moved; }}
    include {at}/served/nginx.conf; include {at}/folder.conf;
  }}
}}
"""


class Speed(NamedTuple):
    """Requests a second, and the time in which 99 of 100 are answered, as wrk says it."""

    requests: float
    p99: str


def run() -> list[str]:
    """Serve the site plainly and with its own files, on this machine alone, and compare."""
    if missing := [name for name in ("nginx", "wrk") if shutil.which(name) is None]:
        print(f"Not measured: {' and '.join(missing)} not found (packages of Debian).")
        return []
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        _build(at / "served")
        (at / "served" / FOLDER.strip("/")).symlink_to(".")
        (at / "folder.conf").write_text(nginx_file(tuple(rules(Policy(STRICT), SITE_URL)), FOLDER), encoding="utf-8")
        with _nginx(at):
            faults = [*_headers(at / "served"), *_redirects(at / "served"), *_places(at / "served")]
            _say_speeds(at / "served")
        return faults


def _build(site: Path) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPOSITORY / "plugins"), "SITE_URL": SITE_URL}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=REPOSITORY, env=environment, check=True)


@contextmanager
def _nginx(at: Path) -> Iterator[None]:
    file = at / "nginx.conf"
    file.write_text(CONFIGURATION.format(at=at, plain=PLAIN, ours=OURS), encoding="utf-8")
    command = [str(shutil.which("nginx")), "-p", str(at), "-c", str(file)]
    subprocess.run([*command, "-t", "-q"], check=True)
    with subprocess.Popen(command) as server:
        try:
            time.sleep(1)
            yield
        finally:
            server.terminate()


def _got(path: str, port: int = OURS, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", quote(path), headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def _headers(site: Path) -> Iterator[str]:
    """Whether nginx sends for every kind of file what `_headers` says."""
    told = host_rules((site / "_headers").read_text(encoding="utf-8"))
    for address in _addresses(site):
        wanted = {"cache-control": "no-cache", **headers_at_cloudflare(told, address)}
        for base in ("/", FOLDER):
            status, sent, _ = _got(base + address[1:])
            yield from (f"{base}{address[1:]}: {status}" for _ in range(status != 200))
            yield from (f"{base}{address[1:]}: {name}: {sent.get(name)}" for name, value in wanted.items() if sent.get(name) != value)
    score = scored(_got("/")[1], (site / "index.html").read_text(encoding="utf-8"))
    print(f"The Observatory would give {score.points} points, {score.grade}: {dict(score.rules)}")
    if score.grade != "A+":
        yield f"the Observatory would give {score.grade}"


def _addresses(site: Path) -> list[str]:
    """The address of one file of every kind in every place, except those that lead on."""
    moved = {old for old, _ in nginx_pairs((site / "redirects.map").read_text(encoding="utf-8"))}
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    addresses = [f"/{name.removesuffix('index.html')}" for name in names if name not in HIDDEN and FOLDER.strip("/") not in name]
    return [*{(Path(address).suffix, *address.split("/")[:3]): address for address in addresses if address not in moved}.values()]


HIDDEN = ("_headers", "_redirects", "redirects.map", "nginx.conf")


def _redirects(site: Path) -> Iterator[str]:
    pairs = nginx_pairs((site / "redirects.map").read_text(encoding="utf-8"))
    for old, new in pairs:
        status, sent, _ = _got(old)
        if (status, sent.get("location", "").endswith(quote(new))) != (301, True):
            yield f"{old}: {status} {sent.get('location')}"
    print(f"{len(pairs)} redirects answered by nginx.")


def _places(site: Path) -> Iterator[str]:
    """The page for an unknown address has the policy too, what is for servers is not sent, and texts come packed."""
    for base in ("/", FOLDER):
        status, sent, body = _got(f"{base}bestaat/niet/")
        if status != 404 or "content-security-policy" not in sent or body != (site / "404.html").read_bytes():
            yield f"{base}: no page of the site for an unknown address"
        yield from (f"{base}{name} is sent" for name in HIDDEN if _got(base + name)[0] != 404)
        _, packed, _ = _got(base, **{"Accept-Encoding": "gzip"})
        if packed.get("content-encoding") != "gzip" or packed.get("content-type") != "text/html; charset=utf-8":
            yield f"{base}: {packed.get('content-encoding')}, {packed.get('content-type')}"


def _say_speeds(site: Path) -> None:
    """For every address: as nginx sends files by itself, with our headers, packed as it is asked for, and packed beforehand."""
    names = ("plain", "with the policy", "packed", "packed before")
    print(f"{'address':<32}" + "".join(f"{name:>21}" for name in names) + "   (requests a second, 99 of 100 within)")
    for path in ASKED:
        speeds = _best((PLAIN, path), (OURS, path), (OURS, path, *PACKED))
        file = site / f"{path[1:]}index.html" if path.endswith("/") else site / path[1:]
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
        speeds += _best((OURS, path, *PACKED))
        print(f"{path:<32}" + "".join(f"{speed.requests:>12,.0f} {speed.p99:>8}" for speed in speeds))


def _best(*asked: tuple[int, *tuple[str, ...]]) -> list[Speed]:
    """The best of some rounds for each, one after another in every round, so that what else the machine does weighs on all alike."""
    rounds = [[_speed(*each) for each in asked] for _ in range(ROUNDS)]
    return [max(speeds) for speeds in zip(*rounds, strict=True)]


def _speed(port: int, path: str, *options: str) -> Speed:
    command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", "--latency", *options, f"http://127.0.0.1:{port}{path}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    requests, p99 = re.search(r"Requests/sec:\s*([\d.]+)", said), re.search(r"99%\s+(\S+)", said)
    return Speed(float(requests[1]) if requests else 0.0, p99[1] if p99 else "")
