"""接收门审推送的事件：核验签名，去重，判断先后。

    pip install standardwebhooks
    export MENSHEN_WEBHOOK_SECRET=whsec_…
    python webhook_receiver.py 9600 received.db

正式对接时放在自己的网站框架中，以 https 对外。要点只有四条：
用收到的原始字节核验；先存妥再答 2xx；以 webhook-id 去重；同一案件以 data.revision 最大者为准。
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

MOST_BYTES = 64 * 1024


class Inbox:
    """已收到的事件，与各案件最新的情况。"""

    def __init__(self, path: str) -> None:
        self.path = path
        with self._database() as database:
            database.execute("CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, type TEXT)")
            database.execute(
                "CREATE TABLE IF NOT EXISTS cases"
                " (id TEXT PRIMARY KEY, external_id TEXT, state TEXT, route TEXT, revision INTEGER)"
            )

    def take(self, event_id: str, event: dict) -> bool:
        """记下一个事件；先前收到过则为假。一个事务：要么都记下，要么都没有。"""
        with self._database() as database:
            added = database.execute(
                "INSERT OR IGNORE INTO events VALUES (?, ?)", (event_id, event["type"])
            ).rowcount
            if added and event["type"].startswith("case."):
                told = event["data"]
                database.execute(
                    "INSERT INTO cases VALUES (:case, :external_id, :state, :route, :revision)"
                    " ON CONFLICT (id) DO UPDATE SET"
                    " state = excluded.state, route = excluded.route, revision = excluded.revision"
                    " WHERE excluded.revision > cases.revision",
                    {name: told[name] for name in ("case", "external_id", "state", "route", "revision")},
                )
            return bool(added)

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=10)


def handler(webhook: Webhook, inbox: Inbox) -> type[BaseHTTPRequestHandler]:
    """一次推送的处理。"""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            if length > MOST_BYTES:
                self.answer(413)
                return
            body = self.rfile.read(length)
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                event = webhook.verify(body, headers)  # 也拒绝时间相差五分钟以上的
            except WebhookVerificationError:
                self.answer(401)
                return
            new = inbox.take(headers["webhook-id"], event)
            self.answer(204)  # 存妥之后才答；详情随后以 GET /v1/cases/{case_id} 查询
            print(json.dumps({"new": new} | event, ensure_ascii=False), flush=True)

        def answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """不把请求写进日志。"""

    return Handler


if __name__ == "__main__":
    port, place = int(sys.argv[1]), sys.argv[2]
    secret = Webhook(os.environ["MENSHEN_WEBHOOK_SECRET"])
    ThreadingHTTPServer(("127.0.0.1", port), handler(secret, Inbox(place))).serve_forever()
