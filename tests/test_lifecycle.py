"""A case's legal steps: what the table allows, what the database refuses, who wins of two."""

from __future__ import annotations

import multiprocessing
import threading
from itertools import product

import pytest
from rows import row
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from intake.database import Database
from intake.lifecycle import DECIDED, LEGAL, TAKES_FILES, State, WrongState, move, write_legal_transitions
from intake.tables.base import new_id
from intake.tables.cases import Case, CaseStep, LegalTransition


def case(database: Database, state: State = State.OPEN) -> str:
    case_id = new_id()
    with database.writing() as session:
        session.add(
            row(
                Case,
                id=case_id,
                case_no=case_id,
                state=state,
            )
        )
    return case_id


def state_of(database: Database, case_id: str) -> tuple[str, int]:
    with database.reading() as session:
        row = session.execute(select(Case.state, Case.revision).where(Case.id == case_id)).one()
        return row.state, row.revision


@pytest.mark.parametrize(("before", "after"), sorted(product(State, State)))
def test_the_database_takes_exactly_the_legal_steps(
    sqlite_database: Database, before: State, after: State
) -> None:
    case_id = case(sqlite_database, before)

    def step() -> None:
        with sqlite_database.writing() as session:
            move(session, case_id, after, since=[before], actor="system")

    if (before, after) in LEGAL:
        step()
        assert state_of(sqlite_database, case_id) == (after, 2)
    else:
        with pytest.raises(IntegrityError):
            step()
        assert state_of(sqlite_database, case_id) == (before, 1)


def test_postgresql_refuses_an_illegal_step_too(postgres_database: Database) -> None:
    case_id = case(postgres_database)

    def step() -> None:
        with postgres_database.writing() as session:
            move(session, case_id, State.APPROVED, since=[State.OPEN], actor="system")

    with pytest.raises(IntegrityError):
        step()
    assert state_of(postgres_database, case_id) == ("open", 1)


def test_from_every_undecided_state_a_case_can_be_withdrawn_and_from_no_other() -> None:
    assert {before for before, after in LEGAL if after is State.WITHDRAWN} == (
        set(State) - DECIDED - {State.WITHDRAWN}
    )


def test_no_case_is_decided_but_by_a_person_who_holds_it() -> None:
    decisions = {State.APPROVED, State.REJECTED, State.RETURNED}
    assert {before for before, after in LEGAL if after in decisions} == {State.IN_REVIEW}


def test_every_state_can_be_reached_and_files_come_in_only_where_a_case_can_be_handed_in() -> None:
    reached = {State.OPEN}
    while more := {after for before, after in LEGAL if before in reached} - reached:
        reached |= more
    assert reached == set(State)
    assert all((state, State.QUEUED) in LEGAL for state in TAKES_FILES)


def test_a_move_from_elsewhere_is_refused_with_where_the_case_stands(any_database: Database) -> None:
    case_id = case(any_database, State.CHECKED)
    with any_database.writing() as session, pytest.raises(WrongState) as wrong:
        move(session, case_id, State.QUEUED, since=[State.OPEN, State.RETURNED], actor="system")
    assert wrong.value.state is State.CHECKED
    with any_database.writing() as session, pytest.raises(WrongState) as gone:
        move(session, "0" * 32, State.QUEUED, since=[State.OPEN], actor="system")
    assert gone.value.state is None


def test_of_many_who_move_a_case_at_once_one_does(any_database: Database) -> None:
    case_id = case(any_database, State.CHECKED)
    ready, outcomes = threading.Barrier(8), list[str]()

    def claim(person: int) -> None:
        ready.wait()
        try:
            with any_database.writing() as session:
                move(session, case_id, State.IN_REVIEW, since=[State.CHECKED], actor=f"person:{person}")
            outcomes.append("moved")
        except WrongState:
            outcomes.append("late")

    threads = [threading.Thread(target=claim, args=(person,)) for person in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["late"] * 7 + ["moved"]
    with any_database.reading() as session:
        steps = session.execute(select(CaseStep.revision, CaseStep.from_state, CaseStep.to_state)).all()
    assert [tuple(step) for step in steps] == [(2, "checked", "in_review")]


def test_the_table_of_the_database_follows_the_program(any_database: Database) -> None:
    with any_database.writing() as session:
        session.execute(text("DELETE FROM legal_transitions WHERE to_state = 'withdrawn'"))
        write_legal_transitions(session.connection())
        write_legal_transitions(session.connection())
    with any_database.reading() as session:
        rows = session.execute(select(LegalTransition.from_state, LegalTransition.to_state)).all()
    assert {(State(before), State(after)) for before, after in rows} == LEGAL


PROCESSES, TIMES = 6, 200


def _increment(url: str) -> None:
    database = Database(url)
    for _ in range(TIMES):
        with database.writing() as session:
            revision = session.scalar(select(Case.revision))
            session.execute(update(Case).values(revision=(revision or 0) + 1))
    database.close()


def test_reads_and_writes_of_several_processes_on_sqlite_lose_nothing(sqlite_database: Database) -> None:
    """Without ``BEGIN IMMEDIATE`` 678 of 1,200 increments survived, without an error."""
    case(sqlite_database)
    url = sqlite_database.engine.url.render_as_string()
    sqlite_database.close()
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_increment, args=(url,)) for _ in range(PROCESSES)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * PROCESSES
    with sqlite_database.reading() as session:
        assert session.scalar(select(Case.revision)) == 1 + PROCESSES * TIMES


def test_a_reader_does_not_wait_for_a_writer(sqlite_database: Database) -> None:
    case_id = case(sqlite_database)
    with sqlite_database.writing() as writer:
        writer.execute(update(Case).values(state="queued"))
        with sqlite_database.reading() as reader:
            assert reader.scalar(select(Case.state).where(Case.id == case_id)) == "open"


def test_rows_that_refer_to_nothing_are_refused(any_database: Database) -> None:
    with pytest.raises(IntegrityError), any_database.writing() as session:
        session.execute(
            insert(CaseStep).values(
                id="1", case_id="none", revision=1, from_state="open", to_state="queued", actor="system"
            )
        )
