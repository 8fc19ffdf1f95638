"""门户对接示例：新建案件、预检、上传、提交，等候核对结果；退回后补交材料。

    export MENSHEN_KEY=$(cat 密钥文件)
    python portal.py apply application.json 身份证正面.jpg 身份证反面.jpg 手持身份证.jpg
    python portal.py supplement 案件的id 手持身份证.jpg

只用到 httpx2（pip install httpx2）。每一步都可以重复执行：新建凭 Idempotency-Key 只办一次，
同一文件在一个案件中只存一份，重复提交不起作用。
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2

AT_WORK = {"queued", "reading"}
LARGE = 2 * 1024 * 1024  # 更大的文件用断点续传
PIECE = 1024 * 1024
TRIES = 6


class Refused(Exception):
    """门审不接受这个请求；problem 是答复中的 problem+json。"""

    def __init__(self, status: int, problem: dict[str, Any]) -> None:
        super().__init__(f"{status} {problem.get('code')}")
        self.status, self.problem = status, problem


class Portal:
    """一个门户的密钥能做的事。"""

    def __init__(self, url: str, key: str) -> None:
        headers = {"Authorization": f"Bearer {key}"}
        self.http = httpx2.Client(base_url=url, headers=headers, timeout=60)

    def call(self, method: str, path: str, **what: Any) -> httpx2.Response:
        """网络中断，或答复 429、503 时，稍后再试；其他错误抛出 Refused。"""
        for attempt in range(1, TRIES + 1):
            try:
                answer = self.http.request(method, path, **what)
            except httpx2.TransportError:
                if attempt == TRIES:
                    raise
                time.sleep(2**attempt)
                continue
            if answer.is_success:
                return answer
            if answer.status_code not in (429, 503) or attempt == TRIES:
                raise Refused(answer.status_code, answer.json() if answer.content else {})
            time.sleep(float(answer.headers.get("Retry-After", 2**attempt)))
        raise AssertionError("unreachable")

    def open_case(self, application: dict[str, Any]) -> dict[str, Any]:
        """新建案件。Idempotency-Key 由门户自己的编号而来，程序重启后再试，仍是同一案件。"""
        number = application["external_id"]
        headers = {"Idempotency-Key": f"open-{number}"}
        try:
            return self.call("POST", "/v1/cases", json=application, headers=headers).json()
        except Refused as refused:
            if refused.problem.get("code") != "CASE-114":
                raise
        # 编号一天以前用过，Idempotency-Key 已过期：接着办原来的案件
        found = self.call("GET", "/v1/cases", params={"external_id": number}).json()["cases"]
        return self.case(found[0]["id"])

    def precheck(self, path: Path) -> list[str]:
        """给拍照者的提示；空为可以使用。预检繁忙时不必等，直接上传即可。"""
        try:
            answer = self.http.post("/v1/precheck", files={"file": (path.name, path.read_bytes())})
        except httpx2.TransportError:
            return []
        if answer.status_code != 200:
            return []
        told = answer.json()
        if told["refused"]:
            return [told["refused"]["message"] + told["refused"]["remedy"]]
        return told["hints"]

    def add_file(self, case: str, path: Path) -> dict[str, Any]:
        """上传一个文件；答复到达时，文件已可靠保存。"""
        if path.stat().st_size > LARGE:
            return self.add_large_file(case, path)
        files = {"file": (path.name, path.read_bytes())}
        return self.call("POST", f"/v1/cases/{case}/files", files=files).json()

    def add_large_file(self, case: str, path: Path) -> dict[str, Any]:
        """断点续传（tus 1.0.0）：每段带校验和，断了从 Upload-Offset 接着传。"""
        size, offset, tus = path.stat().st_size, 0, {"Tus-Resumable": "1.0.0"}
        metadata = {"case": case, "filename": path.name}
        stated = ",".join(f"{name} {_base64(value.encode())}" for name, value in metadata.items())
        headers = tus | {"Upload-Length": str(size), "Upload-Metadata": stated}
        place = self.call("POST", "/v1/uploads/", headers=headers).headers["Location"]
        troubles = 0
        while True:
            with path.open("rb") as stream:
                stream.seek(offset)
                piece = stream.read(PIECE)
            headers = tus | {
                "Content-Type": "application/offset+octet-stream",
                "Upload-Offset": str(offset),
                "Upload-Checksum": "sha256 " + _base64(hashlib.sha256(piece).digest()),
            }
            try:
                answer = self.http.patch(place, content=piece, headers=headers)
                if answer.status_code not in (204, 408, 409, 423, 429, 460, 503):
                    raise Refused(answer.status_code, answer.json())
            except httpx2.TransportError:
                answer = None
            if answer is None or answer.status_code != 204:
                troubles += 1
                if troubles > TRIES:
                    raise ConnectionError("上传多次中断")
                time.sleep(2)
                answer = self.call("HEAD", place, headers=tus)
            offset = int(answer.headers["Upload-Offset"])
            if "Menshen-File" in answer.headers:
                found = self.case(case)["files"]
                return next(file for file in found if file["id"] == answer.headers["Menshen-File"])

    def submit(self, case: str) -> dict[str, Any]:
        """提交核对。"""
        return self.call("POST", f"/v1/cases/{case}/submit").json()

    def case(self, case: str) -> dict[str, Any]:
        """案件的全部情况。"""
        return self.call("GET", f"/v1/cases/{case}").json()

    def watch(self, case: str) -> Iterator[dict[str, Any]]:
        """案件每次变化后的全部情况（SSE）；断线自动重连，用完关闭即可。"""
        last = ""
        while True:
            headers = {"Last-Event-ID": last} if last else {}
            try:
                with self.http.stream("GET", f"/v1/cases/{case}/events", headers=headers) as stream:
                    if stream.status_code == 204:
                        return
                    if stream.status_code != 200:
                        raise Refused(stream.status_code, json.loads(stream.read()))
                    for line in stream.iter_lines():
                        if line.startswith("id: "):
                            last = line.removeprefix("id: ")
                        elif line.startswith("data: "):
                            yield json.loads(line.removeprefix("data: "))
            except httpx2.TransportError:
                pass
            time.sleep(3)


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def hand_in(portal: Portal, case: str, papers: list[Path]) -> None:
    """预检、上传、提交，等到核对完，把结果说给申请人。"""
    for path in papers:
        if hints := portal.precheck(path):
            print(f"{path.name}：{''.join(hints)}")  # 手机上：当场请申请人重拍
        file = portal.add_file(case, path)
        print(f"已收到 {path.name}" + ("（与先前的文件相同）" if file.get("duplicate") else ""))
        if file["refused"]:
            print(f"  {file['refused']['message']}{file['refused']['remedy']}")
    portal.submit(case)
    view = next(view for view in portal.watch(case) if view["state"] not in AT_WORK)
    print(f"案件编号 {view['case_no']}，状态 {view['state']}，去向 {view['route']}")
    print(f"办结期限 {view['deadline']}")
    for correction in view["corrections"]:
        print(f"  {correction['code']} {correction['message']}")


def main() -> int:
    """命令行。"""
    parser = argparse.ArgumentParser(description="门户对接示例")
    parser.add_argument("--url", default="http://127.0.0.1:8600")
    commands = parser.add_subparsers(dest="command", required=True)
    apply = commands.add_parser("apply", help="新建案件并提交")
    apply.add_argument("application", type=Path)
    supplement = commands.add_parser("supplement", help="为退回的案件补交材料")
    supplement.add_argument("case")
    for command in (apply, supplement):
        command.add_argument("papers", type=Path, nargs="+")
    given = parser.parse_args()
    portal = Portal(given.url, os.environ["MENSHEN_KEY"])
    try:
        if given.command == "apply":
            opened = portal.open_case(json.loads(given.application.read_text("utf-8")))
            wanted = [one["name"] for one in opened["materials"] if not one["agents_only"]]
            print(f"已新建 {opened['id']}，须提交：{'、'.join(wanted)}")
            hand_in(portal, opened["id"], given.papers)
        else:
            returned = portal.case(given.case)
            if returned["state"] == "returned":
                print(f"退回补正：{returned['decision']['words']}")
            hand_in(portal, given.case, given.papers)
    except Refused as refused:
        print(refused.status, json.dumps(refused.problem, ensure_ascii=False, indent=2), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
