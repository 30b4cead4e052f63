"""What the server has promised: written down by the writers, compared with what it holds at the end."""

import threading


class Ledger:
    """Safe to use from any thread."""

    def __init__(self):
        self._lock = threading.Lock()
        self.stored = set()  # wamids answered 200
        self.accepted = {}  # client reference → message id, answered 202
        self.repeats = 0

    def note_stored(self, wamid):
        with self._lock:
            self.stored.add(wamid)

    def note_accepted(self, client_ref, message_id):
        """A repeat of a send must name the same message."""
        with self._lock:
            known = self.accepted.setdefault(client_ref, message_id)
        if known != message_id:
            raise AssertionError(f"{client_ref} became two messages, {known} and {message_id}")

    def note_repeat(self):
        with self._lock:
            self.repeats += 1
