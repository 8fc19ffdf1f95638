"""Steps from one version of the tables to the next: the same tables as the program's, from every state."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.synchronize import Barrier
from pathlib import Path

import alembic.op
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from rows import row
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import IntegrityError

from intake import migrations
from intake.database import Database
from intake.lifecycle import LEGAL, State, missing_transitions
from intake.safekeeping.migrate import alembic_config, migrate, newest, revision
from intake.settings import SettingsRefused
from intake.tables import Table
from intake.tables.base import Moment
from intake.tables.cases import Case, CaseStep, LegalTransition


@pytest.fixture(params=["sqlite", "postgres"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'menshen.db'}")
    else:
        database = Database(request.getfixturevalue("empty_postgres_url"))
    yield database
    database.close()


def differences(connection: Connection) -> list[object]:
    """What Alembic would change to bring the database to the program's tables."""
    moments = {"compare_type": lambda *given: False if isinstance(given[4], Moment) else None}
    return list(compare_metadata(MigrationContext.configure(connection, opts=moments), Table.metadata))


def steps() -> list[str]:
    """Every step, oldest first."""
    script = ScriptDirectory(str(Path(migrations.__file__).parent))
    return [one.revision for one in reversed(list(script.walk_revisions()))]


def test_the_steps_lead_to_the_programs_tables(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.engine.connect() as connection:
        assert revision(connection) == newest() == steps()[-1]
        assert differences(connection) == []
        assert set(inspect(connection).get_table_names()) == {*Table.metadata.tables, "alembic_version"}


@pytest.mark.parametrize("released", steps())
def test_from_every_released_state_the_way_leads_forward(empty_database: Database, released: str) -> None:
    with empty_database.writing() as session:
        command.upgrade(alembic_config(session.connection()), released)
    migrate(empty_database)
    with empty_database.engine.connect() as connection:
        assert revision(connection) == newest()
        assert differences(connection) == []


def test_the_steps_follow_each_other_in_one_line() -> None:
    assert steps() == [f"{number:04d}" for number in range(1, len(steps()) + 1)]


def test_the_tables_are_the_same_as_made_at_once(tmp_path: Path) -> None:
    """Also in what Alembic does not compare: keys, order of columns, whether they may be empty."""

    def described(database: Database) -> dict[str, object]:
        look = inspect(database.engine)
        told: dict[str, object] = {}
        for name in Table.metadata.tables:
            columns = [(one["name"], str(one["type"]), one["nullable"]) for one in look.get_columns(name)]
            told[name] = (
                sorted(columns),
                look.get_pk_constraint(name)["constrained_columns"],
                sorted(str(one) for one in look.get_foreign_keys(name)),
                sorted(str(one["column_names"]) for one in look.get_unique_constraints(name)),
                sorted((str(one["name"]), str(one["column_names"])) for one in look.get_indexes(name)),
            )
        return told

    by_steps, at_once = (Database(f"sqlite:///{tmp_path / name}") for name in ("a.db", "b.db"))
    migrate(by_steps)
    Table.metadata.create_all(at_once.engine)
    assert described(by_steps) == described(at_once)


def test_a_second_run_changes_nothing_and_keeps_what_is_there(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.writing() as session:
        session.execute(text("INSERT INTO legal_transitions VALUES ('open', 'moon')"))
    migrate(empty_database)
    with empty_database.reading() as session:
        rows = session.execute(select(LegalTransition.from_state, LegalTransition.to_state)).all()
    assert {(before, after) for before, after in rows} == {*LEGAL, ("open", "moon")}


def test_legal_transitions_are_brought_up_to_date(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.writing() as session:
        session.execute(text("DELETE FROM legal_transitions WHERE to_state <> 'stuck'"))
    migrate(empty_database)
    with empty_database.reading() as session:
        rows = session.execute(select(LegalTransition.from_state, LegalTransition.to_state)).all()
    assert {(State(before), State(after)) for before, after in rows} == LEGAL


def _start(url: str, together: Barrier) -> None:
    database = Database(url)
    together.wait(60)
    migrate(database)
    database.close()


@pytest.mark.parametrize("older", [False, True], ids=["empty", "without the newest steps of a case"])
def test_processes_that_start_at_once_make_the_tables_once(empty_database: Database, older: bool) -> None:
    if older:
        migrate(empty_database)
        with empty_database.writing() as session:
            session.execute(text("DELETE FROM legal_transitions"))
    url = empty_database.engine.url.render_as_string(hide_password=False)
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(4)
    processes = [context.Process(target=_start, args=(url, together)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    with empty_database.engine.connect() as connection:
        assert differences(connection) == []
        assert missing_transitions(connection) == ()


def test_an_upgrade_that_fails_half_way_leaves_nothing(
    empty_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = alembic.op.create_table

    def failing(name: str, *given: object, **more: object) -> object:
        if name == "uploads":
            raise RuntimeError("the power went")
        return really(name, *given, **more)

    monkeypatch.setattr(alembic.op, "create_table", failing)
    with pytest.raises(RuntimeError):
        migrate(empty_database)
    monkeypatch.undo()
    assert inspect(empty_database.engine).get_table_names() == []
    migrate(empty_database)
    with empty_database.engine.connect() as connection:
        assert differences(connection) == []


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (
            [
                "CREATE TABLE alembic_version (version_num VARCHAR(32))",
                "INSERT INTO alembic_version VALUES ('9999')",
            ],
            "SET-013",
        ),
        (["CREATE TABLE cases (id VARCHAR(32))"], "SET-014"),
    ],
)
def test_a_newer_or_foreign_database_is_refused_untouched(
    empty_database: Database, statements: list[str], code: str
) -> None:
    with empty_database.writing() as session:
        for statement in statements:
            session.execute(text(statement))
    before = inspect(empty_database.engine).get_table_names()
    with pytest.raises(SettingsRefused) as refused:
        migrate(empty_database)
    assert [fault.code for fault in refused.value.faults] == [code]
    assert inspect(empty_database.engine).get_table_names() == before


def test_a_step_may_rebuild_a_table_that_others_refer_to(sqlite_database: Database) -> None:
    """SQLite alters most of a table only by making it anew; its references must neither forbid nor break."""
    with sqlite_database.writing() as session:
        session.add(row(Case, id="c", state="open"))
        session.flush()
        session.add(row(CaseStep, case_id="c", from_state="open", to_state="queued"))
    with sqlite_database.reshaping() as connection:
        change = Operations(MigrationContext.configure(connection))
        with change.batch_alter_table("cases", recreate="always") as batch:
            batch.alter_column("business", nullable=True)
    with sqlite_database.reading() as session:
        assert session.scalars(select(CaseStep.case_id)).all() == ["c"]
        assert session.scalars(select(Case.id)).all() == ["c"]
    with pytest.raises(IntegrityError), sqlite_database.writing() as session:
        session.execute(text("DELETE FROM cases"))


def test_a_step_that_breaks_a_reference_is_undone(sqlite_database: Database) -> None:
    with sqlite_database.writing() as session:
        session.add(row(Case, id="c", state="open"))
        session.flush()
        session.add(row(CaseStep, case_id="c", from_state="open", to_state="queued"))
    with pytest.raises(IntegrityError), sqlite_database.reshaping() as connection:
        connection.execute(text("DELETE FROM cases"))
    with sqlite_database.reading() as session:
        assert session.scalars(select(Case.id)).all() == ["c"]
