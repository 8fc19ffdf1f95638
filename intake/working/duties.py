"""What the sweeper sees to, and how often."""

from __future__ import annotations

from intake import clock
from intake.delivering.webhook_replay import forget_old as forget_events
from intake.delivering.webhooks import deliver_due, fan_out
from intake.doorkeeping.passes import drop_passes
from intake.doorkeeping.sessions import drop_ended
from intake.idempotency import forget_old
from intake.operating.logs import configure
from intake.reviewing.label_older import label_older
from intake.reviewing.review import free_claims
from intake.safekeeping.doomed import finish_doomed
from intake.safekeeping.retention import RetentionPolicy, apply_retention
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.tables.base import now
from intake.uploads.clearing import expire_uploads
from intake.uploads.finish import finish_uploads
from intake.working.orphans import VaultSearch, clear_spool
from intake.working.precheck import clear_forgotten
from intake.working.sweep import Duty, resend, run

_MINUTE = 60.0
_HOUR = 3600.0


def sweep(settings: ServiceSettings) -> int:
    """Be a sweeper until told to stop. The exit status."""
    configure()
    clear_spool(settings)
    service = open_service(settings)
    try:
        return run(service, duties(settings))
    finally:
        service.database.close()


def duties(settings: ServiceSettings) -> tuple[Duty, ...]:
    """Every duty of a sweeper with these settings."""
    often = settings.sweep_seconds
    return (
        Duty("jobs.resend", often, resend),
        Duty("uploads.finish", often, finish_uploads),
        Duty("webhooks.deliver", often, _deliver),
        Duty("webhooks.forget", _HOUR, lambda service: forget_events(service.database, now())),
        Duty("claims.free", 10.0, lambda service: free_claims(service, now())),
        Duty("labels.write", 10.0, label_older),
        Duty("objects.delete", _MINUTE, finish_doomed),
        Duty("retention.apply", _HOUR, _retain),
        Duty("uploads.expire", _MINUTE, lambda service: expire_uploads(service, now())),
        Duty("precheck.clear", _MINUTE, clear_forgotten),
        Duty("deadlines.warn", 10 * _MINUTE, _warn),
        Duty("deadlines.refresh", 24 * _HOUR, _refresh_deadlines),
        Duty("idempotency.forget", 10 * _MINUTE, lambda service: forget_old(service, now())),
        Duty("sessions.drop", 10 * _MINUTE, lambda service: drop_ended(service, now())),
        Duty("passes.drop", 10 * _MINUTE, lambda service: drop_passes(service, now())),
        Duty("spool.clear", 10 * _MINUTE, lambda service: clear_spool(service.settings)),
        Duty("vault.clear", often, VaultSearch().step),
    )


def _deliver(service: Service) -> int:
    fan_out(service)
    return deliver_due(service)


def _warn(service: Service) -> int:
    settings = service.settings
    warned = clock.warn(
        service.database,
        clock.china_day(now()),
        within=settings.deadline_warning_days,
        calendar=clock.calendar_of(settings),
    )
    return len(warned)


def _retain(service: Service) -> int:
    """Erase what has been kept long enough, by the settings: zero days keep it for good."""
    settings = service.settings
    batch_days = settings.retention_days if settings.batch_days is None else settings.batch_days
    policy = RetentionPolicy(
        decided_days=settings.retention_days or None,
        abandoned_days=settings.abandoned_days or None,
        returned_days=settings.returned_days or None,
        batch_days=batch_days or None,
    )
    return len(apply_retention(service, policy).cases)


def _refresh_deadlines(service: Service) -> int:
    """The official calendar or the operator's changes: deadlines follow within a day."""
    return clock.refresh_deadlines(service.database, clock.calendar_of(service.settings))
