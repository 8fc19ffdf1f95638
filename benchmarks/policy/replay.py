"""How long 10,000 stored cases take under another pack, and whether their own pack gives the same digests.

    python -m benchmarks.policy.replay [--cases 10000] [--read samples/cases] [--processes 2] [--under …]

A handful of sample cases are read by the real reader, then stored many times over under other case numbers,
submission days and register answers, each line of text with the case's own number behind it (so that nothing
kept from one case serves the next), in a database of its own that is thrown away. Reading and storing are not
in the time told. Prints one JSON document.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from intake import judge
from intake.case import CaseLimits, open_case
from intake.database import Database
from intake.facts import Facts, SeenBefore
from intake.pipeline import Reader
from intake.replay import NotReplayed, Replayed, Selection, replay, select_cases
from intake.safekeeping.migrate import migrate
from intake.safekeeping.sealed_columns import about
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.tables.base import new_id
from intake.tables.cases import Case
from ocr.types import Document
from validators.application import Application
from validators.check import check_case
from validators.pack import pack_in_force
from validators.register import InsuredPerson, Qualification, RegisterAnswers
from validators.verdict import Verdict

SAMPLES = Path(__file__).parents[2] / "samples" / "cases"
AT_ONCE = 200
WANTED = ("shaoyang-renewal", "shaoyang-application", "shangrao-application", "yichun-renewal")
A_POLICY = 3
"""Samples read of each policy."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a digest did not come back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--read", type=Path, default=SAMPLES)
    parser.add_argument("--under", nargs="*", choices=WANTED, default=WANTED, help="packs beside their own")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="menshen-replay-") as home:
        service = _service(Path(home))
        read = _read(service, told.read)
        _store(service, read, told.cases)
        measured = [_measured(service, None, told.processes)]
        for policy in told.under:
            measured.append(_measured(service, policy, told.processes))
    print(json.dumps({"cases": told.cases, "samples": len(read), "runs": measured}, indent=1))
    return int(measured[0]["same_digest"] != told.cases)


def _service(home: Path) -> Service:
    settings = ServiceSettings(home=home)
    database = Database(settings.database)
    migrate(database)
    database.close()
    return open_service(settings)


def _read(service: Service, samples: Path) -> list[tuple[Application, Verdict]]:
    reader = Reader(service.settings)
    read = []
    for policy in WANTED:
        for folder in sorted(samples.glob(f"{policy}-*"))[:A_POLICY]:
            verdict = reader.check(folder).verdict
            read.append((open_case(folder, CaseLimits()).application, verdict))
            print(f"read {folder.name}", file=sys.stderr)
    return read


def _varied(read: Sequence[tuple[Application, Verdict]], cases: int) -> Iterator[tuple[Application, Verdict]]:
    """The same readings on other days, so that windows and look-backs fall on both sides, in other words."""
    for number in range(cases):
        stated, verdict = read[number % len(read)]
        day = stated.submitted_on + dt.timedelta(days=number % 61 - 30)
        own = replace(verdict, documents=tuple(_numbered(one, number) for one in verdict.documents))
        yield stated.model_copy(update={"submitted_on": day}), own


def _numbered(document: Document, number: int) -> Document:
    pages = tuple(
        replace(page, lines=tuple(replace(line, text=f"{line.text} {number}") for line in page.lines))
        for page in document.pages
    )
    return replace(document, pages=pages)


def _store(service: Service, read: Sequence[tuple[Application, Verdict]], cases: int) -> None:
    waiting = list(_varied(read, cases))
    for first in range(0, cases, AT_ONCE):
        with service.database.writing() as session:
            for stated, verdict in waiting[first : first + AT_ONCE]:
                case = _case(service, stated)
                session.add(case)
                session.flush()
                person = InsuredPerson(stated.applicant.name, stated.applicant.id_number)
                end = Qualification("高血压病3级", None, dt.date(2025, 12, 31))
                facts = Facts(stated, RegisterAnswers((person,), (end,)), SeenBefore(()))
                again = check_case(
                    case.case_no,
                    stated,
                    verdict.documents,
                    verdict.engine,
                    pack_in_force(stated.submitted_on, policy=stated.policy),
                    register=facts.answers,
                    earlier=facts.seen_before,
                )
                judge.keep(service, session, case, again, facts, cause="submitted")


def _case(service: Service, stated: Application) -> Case:
    case_id = new_id()
    pack = pack_in_force(stated.submitted_on, policy=stated.policy)
    sealed = service.sealer.seal(stated.model_dump_json().encode(), about(Case.application_sealed, case_id))
    return Case(
        id=case_id,
        case_no=f"B{case_id}",
        channel="counter",
        policy_id=pack.policy.id,
        policy_version=pack.ref.version,
        region=pack.policy.region.code,
        business=pack.policy.business,
        submitted_on=stated.submitted_on,
        state="checked",
        application_sealed=sealed,
        name_hash="",
        id_number_hash=case_id,
    )


def _measured(service: Service, policy: str | None, processes: int) -> dict[str, object]:
    """One replay of everything: under each case's own pack, or under ``policy``'s."""
    pack = pack_in_force(dt.date(2025, 11, 20), policy=policy) if policy else None
    with service.database.reading() as session:
        ids = select_cases(session, Selection(policy=None), None)
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    found = [one for some in replay(service.settings, ids, pack, processes=processes) for one in some]
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    replayed = [one for one in found if isinstance(one, Replayed)]
    return {
        "pack": policy or "own",
        "cases": len(found),
        "not_replayed": sum(isinstance(one, NotReplayed) for one in found),
        "seconds": round(seconds, 1),
        "cpu_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
        "processes": processes,
        "same_pack": sum(one.same_pack for one in replayed),
        "same_digest": sum(one.same_digest for one in replayed),
        "changed_route": sum(one.changes_route for one in replayed),
    }


if __name__ == "__main__":
    sys.exit(main())
