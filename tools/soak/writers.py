"""Customers who write and agents who answer, until the server is killed under their hands."""

import http.client
import itertools
import json
import queue
import threading
import time

from programs import PHONE_NUMBER_ID, call, sign

CUSTOMERS = 1000  # many, because Meta limits how fast one person may be written to
WEBHOOK_WRITERS = 3
MESSAGES_PER_PICTURE = 200
SEND_WRITERS = 2
SECONDS_BETWEEN_SENDS = 0.04  # below the 80 a second that one number may send
GONE = (OSError, http.client.HTTPException, json.JSONDecodeError)


def webhook(wamid, customer, picture_id):
    person = str(254700000000 + customer)
    message = {"from": person, "id": wamid, "timestamp": str(int(time.time()))}
    if int(wamid.removeprefix("wamid.SOAK")) % MESSAGES_PER_PICTURE == 0:
        message |= {"type": "image", "image": {"id": picture_id, "mime_type": "image/png"}}
    else:
        message |= {"type": "text", "text": {"body": wamid}}
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": PHONE_NUMBER_ID},
        "contacts": [{"profile": {"name": f"Customer {customer}"}, "wa_id": person}],
        "messages": [message],
    }
    change = {"field": "messages", "value": value}
    return {"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": [change]}]}


class Crowd:
    """Whatever is not acknowledged is written again after the next start, as Meta and our client do."""

    def __init__(self, product, ledger, seconds_between_webhooks=0):
        self._product = product
        self._seconds_between_webhooks = seconds_between_webhooks  # of each writer
        self._ledger = ledger
        self._numbers = itertools.count()
        self._unanswered_webhooks = queue.SimpleQueue()
        self._unanswered_sends = queue.SimpleQueue()
        self._known_customers = []  # in the order they first wrote; only who wrote may be written to
        self._threads = []
        self._is_working = threading.Event()
        self._failures = []

    def work(self, seconds):
        """Returns after that time with everybody still writing; the caller kills the server, then rest()."""
        self._product.token()
        self._is_working.set()
        jobs = [self._write_webhooks] * WEBHOOK_WRITERS + [self._write_sends] * SEND_WRITERS
        self._threads = [threading.Thread(target=self._guard, args=(job,), daemon=True) for job in jobs]
        for thread in self._threads:
            thread.start()
        time.sleep(seconds)

    def rest(self):
        self._is_working.clear()
        for thread in self._threads:
            thread.join()
        self._threads = []
        if self._failures:
            raise self._failures[0]

    def settle(self):
        """Writes what is unanswered until nothing is, on a server that stays."""
        while not self._unanswered_webhooks.empty():
            self._post_webhook(self._unanswered_webhooks.get())
        while not self._unanswered_sends.empty():
            self._post_send(self._unanswered_sends.get())

    def _guard(self, job):
        try:
            job()
        except GONE:
            pass  # killed
        except Exception as failure:  # anything else fails the soak
            self._failures.append(failure)

    def _next(self, unanswered, make_new):
        try:
            item = unanswered.get_nowait()
            self._ledger.note_repeat()
            return item
        except queue.Empty:
            return make_new(next(self._numbers))

    def _write_webhooks(self):
        while self._is_working.is_set():
            time.sleep(self._seconds_between_webhooks)
            self._post_webhook(
                self._next(self._unanswered_webhooks, lambda number: (f"wamid.SOAK{number}", number % CUSTOMERS))
            )

    def _post_webhook(self, item):
        wamid, customer = item
        body = json.dumps(webhook(wamid, customer, self._product.picture_id)).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self._product.port, timeout=10)
        try:
            headers = {"Content-Type": "application/json", "X-Hub-Signature-256": sign(body)}
            connection.request("POST", "/webhooks/whatsapp", body, headers)
            status = connection.getresponse().status
        except GONE:
            self._unanswered_webhooks.put(item)
            raise
        finally:
            connection.close()
        if status == 503:  # the writer's queue is full: Meta would send it again
            self._unanswered_webhooks.put(item)
            return
        if status != 200:
            raise AssertionError(f"a webhook was answered {status}")
        self._ledger.note_stored(wamid)
        if customer not in self._known_customers:
            self._known_customers.append(customer)

    def _write_sends(self):
        while self._is_working.is_set():
            time.sleep(SECONDS_BETWEEN_SENDS)
            known = self._known_customers
            if known:
                self._post_send(
                    self._next(self._unanswered_sends, lambda number: (f"soak-{number}", known[number % len(known)]))
                )

    def _post_send(self, item):
        client_ref, customer = item
        body = {"client_ref": client_ref, "to": str(254700000000 + customer), "text": client_ref}
        headers = {"Authorization": f"Bearer {self._product.token()}"}
        try:
            status, answer = call(self._product.port, "POST", "/api/v1/messages", body, headers)
        except GONE:
            self._unanswered_sends.put(item)
            raise
        if status == 503:
            self._unanswered_sends.put(item)
            return
        if status != 202:
            raise AssertionError(f"a send was answered {status}: {answer}")
        message = answer.get("message", answer)
        self._ledger.note_accepted(client_ref, str(message["id"]))
