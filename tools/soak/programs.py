"""The server that is killed again and again, and the simulator that outlives it."""

import hashlib
import hmac
import http.client
import json
import os
import signal
import socket
import subprocess
import threading
import time

APP_SECRET = "app-secret-of-the-soak"
ACCESS_TOKEN = "access-token-of-the-soak"
PHONE_NUMBER_ID = "106540352242922"
EMAIL = "ana@example.com"
PASSWORD = "correct horse battery"
# The customers' messages do not go through the simulator, so it knows of no open window; and news that a killed
# server missed come again soon, since the next kill is near.
SCRIPT = {
    "enforce_window": False,
    "sent_delay_ms": 5,
    "delivered_delay_ms": 20,
    "read_delay_ms": -1,
    "retry_delay_ms": 50,
    "max_retry_delay_ms": 400,
}
# Large enough that a kill can fall into the middle of it.
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4000
PATIENCE = 60  # seconds for anything that must happen


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def call(port, method, path, body=None, headers=None, timeout=10):
    """(status, parsed answer); raises OSError or HTTPException when the server is gone."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, {"Content-Type": "application/json", **(headers or {})})
        answer = connection.getresponse()
        content = answer.read()
        return answer.status, json.loads(content) if content.startswith((b"{", b"[")) else None
    finally:
        connection.close()


def upload_picture(port):
    """The id under which the simulator holds a picture from now on."""
    boundary = "picture-of-the-soak"
    lines = []
    for name, value in (("messaging_product", b"whatsapp"), ("type", b"image/png")):
        lines += [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    lines += [head.encode() + PICTURE, f"--{boundary}--\r\n".encode()]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}", "Authorization": f"Bearer {ACCESS_TOKEN}"}
    connection.request("POST", f"/v23.0/{PHONE_NUMBER_ID}/media", b"\r\n".join(lines), headers)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return answer["id"]


def sign(body):
    return "sha256=" + hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()


def end_with_parent():
    """In the child: the programs of a soak that dies die with it."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Product:
    def __init__(self, server, folder):
        self._program = self.program = server
        self.data = os.path.join(folder, "data")
        self._log = open(os.path.join(folder, "server.log"), "wb")
        self.port = free_port()
        self.simulator_port = free_port()
        self._server = None
        self._simulator = None
        self._token = None
        self._token_until = 0
        self._signing_in = threading.Lock()

    def __enter__(self):
        url = f"http://127.0.0.1:{self.port}/webhooks/whatsapp"
        arguments = ["simulate", "--port", str(self.simulator_port), "--webhook-url", url]
        arguments += ["--app-secret", APP_SECRET, "--access-token", ACCESS_TOKEN]
        self._simulator = self._spawn(arguments + ["--phone-number-id", PHONE_NUMBER_ID], os.environ)
        self._wait_for(self.simulator_port, "/_control/health")
        call(self.simulator_port, "POST", "/_control/script", SCRIPT)
        self.picture_id = upload_picture(self.simulator_port)
        add = [self._program, "agent", "add", "--data", self.data, "--email", EMAIL, "--name", "Ana"]
        subprocess.run(
            add + ["--role", "admin"], input=PASSWORD.encode() + b"\n", env=self._environment(), check=True, stdout=self._log
        )
        return self

    def __exit__(self, *_):
        for program in (self._server, self._simulator):
            if program is not None:
                program.kill()
                program.wait()
        self._log.close()

    def _environment(self):
        return {
            **os.environ,
            "ROOST_APP_SECRET": APP_SECRET,
            "ROOST_VERIFY_TOKEN": "verify-token-of-the-soak",
            "ROOST_ACCESS_TOKEN": ACCESS_TOKEN,
            "ROOST_PHONE_NUMBER_ID": PHONE_NUMBER_ID,
            "ROOST_WABA_ID": "102290129340398",
            "ROOST_GRAPH_URL": f"http://127.0.0.1:{self.simulator_port}",
            "ROOST_REQUESTS_PER_MINUTE": "1000000",
        }

    def _spawn(self, arguments, environment=None):
        return subprocess.Popen(
            [self._program, *arguments],
            env=environment or self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            preexec_fn=end_with_parent,
        )

    def _wait_for(self, port, path):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if call(port, "GET", path)[0] == 200:
                    return
            except OSError:
                time.sleep(0.005)
        raise TimeoutError(f"no answer from {path} within {PATIENCE} s")

    def start_server(self):
        self._server = self._spawn(["serve", "--port", str(self.port), "--data", self.data])

    def wait_until_ready(self):
        self._wait_for(self.port, "/health/live")

    def kill_server(self):
        self._server.send_signal(signal.SIGKILL)
        self._server.wait()

    def read_certificate_again(self):
        self._server.send_signal(signal.SIGHUP)

    def stop_server(self):
        self._server.terminate()
        self._server.wait(PATIENCE)

    def token(self):
        """Good for some minutes more, across restarts. Any thread."""
        with self._signing_in:
            if time.monotonic() > self._token_until:
                status, answer = call(self.port, "POST", "/api/v1/auth/login", {"email": EMAIL, "password": PASSWORD})
                if status != 200:
                    raise AssertionError(f"sign-in was answered {status}")
                self._token = answer["access_token"]
                self._token_until = time.monotonic() + 20 * 60
            return self._token

    def memory(self):
        """Bytes that the server holds."""
        with open(f"/proc/{self._server.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:"))

    def sent(self):
        """callback_data of everything the simulator has accepted, in order."""
        # Whole hours of messages in one answer.
        answer = call(self.simulator_port, "GET", "/_control/sent", timeout=10 * PATIENCE)[1]
        return [message["callback_data"] for message in answer]
