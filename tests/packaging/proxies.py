#!/usr/bin/env python3
"""tests/packaging/proxies.py [--server FILE] [--proxies FOLDER]

The examples in packaging/, as they stand but for names, ports and certificates: nginx and Caddy before Roost, on
loopback, and one after the other what must not get lost on the way; then Roost alone, with a certificate of its own.
The last line is "N passed, N failed, N skipped".
"""

import argparse
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "soak"))
from programs import EMAIL, PASSWORD, PATIENCE, Product, end_with_parent, free_port, sign  # noqa: E402
from writers import webhook  # noqa: E402

MOST_EXPOSED = 2.0  # of systemd-analyze security
DOCUMENT = b"%PDF-1.4\n" + bytes(range(256)) * 32768  # 8 MB


def make_certificate(folder):
    wish = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", f"{folder}/tls.key", "-out", f"{folder}/tls.crt"]
    subprocess.run(["openssl", "req", *wish, *name, *files], check=True, stderr=subprocess.DEVNULL)


def replaced(text, changes):
    """A change that finds nothing has missed what the example became."""
    for pattern, new in changes:
        text, count = re.subn(pattern, lambda _, new=new: new, text, flags=re.MULTILINE)
        assert count > 0, f"the example holds no {pattern}"
    return text


def wait_until_open(port, is_running, log):
    end = time.monotonic() + PATIENCE
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if not is_running() or time.monotonic() > end:
            raise RuntimeError("it did not start: " + log.read_text())
        time.sleep(0.01)


