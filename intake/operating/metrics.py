"""Metrics for Prometheus: what the database and the broker tell, and the calls this process answered.

Whichever process answers tells the same of the service, for it is read and not remembered; only the
``menshen_http_…`` series are of the answering process. Labels are codes, states and route patterns.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from typing import Final, cast

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from intake.lifecycle import State
from intake.operating.stage_times import BOUNDS, StageHistogram
from intake.operating.tallies import Counting, Counts, Tallies
from intake.service import Service
from intake.tables.base import now
from intake.working.heartbeats import SWEEPER, WORKER_KINDS, counted
from intake.working.jobs import QUEUES
from intake.working.sweep import FAILURES

FRESH_SECONDS: Final = 5.0
_CALLS: Final = CollectorRegistry()
_ANSWERED = Counter(
    "menshen_http_requests", "Calls answered.", ["method", "route", "status"], registry=_CALLS
)
_SECONDS = Histogram(
    "menshen_http_seconds",
    "Time from a call to the end of its answer.",
    ["method", "route"],
    registry=_CALLS,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60),
)


def answered(method: str, route: str, status: int, seconds: float) -> None:
    """Count one call; ``route`` is the pattern (``/v1/cases/{case_id}``), never the address asked for."""
    _ANSWERED.labels(method, route, str(status)).inc()
    _SECONDS.labels(method, route).observe(seconds)


def exposition(service: Service) -> bytes:
    """Everything in Prometheus' text format. What the database tells is at most 5 seconds old."""
    return generate_latest(_of(service).registry) + generate_latest(_CALLS)


class Metrics(Collector):
    """The metrics of one service; asks again when its answer is older than ``fresh`` seconds."""

    def __init__(self, service: Service, fresh: float = FRESH_SECONDS) -> None:
        self.service = service
        self.registry = CollectorRegistry(auto_describe=False)
        self.registry.register(self)
        self._fresh = fresh
        self._counting = Counting()
        self._lock = threading.Lock()
        self._families: list[Metric] = []
        self._asked_at = float("-inf")

    def describe(self) -> Iterable[Metric]:
        """Nothing: registering must not ask the database."""
        return ()

    def collect(self) -> Iterable[Metric]:
        """The families; one thread asks, others wait for its answer."""
        with self._lock:
            began = time.monotonic()
            if began - self._asked_at > self._fresh:
                self._families = [*self._database(), *self._broker(), *self._disk()]
                took = time.monotonic() - began
                self._families.append(_gauge("scrape_seconds", "How long asking for these took.", took))
                self._asked_at = time.monotonic()
            return list(self._families)

    def _database(self) -> Iterator[Metric]:
        try:
            with self.service.database.reading() as session:
                tallies = self._counting.tallies(session, now())
        except SQLAlchemyError:
            yield _gauge("database_up", "Whether the database answers.", 0)
            return
        yield _gauge("database_up", "Whether the database answers.", 1)
        yield from _work(tallies)
        yield from _outcomes(tallies)
        yield from _telling(tallies)
        yield from _safekeeping(tallies)

    def _broker(self) -> Iterator[Metric]:
        try:
            processes = counted(self.service.broker)
            failures = cast(dict[bytes, bytes], self.service.broker.hgetall(FAILURES))
        except RedisError:
            yield _gauge("broker_up", "Whether the broker answers.", 0)
            return
        yield _gauge("broker_up", "Whether the broker answers.", 1)
        living: Counts = {(kind,): processes.get(kind, 0) for kind in (*WORKER_KINDS, SWEEPER)}
        yield _gauges("processes", "Processes heard of lately.", ["kind"], living)
        by_duty: Counts = {(duty.decode(),): int(times) for duty, times in failures.items()}
        yield _counters("sweep_failures", "Duties of the sweeper that failed.", ["duty"], by_duty)

    def _disk(self) -> Iterator[Metric]:
        free = self.service.vault.free_bytes()
        yield _gauge("free_bytes", "Room on the disk that takes files in.", free)


def _work(told: Tallies) -> Iterator[Metric]:
    jobs = dict.fromkeys([(queue, state) for queue in QUEUES for state in _JOB_STATES], 0) | dict(told.jobs)
    yield _gauges("jobs", "Work not done.", ["queue", "state"], jobs)
    age = GaugeMetricFamily(
        "menshen_queue_age_seconds", "How long the longest due work has been due.", labels=["queue"]
    )
    for queue, seconds in told.queue_ages.items():
        age.add_metric([queue], seconds)
    yield age
    cases = {(str(state),): 0 for state in State} | dict(told.cases)
    yield _gauges("cases", "Cases by state.", ["state"], cases)
    yield _gauges("batches", "Batches by state.", ["state"], told.batches)
    yield _gauge("uploads_open", "Resumable uploads not finished.", told.uploads)
    yield _gauge("review_age_seconds", "Age of the checked case that waits longest.", told.review_age)
    yield _gauges("deadlines", "Undecided cases near or past their deadline.", ["when"], told.deadlines)
    yield _stages(told.stages)


def _outcomes(told: Tallies) -> Iterator[Metric]:
    yield _counters("verdicts", "Verdicts by route.", ["route"], told.verdicts)
    yield _counters("findings", "Outcomes by check.", ["check", "outcome"], told.findings)
    yield _counters("files_refused", "Files refused, by code.", ["code"], told.refused_files)


def _telling(told: Tallies) -> Iterator[Metric]:
    deliveries = dict.fromkeys([("waiting",), ("delivered",), ("given_up",)], 0) | dict(told.deliveries)
    yield _gauges("webhook_deliveries", "Webhook deliveries by state.", ["state"], deliveries)
    yield _gauge("webhook_age_seconds", "How long the longest due delivery is due.", told.delivery_age)
    yield _gauge("outbox_age_seconds", "How long the longest due event is not handed on.", told.outbox_age)


def _safekeeping(told: Tallies) -> Iterator[Metric]:
    yield _gauge("key_age_seconds", "Age of the key that seals.", told.key_age)
    yield _gauge("keys", "Keys that seal and are not retired; above 1 a rotation is not finished.", told.keys)
    yield _gauge("audit_entries", "Length of the audit log.", told.audit_entries)


def _stages(stages: Iterable[StageHistogram]) -> Metric:
    family = HistogramMetricFamily("menshen_stage_seconds", "Time of each stage.", labels=["stage"])
    for one in stages:
        so_far, buckets = 0, []
        for bound, count in zip(BOUNDS, one.counts, strict=True):
            so_far += count
            buckets.append(("+Inf" if bound == BOUNDS[-1] else str(bound), so_far))
        family.add_metric([one.stage], buckets, sum_value=one.seconds)
    return family


def _gauge(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(f"menshen_{name}", words, value=value)


def _gauges(name: str, words: str, labels: list[str], counts: Counts) -> Metric:
    family = GaugeMetricFamily(f"menshen_{name}", words, labels=labels)
    for values, count in sorted(counts.items()):
        family.add_metric([str(value) for value in values], count)
    return family


def _counters(name: str, words: str, labels: list[str], counts: Counts) -> Metric:
    family = CounterMetricFamily(f"menshen_{name}", words, labels=labels)
    for values, count in sorted(counts.items()):
        family.add_metric([str(value) for value in values], count)
    return family


_JOB_STATES: Final = ("waiting", "running", "dead")
_current: list[Metrics] = []
_making = threading.Lock()


def _of(service: Service) -> Metrics:
    """The metrics of this process's service; another service (in a test) begins anew."""
    with _making:
        if not _current or _current[0].service is not service:
            _current[:] = [Metrics(service)]
        return _current[0]
