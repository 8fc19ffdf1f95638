"""Messages that wake workers.

A message holds the name of its queue, or a precheck's token: never a case, a name or a number. It may be
lost or doubled without harm: which work is due, the database says (``intake.working.jobs``), and the sweeper
sends anew where messages are missing. So messages are acknowledged before the work begins, no results are
kept, and a worker fetches one only when it has nothing in hand.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Final

from celery import Celery
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from intake.service_settings import ServiceSettings
from intake.working.groups import PRECHECK
from intake.working.jobs import CASES

_log = logging.getLogger(__name__)
WAKE: Final = "menshen.wake"
PRECHECK_TASK: Final = "menshen.precheck"
_START_SECONDS: Final = 180
"""A worker process loads models before it reports for work; Celery would kill it after 4 s."""


def make_app(settings: ServiceSettings) -> Celery:
    """The Celery application these settings ask for."""
    hard_limits_below_visibility(settings)
    app = Celery("menshen", broker=settings.celery_broker, set_as_current=False)
    app.conf.update(
        task_default_queue=CASES,
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_acks_late=False,
        task_time_limit=settings.job_seconds,
        worker_prefetch_multiplier=1,
        worker_disable_prefetch=True,
        worker_max_tasks_per_child=settings.worker_jobs,
        worker_max_memory_per_child=settings.worker_memory_mb * 1024,
        worker_proc_alive_timeout=_START_SECONDS,
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "visibility_timeout": settings.visibility_seconds,
            "queue_order_strategy": "priority",
            "socket_connect_timeout": 3,
            "socket_keepalive": True,
            "health_check_interval": 10,
            # of whoever sends: a call at the door must not wait for a broker that is down
            "max_retries": 1,
            "interval_start": 0,
            "interval_step": 0.1,
            "interval_max": 0.1,
        },
    )
    return app


def hard_limits_below_visibility(settings: ServiceSettings) -> None:
    """Work is killed long before the broker would hand its message out a second time.

    ``ServiceSettings`` refuses other values with a sentence; this holds whatever way they came.
    """
    if settings.job_seconds * 2 > settings.visibility_seconds:
        raise AssertionError("job_seconds must be at most half of visibility_seconds")


@lru_cache(maxsize=8)
def _sender(settings: ServiceSettings) -> Celery:
    return make_app(settings)


def wake(settings: ServiceSettings, queue: str, count: int = 1) -> bool:
    """Tell ``count`` workers that there is work in ``queue``; false where the broker does not answer.

    That is no failure of the caller's: the sweeper tells them as soon as it can.
    """
    return all(_send(settings, WAKE, queue, queue) for _ in range(count))


def ask_precheck(settings: ServiceSettings, token: str) -> bool:
    """Hand a precheck to the workers; false where the broker does not answer."""
    return _send(settings, PRECHECK_TASK, token, PRECHECK, expires=settings.precheck_seconds)


def _send(
    settings: ServiceSettings, task: str, argument: str, queue: str, expires: float | None = None
) -> bool:
    app = _sender(settings)
    try:
        app.send_task(task, (argument,), queue=queue, expires=expires, retry=False, ignore_result=True)
    except (KombuError, RedisError, OSError) as error:
        _log.warning("no message sent to queue %s: %s", queue, type(error).__name__)
        return False
    return True
