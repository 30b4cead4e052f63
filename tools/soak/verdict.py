"""Comparing what was promised with what is in the database and what has reached the simulator."""

import collections
import hashlib
import os
import pathlib
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


PENDING = """SELECT COUNT(*) FROM messages WHERE content LIKE '%"state":"pending"%'"""


def wait_until_fetched(product):
    """Until every picture is there, or the grace is over: judge() then counts the rest."""
    end = time.monotonic() + GRACE
    while time.monotonic() < end and read(product, PENDING) != [(0,)]:
        time.sleep(1)


def judge_files(product):
    """One sentence for each kind of fault with the pictures."""
    pending = read(product, PENDING)[0][0]
    failed = read(product, """SELECT COUNT(*) FROM messages WHERE content LIKE '%"state":"failed"%'""")[0][0]
    faults = [f"{pending} pictures were never fetched"] if pending else []
    faults += [f"{failed} pictures were given up"] if failed else []
    for folder, _, names in os.walk(os.path.join(product.data, "media")):
        for name in names:
            content = pathlib.Path(folder, name).read_bytes()
            if hashlib.sha256(content).hexdigest() != name:
                faults.append(f"the file {name} holds other bytes than its name says")
    return faults


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
    return faults + judge_files(product)
