"""``menshen policy replay``: stored cases under another version of a policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.exits import POLICY_FAULT, REFUSED

if TYPE_CHECKING:
    from api.json_output import Json
    from intake.replay import NotReplayed, Replayed
    from validators.pack import Pack

OWN = "own"
"""In place of a pack: each case's own."""


def replay(
    pack: Annotated[
        str,
        typer.Argument(
            metavar="政策包",
            help="编号、编号@版本或文件夹；own 表示各案原来的版本（核对能否重现）。",
            show_default=False,
        ),
    ],
    cases: Annotated[
        list[str] | None,
        typer.Argument(metavar="案件…", help="案件编号、案件号或案件文件夹。", show_default=False),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="数据库中该政策的全部案件。")] = False,
    policy: Annotated[
        str | None, typer.Option(metavar="ID", help="改取这个政策的案件（与 --all 同义）。")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="日期", help="只取这一天（2025-11-20）及以后提交的案件。")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, max=256, help="进程数；不写则为可用的核数。")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="在标准输出给出一个 JSON 文档。")] = False,
) -> None:
    """用另一版本重新判断已存的案件：谁的去向会变、为什么。不重新读页，也不改动任何记录。

    有案件无法重判时退出码为 3；政策包相同而结论不能重现时为 5。

    示例：

    menshen policy replay shaoyang-renewal@2026-01-01 --all

    menshen policy replay 我的政策/pack.yaml --policy shaoyang-renewal --since 2025-07-01

    menshen policy replay own --all
    """
    from api.commands.policy.finding import one_pack

    names = list(dict.fromkeys(cases or ()))
    folders = [Path(name) for name in names if Path(name).is_dir()]
    stored = [name for name in names if not Path(name).is_dir()]
    wanted = None if pack == OWN else one_pack(pack)
    whole = every or policy is not None or since is not None
    if not names and not whole:
        raise typer.BadParameter("请写明案件，或用 --all、--policy、--since", param_hint="案件")
    results: list[Replayed | NotReplayed] = list(_of_folders(folders, wanted))
    if stored or whole:
        results += _of_database(wanted, stored, policy, _day(since), jobs)
    _show(results, wanted, as_json=as_json)
    if any(_is_missed(one) for one in results):
        raise typer.Exit(POLICY_FAULT)
    if not all(_was_replayed(one) for one in results):
        raise typer.Exit(REFUSED)


def _of_folders(folders: Sequence[Path], pack: Pack | None) -> Iterator[Replayed | NotReplayed]:
    from intake.replay_folders import replay_folder

    return (replay_folder(folder, pack) for folder in folders)


def _of_database(
    pack: Pack | None, cases: Sequence[str], policy: str | None, since: dt.date | None, jobs: int | None
) -> list[Replayed | NotReplayed]:
    from api.commands.serving import serving
    from api.terminal import messages, progress_bar, results_only
    from intake.replay import NotReplayed, Selection, select_cases, unknown_cases
    from intake.replay import replay as replayed

    with serving() as service:
        with service.database.reading() as session:
            unknown = unknown_cases(session, cases) if cases else ()
            ids = select_cases(session, Selection(tuple(cases), policy, since), pack)
        if not ids and not unknown:
            messages().print("没有符合条件的案件。")
        found: list[Replayed | NotReplayed] = [NotReplayed(name, "没有这个案件") for name in unknown]
        with results_only(), progress_bar(1) as bar:
            for portion in replayed(service.settings, ids, pack, processes=jobs):
                found += portion
                bar.step("重新判断", len(found), len(ids))
    return found


def _show(results: Sequence[Replayed | NotReplayed], pack: Pack | None, *, as_json: bool) -> None:
    from api.json_output import encoded
    from api.terminal import write_bytes

    if as_json:
        write_bytes(encoded(_json(results, pack)))
        return
    _table(results, own=pack is None)


def _table(results: Sequence[Replayed | NotReplayed], *, own: bool) -> None:
    from api.terminal import messages
    from api.terminal import results as output
    from api.words import CHECKS, OUTCOMES, ROUTES, plain
    from intake.replay import NotReplayed, Replayed, routes

    console = output()
    replayed = [one for one in results if isinstance(one, Replayed)]
    for one in replayed:
        if one.changes_route:
            console.print(f"{plain(one.case)}：{ROUTES[one.route_before]} → {ROUTES[one.route]}")
            for check in one.changed:
                before, after = (OUTCOMES[o] if o else "未问" for o in (check.before, check.after))
                words = f"  {CHECKS.get(check.id, check.id)}：{before} → {after}。{check.message}"
                console.print(plain(words), soft_wrap=True)
    for (before, after), count in sorted(routes(replayed).items()):
        console.print(f"{ROUTES[before]} → {ROUTES[after]}：{count} 件")
    moved = sum(one.changes_route for one in replayed)
    same = [one for one in replayed if one.same_pack]
    console.print(f"共 {len(replayed)} 件，去向改变 {moved} 件。")
    if same:
        kept = sum(one.same_digest for one in same)
        console.print(f"政策包与原来相同的 {len(same)} 件中，结论摘要一致 {kept} 件。")
    if own and len(same) < len(replayed):
        altered = len(replayed) - len(same)
        messages().print(f"{altered} 件的政策包后来改动过，不能核对能否重现。", style="yellow")
    for missed in results:
        if isinstance(missed, NotReplayed):
            messages().print(plain(f"{missed.case}：{missed.why}，未重判。"), style="red")


def _json(results: Sequence[Replayed | NotReplayed], pack: Pack | None) -> Json:
    from intake.replay import NotReplayed, Replayed, routes

    replayed = [one for one in results if isinstance(one, Replayed)]
    ref = pack.ref if pack else None
    same = [one for one in replayed if one.same_pack]
    return {
        "schema": "menshen.replay/1",
        "policy": {"id": ref.id, "version": ref.version, "sha256": ref.sha256} if ref else None,
        "cases": len(replayed),
        "routes": [
            {"before": before.value, "after": after.value, "cases": count}
            for (before, after), count in sorted(routes(replayed).items())
        ],
        "same_policy": {"cases": len(same), "same_digest": sum(one.same_digest for one in same)},
        "changed": [_changed(one) for one in replayed if one.changes_route],
        "not_replayed": [
            {"case": one.case, "message": one.why} for one in results if isinstance(one, NotReplayed)
        ],
    }


def _changed(one: Replayed) -> Json:
    return {
        "case": one.case,
        "policy": {"id": one.before.id, "version": one.before.version, "sha256": one.before.sha256},
        "before": one.route_before.value,
        "after": one.route.value,
        "checks": [
            {
                "id": check.id,
                "subject": check.subject,
                "before": check.before.value if check.before else None,
                "after": check.after.value if check.after else None,
                "message": check.message,
            }
            for check in one.changed
        ],
    }


def _was_replayed(one: Replayed | NotReplayed) -> bool:
    from intake.replay import Replayed

    return isinstance(one, Replayed)


def _is_missed(one: Replayed | NotReplayed) -> bool:
    """Whether the very pack of a verdict no longer gives it."""
    from intake.replay import Replayed

    return isinstance(one, Replayed) and one.same_pack and not one.same_digest


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter("日期须写作 2025-11-20", param_hint="--since") from error
