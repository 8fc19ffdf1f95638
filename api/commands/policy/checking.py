"""``menshen policy lint`` and ``test``: is a pack sound, and does it say what its examples expect?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.policy.finding import pack_files
from api.exits import POLICY_FAULT

if TYPE_CHECKING:
    from validators.examples import Tried
    from validators.lint_fault import Fault

Wanted = Annotated[
    list[str] | None,
    typer.Argument(metavar="编号或文件夹…", help="不写则为全部政策包。", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="以 JSON 输出。")]


def lint_packs(wanted: Wanted = None, as_json: Json = False) -> None:
    """检查政策包：名称、日期、来源、条件是否齐全无误，有没有用不到的规定，各版本是否衔接。

    每处问题都说明文件、行号和改法。发现问题时退出码为 5。

    示例：

    menshen policy lint

    menshen policy lint 我的政策/hangzhou-application
    """
    from api.json_output import encoded
    from api.terminal import results, write_bytes
    from api.words import plain

    files = pack_files(wanted or [])
    faults = list(_faults(files))
    if as_json:
        told = [_fault_json(fault) for fault in faults]
        write_bytes(encoded({"schema": "menshen.policy-lint/1", "packs": len(files), "faults": told}))
    else:
        console = results()
        for fault in faults:
            place = f"{fault.file}{f':{fault.line}' if fault.line else ''}"
            words = f"{place}：{fault.where}：{fault.message}{fault.remedy}（{fault.code}）"
            console.print(plain(words), soft_wrap=True)
        if faults:
            console.print(f"发现 {len(faults)} 处问题。", style="bold red")
        else:
            console.print(f"{len(files)} 个政策包没有发现问题。", style="green")
    if faults:
        raise typer.Exit(POLICY_FAULT)


def try_packs(wanted: Wanted = None, as_json: Json = False) -> None:
    """试跑政策包：用其 examples 文件夹中的案例核对结果是否如所写。

    结果不符时退出码为 5。

    示例：

    menshen policy test

    menshen policy test 我的政策/hangzhou-application
    """
    from api.json_output import encoded
    from api.terminal import results, write_bytes
    from api.words import plain
    from validators.examples import try_examples
    from validators.pack import load_pack
    from validators.policy_errors import PolicyError

    tried: list[tuple[str, Tried]] = []
    broken: list[PolicyError] = []
    for path in pack_files(wanted or []):
        try:
            pack = load_pack(path)
        except PolicyError as error:
            broken.append(error)
            continue
        tried += [(f"{pack.policy.id}@{pack.ref.version}", one) for one in try_examples(pack)]
    failed = [one for _, one in tried if one.faults]
    if as_json:
        told = [
            {"pack": name, "file": str(one.file), "name": one.name, "passed": not one.faults}
            | {"faults": list(one.faults)}
            for name, one in tried
        ]
        refused = [{"code": e.code, "message": e.message, "remedy": e.remedy} for e in broken]
        write_bytes(encoded({"schema": "menshen.policy-test/1", "examples": told, "refused": refused}))
    else:
        console = results()
        for refusal in broken:
            words = f"{refusal.message}{refusal.remedy}（{refusal.code}）"
            console.print(plain(words), soft_wrap=True)
        _print_tried(tried)
        words = f"{len(tried)} 个案例，{len(tried) - len(failed)} 个相符，{len(failed)} 个不符。"
        console.print(words, style="bold red" if failed or broken else "green")
    if failed or broken:
        raise typer.Exit(POLICY_FAULT)


def _fault_json(fault: Fault) -> dict[str, str | int | None]:
    return {
        "code": fault.code,
        "file": str(fault.file),
        "line": fault.line,
        "where": fault.where,
        "message": fault.message,
        "remedy": fault.remedy,
    }


def _print_tried(tried: Sequence[tuple[str, Tried]]) -> None:
    from api.terminal import results
    from api.words import plain

    console = results()
    for name, one in tried:
        console.print(plain(f"{'不符' if one.faults else '相符'}　{name}　{one.file.name}　{one.name}"))
        for fault in one.faults:
            console.print(plain(f"　　{fault}"), soft_wrap=True)


def _faults(files: Sequence[Path]) -> Iterator[Fault]:
    """What is wrong with each pack, and then with those that could be loaded, side by side."""
    from validators.lint import lint, lint_together
    from validators.lint_fault import Fault
    from validators.pack import load_pack
    from validators.pack_roots import own_root
    from validators.policy_errors import PackBroken

    packs = []
    for path in files:
        try:
            pack = load_pack(path)
        except PackBroken as broken:
            for words in broken.faults:
                line, place, message = _parts(words)
                remedy = "请按提示修改。"
                said = message if message.endswith("？") else f"{message}。"
                yield Fault(broken.code, place, said, remedy, broken.path, line)
            continue
        packs.append(pack)
        yield from lint(pack)
    own = own_root()
    ours = {pack.policy.id for pack in packs if own is not None and own in pack.path.parents}
    shipped = [pack for pack in packs if own is None or own not in pack.path.parents]
    in_use = [pack for pack in packs if pack not in shipped or pack.policy.id not in ours]
    yield from lint_together(in_use)  # a shipped pack that an own one replaces stands beside nobody


def _parts(words: str) -> tuple[int | None, str, str]:
    """The line, the place and the rest of ``第 12 行 window.value：缺少此项``."""
    line = None
    if words.startswith("第 ") and " 行" in words:
        number, _, rest = words.removeprefix("第 ").partition(" 行")
        if number.isdigit():
            line, words = int(number), rest.strip()
    place, colon, message = words.partition("：")
    return (line, place, message) if colon else (line, "（全文）", words)
