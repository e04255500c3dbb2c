"""The figures of /metrics, as Prometheus reads them: counted by the database, and of our requests.

What the database counts is read at most once in a while, however often it is asked for. How long
pages take is measured in this process; several machines with pages are several things to ask.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from threading import Lock

from django.db import DatabaseError
from prometheus_client import CollectorRegistry, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from assistant.services.show_figures import show_figures

PAGE_SECONDS = "foi_page_seconds"
DATABASE_UP = "foi_database_up"
# So many seconds the figures of the database are kept: who asks all the time costs no more.
KEPT = 15.0
BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METHODS = frozenset({"GET", "POST"})
OTHER = "other"

_registry = CollectorRegistry()
ProcessCollector(registry=_registry)
_pages = Histogram(
    PAGE_SECONDS,
    "Seconds that pages took, by their name and how they ended.",
    ("page", "method", "status"),
    buckets=BUCKETS,
    registry=_registry,
)


def note_request(*, page: str, method: str, status: int, seconds: float) -> None:
    """Count an HTTP request; `page` is the name of its address, empty where it has none."""
    known_as = method if method in METHODS else OTHER
    _pages.labels(page or OTHER, known_as, f"{status // 100}xx").observe(seconds)


def exposed(now: datetime) -> tuple[bytes, str]:
    """Return all figures at an instant (aware), as Prometheus reads them, and their type."""
    return generate_latest(_registry) + _of_the_database.text(now), CONTENT_TYPE_LATEST


class _Counted(Collector):
    """Figures of the database as a collector of Prometheus."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def collect(self) -> Iterable[Metric]:
        """Return the figures; of a database that does not answer, that alone."""
        try:
            found = list(_families(self._now))
        except DatabaseError:
            return [_up(answers=False)]
        return [_up(answers=True), *found]


def _up(*, answers: bool) -> Metric:
    return GaugeMetricFamily(DATABASE_UP, "1 where the database answers.", value=float(answers))


def _families(now: datetime) -> Iterator[Metric]:
    for figure, values in show_figures(now):
        family = CounterMetricFamily if figure.kind == "counter" else GaugeMetricFamily
        made = family(figure.name, figure.about, labels=figure.labels)
        for labels, number in values:
            made.add_metric(labels, float(number))
        yield made


class _Kept:
    """The database's figures as text, counted anew when they have become old."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._text = b""
        self._until = 0.0

    def text(self, now: datetime) -> bytes:
        """Return the figures; while one thread counts, others wait for it and do not count too."""
        with self._lock:
            if time.monotonic() >= self._until:
                registry = CollectorRegistry(auto_describe=False)
                registry.register(_Counted(now))
                self._text = generate_latest(registry)
                self._until = time.monotonic() + KEPT
            return self._text

    def forget(self) -> None:
        """Count anew when next asked."""
        self._until = 0.0


_of_the_database = _Kept()
forget = _of_the_database.forget
