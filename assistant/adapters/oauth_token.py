"""A token kept in memory, renewed before it ends, and not asked for again and again after a no."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.domain.errors import NotAllowed, TryAgainLater

# Exchange refuses a token that is about to end, so one with less to live is renewed (seconds).
MARGIN = 600.0
# A permission granted or withdrawn shows in new tokens alone, so none is handed out for longer.
FRESH = 600.0
# After a failure the provider is left alone for so long: many tries lock an account out.
PAUSE = 30.0
# A token this near its end may end before the mail server has looked at it.
LAST_MOMENT = 60.0


@dataclass(frozen=True, slots=True)
class Issued:
    """A token as its provider issued it, and how many seconds it lives from now on."""

    value: str = field(repr=False)
    seconds: float


class Renewed:
    """Hands out a token that `ask` gets, to any number of threads.

    `ask` raises TryAgainLater where the provider cannot be reached, and NotAllowed where it says
    no. While it cannot be reached, the token at hand serves as long as it lives.
    """

    def __init__(
        self, ask: Callable[[], Issued], *, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Remember where tokens come from; `now` counts seconds."""
        self._ask = ask
        self._now = now
        self._lock = threading.Lock()
        self._token = ""
        self._asked_at = self._ends_at = float("-inf")
        self._failure: NotAllowed | TryAgainLater | None = None
        self._failed_at = float("-inf")

    def __call__(self) -> str:
        """Return a token; raises TryAgainLater or NotAllowed as `ask` does."""
        with self._lock:
            if not self._is_fresh():
                self._renew()
            return self._token

    def _is_fresh(self) -> bool:
        now = self._now()
        return now < self._asked_at + FRESH and now < self._ends_at - MARGIN

    def _renew(self) -> None:
        if self._failure is None or self._now() >= self._failed_at + PAUSE:
            try:
                issued = self._ask()
            except (NotAllowed, TryAgainLater) as error:
                self._failure, self._failed_at = error, self._now()
            else:
                self._failure = None
                self._token, self._asked_at = issued.value, self._now()
                self._ends_at = self._asked_at + issued.seconds
        if self._failure is not None and not self._serves():
            raise type(self._failure)(str(self._failure)) from self._failure

    def _serves(self) -> bool:
        """Say whether the token at hand will do although no other could be had."""
        reachable = isinstance(self._failure, NotAllowed)
        return not reachable and self._now() < self._ends_at - LAST_MOMENT
