"""Comparing what was promised with what is in the database and what has reached the simulator."""

import collections
import os
import sqlite3
import time

GRACE = 180  # seconds for sends whose outcome a kill left open


def read(product, question):
    path = os.path.join(product.data, "roost.db")
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def wait_until_sent(product, ledger):
    """Until Meta has an answer for every accepted send, or the grace is over: judge() then names the rest."""
    end = time.monotonic() + GRACE
    wanted = set(ledger.accepted.values())
    while time.monotonic() < end and not wanted <= set(product.sent()):
        time.sleep(1)


def judge(product, ledger):
    """One sentence for every message that is lost or doubled."""
    stored = collections.Counter(wamid for (wamid,) in read(product, "SELECT wamid FROM messages WHERE wamid != ''"))
    refs = collections.Counter(ref for (ref,) in read(product, "SELECT client_ref FROM messages WHERE client_ref != ''"))
    sent = collections.Counter(product.sent())
    faults = [f"the webhook {wamid} was answered 200 and is not stored" for wamid in ledger.stored if not stored[wamid]]
    faults += [f"{wamid} is stored {count} times" for wamid, count in stored.items() if count > 1]
    faults += [f"the send {ref} was answered 202 and is not stored" for ref in ledger.accepted if not refs[ref]]
    faults += [f"the send {ref} is stored {count} times" for ref, count in refs.items() if count > 1]
    accepted = set(ledger.accepted.values())
    faults += [f"message {message} was answered 202 and never sent" for message in accepted if not sent[message]]
    faults += [f"message {message} was sent {count} times" for message, count in sent.items() if count > 1]
    return faults
