"""A console with very many invented cases, written straight into the tables: none of them was read.

Everything the queue and the figures look at is there as the service would have written it: sealed
applications, labels, verdicts and findings, steps, decisions. Page images and verdict bodies are not.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import insert

from intake.reviewing.labels import DISEASE, FINDING, HOSPITAL, disease_label, masked_key
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import Table, new_id
from intake.tables.cases import Case, CaseStep, CheckFinding, Decision, StoredVerdict
from intake.tables.reviewing import CaseLabel
from validators.codes import MEANINGS
from validators.hospitals import load_hospitals
from validators.pack import Pack, load_packs

CHANNELS: Final = ("ganfutong", "jiangxi-gov", "shangrao-wechat", "xiangyibao", "counter", "hospital")
ROUTES: Final = ("ready_for_review", "needs_correction", "needs_attention")
Rows = dict[type[Table], list[dict[str, Any]]]
_AT_ONCE: Final = 2000
_SURNAMES: Final = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁"
_GIVEN: Final = "建国秀英伟芳敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰志红玉华春梅"


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written: a name, numbers and labels to look for."""

    cases: int
    name: str
    id_number: str
    case_no: str
    people: tuple[str, ...]
    hospital: str
    rare_hospital: str
    disease: str


def fill(service: Service, waiting: int, decided: int, *, people: int = 8, seed: int = 5) -> Filled:
    """``waiting`` cases in the queue and ``decided`` ones behind it, the same for the same ``seed``."""
    invented = _Invented(service, seed)
    ids = invented.write_people(people)
    total, told = waiting + decided, None
    for start in range(0, total, _AT_ONCE):
        rows: Rows = {}
        for number in range(start, min(start + _AT_ONCE, total)):
            told = invented.case(number, rows, is_decided=number >= waiting, people=ids) or told
        with service.database.writing() as session:
            for table in (Case, CaseStep, StoredVerdict, CheckFinding, CaseLabel, Decision):
                if rows.get(table):
                    session.execute(insert(table), rows[table])
    with service.database.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    last = invented.last
    return Filled(
        total, last[0], last[1], last[2], ids, invented.hospitals[0], invented.hospitals[-1], last[3]
    )


