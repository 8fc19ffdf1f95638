"""``menshen policy new`` and ``adopt``: what changes a bureau's own packs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from api.commands.policy.finding import one_pack, refuse
from api.exits import POLICY_FAULT

if TYPE_CHECKING:
    from validators.pack import Pack

_LEAST = 2
"""Characters of who adopted a value and on which document."""


def new(
    identity: Annotated[
        str,
        typer.Argument(
            metavar="编号", help="小写拼音和连字符，如 hangzhou-application。", show_default=False
        ),
    ],
    region: Annotated[str, typer.Option("--region", metavar="代码", help="行政区划代码，如杭州市 330100。")],
    business: Annotated[
        Literal["application", "renewal", "remote-filing"],
        typer.Option("--business", help="application 资格申请，renewal 续期，remote-filing 异地备案。"),
    ],
    from_day: Annotated[
        str | None, typer.Option("--from", metavar="日期", help="施行之日；不写则为今天。")
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="文件夹", help="建在哪里；不写则为自备的政策包文件夹，或当前文件夹。"),
    ] = None,
) -> None:
    """按模板新建一个地方的政策包，逐项附中文说明，供填写。

    示例：

    menshen policy new hangzhou-application --region 330100 --business application --into 我的政策
    """
    from api.terminal import results
    from api.words import plain
    from validators.pack_roots import own_root
    from validators.pack_template import begin_pack
    from validators.policy_errors import PolicyError

    root = into or own_root() or Path()
    day = _day(from_day, "--from") if from_day else dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        path = begin_pack(root.expanduser(), identity, region, business, day)
    except PolicyError as error:
        refuse(error)
    except OSError as error:
        raise typer.BadParameter(
            f"不能在 {root} 建文件夹（{error.strerror}）", param_hint="--into"
        ) from error
    words = f"已新建 {path}。请填写其中的【】处，再运行 menshen policy lint {path.parent}。"
    results().print(plain(words), soft_wrap=True)


def adopt(
    identity: Annotated[
        str, typer.Argument(metavar="政策包", help="编号、编号@版本或文件夹。", show_default=False)
    ],
    value: Annotated[
        str,
        typer.Argument(
            metavar="取值", help="如 look_back、materials[0]、information.effective。", show_default=False
        ),
    ],
    by: Annotated[str, typer.Option("--by", metavar="单位和姓名", help="由谁采用。")],
    document: Annotated[str, typer.Option("--document", metavar="文件", help="依据哪份文件采用。")],
    on: Annotated[str, typer.Option("--on", metavar="日期", help="采用日期，如 2026-01-05。")],
) -> None:
    """采用一个取值：记下由谁、依据哪份文件、何时采用。采用之后，不符合时才会退回补正。

    记录写在 pack.yaml 旁的 adoptions.yaml，属于政策包的内容（SHA-256 随之改变）。

    随附的政策包先复制到自备的文件夹（MENSHEN_PACKS）再记录。

    示例：

    menshen policy adopt hangzhou-application window --by 市医保局 --document 〔2026〕1号 --on 2026-01-05
    """
    from api.terminal import messages, results
    from api.words import plain
    from validators.adoption import Adoption, fingerprint, record, rule_at
    from validators.policy_errors import PolicyError
    from validators.yaml_places import read_yaml

    for option, text in (("--by", by), ("--document", document)):
        if len(text.strip()) < _LEAST:
            raise typer.BadParameter("至少写两个字", param_hint=option)
    pack, day = one_pack(identity), _day(on, "--on")
    path = _own_place(pack)
    rule = rule_at(read_yaml(path if path.exists() else pack.path).held, value)
    if rule is None:
        known = "、".join(_unadopted(pack)) or "没有尚未采用的取值"
        words = f"{pack.policy.id} 中没有名为“{value}”的取值。尚未采用的：{known}。"
        messages().print(plain(words), style="red", soft_wrap=True)
        raise typer.Exit(POLICY_FAULT)
    act = Adoption(value=value, by=by, document=document, on=day, fingerprint=fingerprint(rule))
    try:
        _copy_to(pack, path)
        record(path.parent, act)
    except PolicyError as error:
        refuse(error)
    except OSError as error:
        raise typer.BadParameter(f"写不了采用记录（{error.strerror}）", param_hint=identity) from error
    results().print(plain(f"已采用 {pack.policy.id} 的 {value}：{rule['clause']}。"), soft_wrap=True)


def _own_place(pack: Pack) -> Path:
    """The pack's file; of a shipped pack, where the bureau has a folder of its own, its place there."""
    from validators.pack_roots import own_root

    root = own_root()
    if not pack.shipped or root is None or (folder := _whole(pack)) is None:
        return pack.path
    return root / folder.name / pack.path.relative_to(folder)


def _copy_to(pack: Pack, path: Path) -> None:
    """Copy a shipped pack, all its versions, to the bureau's folder, where it is not there yet."""
    import shutil

    folder = _whole(pack)
    if folder is not None and not path.exists():
        depth = len(pack.path.relative_to(folder).parts)
        shutil.copytree(folder, path.parents[depth - 1], dirs_exist_ok=True)


def _whole(pack: Pack) -> Path | None:
    """The folder that bears the pack's name and holds its versions."""
    folders = (pack.path.parent, pack.path.parent.parent)
    return next((folder for folder in folders if folder.name == pack.policy.id), None)


def _unadopted(pack: Pack) -> list[str]:
    from validators.pack import rules_of

    return [where for where, rule in rules_of(pack.policy) if not rule.adopted]


def _day(text: str, option: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter("日期须写作 2026-01-05", param_hint=option) from error
