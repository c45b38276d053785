"""A remote plugin for Dianjiao in Python, standard library only: a stop after each sentence-final 也, 矣 or 哉.

    python3 plugin.py 9401
"""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PLUGIN = json.loads((Path(__file__).parent / "plugin.json").read_text("utf-8"))
FINAL, MARKS = "也矣哉", "。，、；：？！」』"


def joins(text, at):
    """Whether what stands at this offset belongs to the character before it."""
    return at < len(text) and (text[at] in "\ufe00\ufe01\ufe02" or 0xE0100 <= ord(text[at]) <= 0xE01EF)


def proposals(text, start, end):
    for at in range(start, end):  # offsets count code points: plugin.json says utf-32
        if text[at] in FINAL and text[at + 1:at + 2] not in list(MARKS) and not joins(text, at + 1):
            yield {
                "category": "mark",
                "range": {"start": at + 1, "end": at + 1},
                "candidates": [{"action": {"is": "replace", "text": "。"}, "confidence": 0.8, "label": "。"}],
                "explanation": f"{text[at]} often ends a sentence",
                "evidence": [],
            }


class Handler(BaseHTTPRequestHandler):
    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        known = self.path == "/plugin"
        self.answer(200 if known else 404, PLUGIN if known else {"code": "not-found", "message": self.path})

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/decided":
            return self.answer(200, {})
        if self.path != "/analyze":
            return self.answer(404, {"code": "not-found", "message": self.path})
        focus = asked["focus"]
        found = list(proposals(asked["text"], focus["start"], focus["end"]))
        self.answer(200, {"revision": asked["revision"], "covered": focus, "proposals": found})

    def log_message(self, *words):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
