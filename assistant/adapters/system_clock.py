"""The machine's own clock."""

from datetime import UTC, datetime


class SystemClock:
    """A Clock that tells the machine's time."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)