class Proxy:
    def __init__(self, program, folder, product):
        self.folder, self.port = folder, free_port()
        product.start_server()
        product.wait_until_ready()
        text = self.site((ROOT / "packaging" / self.example).read_text(), product.port)
        (folder / self.example).write_text(text)
        environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self.log = open(folder / "proxy.log", "wb")
        self.running = subprocess.Popen(
            [program, *self.arguments()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            preexec_fn=end_with_parent,
        )
        wait_until_open(self.port, lambda: self.running.poll() is None, folder / "proxy.log")

    def stop(self):
        self.running.terminate()
        self.running.wait(PATIENCE)
        self.log.close()


class Nginx(Proxy):
    example = "nginx.conf"

    def site(self, text, roost_port):
        text = replaced(
            text,
            [
                (r"127\.0\.0\.1:8080", f"127.0.0.1:{roost_port}"),
                (r"listen 80;", f"listen 127.0.0.1:{free_port()};"),
                (r"listen 443 ssl http2;", f"listen 127.0.0.1:{self.port} ssl http2;"),
                (r"^ *listen \[::\].*$", ""),
                (r"inbox\.example\.org;", "localhost;"),
                (r"ssl_certificate .*;", f"ssl_certificate {self.folder}/tls.crt;"),
                (r"ssl_certificate_key .*;", f"ssl_certificate_key {self.folder}/tls.key;"),
            ],
        )
        temporary = "".join(
            f"{kind}_temp_path {self.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        # As whoever runs this: the folder is closed to nobody, to whom root's workers would change.
        user = "user root; " if os.geteuid() == 0 else ""
        head = f"{user}daemon off; worker_processes 1; pid {self.folder}/pid; error_log stderr; events {{}}"
        return f"{head}\nhttp {{ access_log off; {temporary}\n{text}\n}}\n"

    def arguments(self):
        return ["-p", str(self.folder), "-e", "stderr", "-c", str(self.folder / self.example)]


class Caddy(Proxy):
    example = "Caddyfile"

    def site(self, text, roost_port):
        text = replaced(
            text,
            [
                (r"127\.0\.0\.1:8080", f"127.0.0.1:{roost_port}"),
                (
                    r"^inbox\.example\.org \{",
                    f"https://localhost:{self.port}, https://evil.example:{self.port} {{\n"
                    f"bind 127.0.0.1\ntls {self.folder}/tls.crt {self.folder}/tls.key",
                ),
            ],
        )
        return "{\nadmin off\nauto_https disable_redirects\nskip_install_trust\n}\n" + text

    def arguments(self):
        return ["run", "--adapter", "caddyfile", "--config", str(self.folder / self.example)]


class Alone:
    """No proxy at all."""

    def __init__(self, _, folder, product):
        self.folder, self.port = folder, product.port
        product.start_server()
        wait_until_open(self.port, lambda: True, folder / "server.log")

    def stop(self):
        pass


class Asked:
    """What goes through the proxy as a browser would send it."""

    def __init__(self, proxy, product):
        self.proxy, self.product = proxy, product
        self.trust = ssl.create_default_context(cafile=f"{proxy.folder}/tls.crt")
        self.token = None

    def open(self, source="127.0.0.1"):
        plain = socket.create_connection(("127.0.0.1", self.proxy.port), PATIENCE, source_address=(source, 0))
        return self.trust.wrap_socket(plain, server_hostname="localhost")

    def ask(self, method, path, body=None, headers=None, source="127.0.0.1"):
        connection = http.client.HTTPConnection("localhost", self.proxy.port, timeout=PATIENCE)
        connection.sock = self.open(source)
        try:
            with_token = {"Authorization": f"Bearer {self.token}"} if self.token else {}
            connection.request(method, path, body, {"Host": "localhost", **with_token, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()


def check_sign_in(asked):
    body = json.dumps({"email": EMAIL, "password": PASSWORD})
    status, headers, answer = asked.ask("POST", "/api/v1/auth/login", body, {"Content-Type": "application/json"})
    assert status == 200, f"sign-in was answered {status}"
    assert "Secure" in headers["Set-Cookie"] and "HttpOnly" in headers["Set-Cookie"], headers["Set-Cookie"]
    assert headers["Strict-Transport-Security"] == "max-age=31536000", "no HSTS"
    asked.token = json.loads(answer)["access_token"]


def read_until(stream, text):
    received = b""
    while text not in received:
        more = stream.recv(65536)
        assert more, f"the stream was closed before it said {text}"
        received += more


def open_stream(asked):
    stream = asked.open()
    head = f"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {asked.token}\r\n\r\n"
    stream.sendall(head.encode())
    read_until(stream, b"retry: 1000")
    return stream


def hear_customer(asked, stream, number):
    wamid = f"wamid.SOAK{number}"
    body = json.dumps(webhook(wamid, number % 1000, "")).encode()
    status, _, _ = asked.ask("POST", "/webhooks/whatsapp", body, {"X-Hub-Signature-256": sign(body)})
    assert status == 200, f"the webhook was answered {status}"
    read_until(stream, wamid.encode())


def check_events(asked):
    """Each event is received while the stream stays open and before the next one is written."""
    with open_stream(asked) as stream:
        for number in (9001, 9002, 9003):
            hear_customer(asked, stream, number)


def check_new_certificate(asked):
    """Who comes now gets it; the stream that was open under the old one goes on."""
    with open_stream(asked) as stream:
        make_certificate(asked.proxy.folder)
        asked.product.read_certificate_again()
        asked.trust = ssl.create_default_context(cafile=f"{asked.proxy.folder}/tls.crt")
        end = time.monotonic() + PATIENCE
        while True:
            try:
                asked.open().close()
                break
            except ssl.SSLCertVerificationError:
                assert time.monotonic() < end, "new connections get the old certificate"
        hear_customer(asked, stream, 9101)


def check_upload(asked):
    status, _, answer = asked.ask("POST", "/api/v1/media", DOCUMENT, {"Content-Type": "application/pdf"})
    assert status == 201, f"the upload was answered {status}: {answer[:200]}"
    status, _, content = asked.ask("GET", "/api/v1/media/" + json.loads(answer)["id"])
    assert status == 200 and content == DOCUMENT, f"{len(content)} bytes came back"


def check_door(asked):
    status, _, answer = asked.ask("GET", "/api/v1/brand", headers={"Host": "evil.example"})
    assert status == 421, f"another name was answered {status}: {answer[:200]}"
    json_type = {"Content-Type": "application/json"}
    foreign = {"Origin": "https://evil.example", **json_type}
    status, _, _ = asked.ask("POST", "/api/v1/auth/refresh", "{}", foreign)
    assert status == 403, f"another page was answered {status}"
    status, _, _ = asked.ask("POST", "/api/v1/auth/refresh", "{}", {"Origin": "https://localhost", **json_type})
    assert status == 401, f"our own page without a session was answered {status}"


def check_address(asked):
    """Links are counted for each address: one's own, whatever one claims to be."""

    def left(source, headers=None):
        _, answered, _ = asked.ask("GET", "/api/v1/invitations/none", None, headers, source)
        return int(answered["X-RateLimit-Remaining"])

    first = left("127.0.0.2")
    assert left("127.0.0.2", {"X-Forwarded-For": "203.0.113.7"}) == first - 1, "a forged address was believed"
    assert left("127.0.0.3") == first, "two addresses are counted as one"


CHECKS = [check_sign_in, check_events, check_upload, check_door, check_address]


def check_all(kind, program, server, folder):
    """(passed, failed)"""
    make_certificate(folder)
    checks, failed = CHECKS, 0
    os.environ.update(ROOST_PUBLIC_URL="https://localhost", ROOST_TRUSTED_PROXIES="127.0.0.1")
    if kind is Alone:
        checks = [*CHECKS, check_new_certificate]
        os.environ.update(ROOST_TLS_CERT=f"{folder}/tls.crt", ROOST_TLS_KEY=f"{folder}/tls.key")
    with Product(server, str(folder)) as product:
        proxy = kind(program, folder, product)
        try:
            asked = Asked(proxy, product)
            for check in checks:
                try:
                    check(asked)
                except (AssertionError, OSError, http.client.HTTPException) as fault:
                    failed += 1
                    print(f"failed {kind.__name__}: {check.__name__}: {fault}", flush=True)
        finally:
            proxy.stop()
    return len(checks) - failed, failed


def check_service():
    """(passed, failed, skipped)"""
    if shutil.which("systemd-analyze") is None:
        print("skipped: systemd-analyze is not installed")
        return 0, 0, 1
    service = str(ROOT / "packaging" / "roost.service")
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", service], capture_output=True, text=True, check=False
    )
    figure = re.search(r"exposure level for roost\.service: ([0-9.]+)", told.stdout)
    print(figure.group(0) if figure else told.stdout + told.stderr)
    if figure and float(figure.group(1)) <= MOST_EXPOSED:
        return 1, 0, 0
    print("failed roost.service: it is more exposed than it should be")
    return 0, 1, 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--server", default=str(ROOT / "build/release/server/roost"))
    parser.add_argument("--proxies", default="", help="folder of unpacked packages, usr/sbin/nginx in it; else PATH")
    arguments = parser.parse_args()
    passed, failed, skipped = check_service()
    path = os.pathsep.join(f"{arguments.proxies}/usr/{folder}" for folder in ("sbin", "bin"))
    for kind in (Nginx, Caddy, Alone):
        name = kind.__name__.lower()
        program = shutil.which(name, path=path if arguments.proxies else None) if kind is not Alone else "itself"
        if program is None:
            print(f"skipped: there is no {name}")
            skipped += len(CHECKS)
            continue
        with tempfile.TemporaryDirectory(prefix="roost-proxy-") as folder:
            done = check_all(kind, program, arguments.server, pathlib.Path(folder))
        passed, failed = passed + done[0], failed + done[1]
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