class _Invented:
    def __init__(self, service: Service, seed: int) -> None:
        self._service = service
        self._random = random.Random(seed)
        self._packs = [pack for pack in load_packs() if pack.catalogue]
        self._codes = [code.value for code in MEANINGS][:60]
        self._now = dt.datetime.now(dt.UTC)
        names = [one.name for row in load_hospitals().by_name.values() for one in row]
        self.hospitals: Sequence[str] = sorted(set(names))[:300]
        self._labels: dict[tuple[str, str], str] = {}
        self.last = ("", "", "", "")

    def write_people(self, count: int) -> tuple[str, ...]:
        rows = [
            {"id": new_id(), "login": f"reviewer{n}", "name": f"审核员{n}", "role": "reviewer", "regions": []}
            for n in range(count)
        ]
        with self._service.database.writing() as session:
            session.execute(insert(Person), rows)
        return tuple(str(row["id"]) for row in rows)

    def case(
        self,
        number: int,
        rows: Rows,
        *,
        is_decided: bool,
        people: Sequence[str],
    ) -> None:
        draw, case_id = self._random, new_id()
        pack = draw.choice(self._packs)
        disease = self._disease(pack)
        name = draw.choice(_SURNAMES) + "".join(draw.sample(_GIVEN, 2))
        id_number = f"4305{draw.randrange(10**13):013d}"[:17] + "X"
        age = draw.uniform(20, 400) if is_decided else draw.uniform(0, 40)
        handed_in = self._now - dt.timedelta(days=age)
        state = self._state(is_decided=is_decided)
        route = draw.choices(ROUTES, (5, 3, 2))[0]
        case_no = f"MS{handed_in:%Y%m%d}-{number:06d}"
        decided_at = handed_in + dt.timedelta(days=draw.uniform(0.5, 20)) if is_decided else None
        self.last = (name, id_number, case_no, disease)
        rows.setdefault(Case, []).append(
            self._case(case_id, case_no, pack, disease, name, id_number)
            | {
                "channel": draw.choice(CHANNELS),
                "state": state,
                "route": route,
                "created_at": handed_in,
                "submitted_at": handed_in,
                "first_submitted_at": handed_in,
                "checked_at": handed_in,
                "decided_at": decided_at,
                "deadline": None if state == "returned" else (handed_in + dt.timedelta(days=28)).date(),
                "claimed_by": draw.choice(people) if state == "in_review" else None,
                "claimed_until": self._now + dt.timedelta(hours=1) if state == "in_review" else None,
                "for_senior": state == "checked" and draw.random() < 0.03,
            }
        )
        self._found(rows, case_id, pack, disease, route)
        self._went(rows, case_id, handed_in, decided_at, state, people)

    def _state(self, *, is_decided: bool) -> str:
        if is_decided:
            return self._random.choices(("approved", "rejected"), (9, 1))[0]
        states = ("checked", "in_review", "returned", "stuck", "queued")
        return self._random.choices(states, (88, 2, 7, 1, 2))[0]

    def _disease(self, pack: Pack) -> str:
        assert pack.catalogue is not None
        return self._random.choice(pack.catalogue.rows).name

    def _case(
        self, case_id: str, case_no: str, pack: Pack, disease: str, name: str, id_number: str
    ) -> dict[str, Any]:
        sealer = self._service.sealer
        plain = (
            f'{{"policy":"{pack.policy.id}","submitted_on":"2025-11-20","applicant":{{"name":"{name}",'
            f'"id_number":"{id_number}","insured_place":"邵阳市","insurance":"employee","relation":"self"}},'
            f'"diseases":["{disease}"]}}'
        )
        return {
            "id": case_id,
            "case_no": case_no,
            "policy_id": pack.policy.id,
            "policy_version": pack.ref.version,
            "region": pack.policy.region.code,
            "business": pack.policy.business,
            "submitted_on": dt.date(2025, 11, 20),
            "revision": 4,
            "round": 1,
            "application_sealed": sealer.seal(plain.encode(), about(Case.application_sealed, case_id)),
            "name_hash": sealer.look_up(f"name:{name}"),
            "id_number_hash": sealer.look_up(f"id_number:{id_number}"),
            "id_masked_hash": sealer.look_up(masked_key(id_number)),
            "labelled_at": self._now,
        }

    def _found(
        self,
        rows: Rows,
        case_id: str,
        pack: Pack,
        disease: str,
        route: str,
    ) -> None:
        draw, verdict_id = self._random, new_id()
        key = (pack.policy.id, disease)
        if key not in self._labels:
            self._labels[key] = disease_label(self._service, pack, disease)
        count = 0 if route == ROUTES[0] else draw.randint(1, 4)
        weights = [1 / (place + 1) for place in range(len(self._codes))]
        codes = set(draw.choices(self._codes, weights, k=count))
        spread = [1 / (place + 1) for place in range(len(self.hospitals))]
        labels = [(DISEASE, self._labels[key]), (HOSPITAL, draw.choices(self.hospitals, spread)[0])]
        labels += [(FINDING, code) for code in codes]
        rows.setdefault(CaseLabel, []).extend(
            {"case_id": case_id, "kind": kind, "label": label} for kind, label in labels
        )
        rows.setdefault(StoredVerdict, []).append(
            {
                "id": verdict_id,
                "case_id": case_id,
                "number": 1,
                "round": 1,
                "cause": "submitted",
                "policy_id": pack.policy.id,
                "policy_version": pack.ref.version,
                "policy_sha256": "",
                "route": route,
                "digest": "",
                "verdict_sealed": b"",
                "summary_sealed": b"",
            }
        )
        rows.setdefault(CheckFinding, []).extend(
            {
                "id": new_id(),
                "verdict_id": verdict_id,
                "case_id": case_id,
                "check_id": "material-present",
                "outcome": "unmet" if code in codes else "met",
                "code": code,
                "advisory": False,
            }
            for code in (*codes, *draw.sample(self._codes, 6))
        )

    def _went(
        self,
        rows: Rows,
        case_id: str,
        handed_in: dt.datetime,
        decided_at: dt.datetime | None,
        state: str,
        people: Sequence[str],
    ) -> None:
        way = ["open", "queued", "reading", "checked"]
        moments: Iterator[dt.datetime] = iter(handed_in + dt.timedelta(seconds=10 * n) for n in range(9))
        if state in {"in_review", "returned"} or decided_at:
            way.append("in_review")
        if state == "returned" or decided_at:
            way.append(state)
        steps = [
            {
                "id": new_id(),
                "case_id": case_id,
                "revision": place + 2,
                "from_state": before,
                "to_state": after,
                "actor": "system",
                "at": decided_at if after == state and decided_at else next(moments),
            }
            for place, (before, after) in enumerate(pairwise(way))
        ]
        rows.setdefault(CaseStep, []).extend(steps)
        if state not in {"returned", "approved", "rejected"}:
            return
        decision = {"approved": "approve", "rejected": "reject", "returned": "return"}[state]
        reasons = self._random.sample(self._codes, 2) if decision == "return" else []
        rows.setdefault(Decision, []).append(
            {
                "id": new_id(),
                "case_id": case_id,
                "person_id": self._random.choice(people),
                "decision": decision,
                "reasons": reasons,
                "words_sealed": b"",
                "round": 1,
                "at": decided_at or handed_in,
            }
        )
