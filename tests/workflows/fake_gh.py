"""Stands in for `gh api`: answers from a file and writes down what it was asked."""

import base64
import json
import os
import sys
from pathlib import Path

_, api, flag, method, path, *rest = sys.argv
assert (api, flag) == ("api", "--method"), sys.argv
query = dict(rest[i + 1].split("=", 1) for i, word in enumerate(rest) if word == "--raw-field")
body = json.loads(sys.stdin.buffer.read()) if "--input" in rest else None
path = path.removeprefix(f"repos/{os.environ['GITHUB_REPOSITORY']}/")
forge = Path(os.environ["FAKE_FORGE"])
with (forge / "asked.jsonl").open("a", encoding="utf-8") as log:
    log.write(json.dumps({"method": method, "path": path, "query": query, "body": body}) + "\n")
answers = json.loads((forge / "answers.json").read_text(encoding="utf-8"))
page = f"?page={query['page']}" if query.get("page", "1") != "1" else ""
key = f"{method} {path}{page}"
if key not in answers:
    sys.exit(f"gh: Not Found (HTTP 404): {key}")
answer = answers[key]
if isinstance(answer, dict) and "base64" in answer:
    sys.stdout.buffer.write(base64.b64decode(answer["base64"]))
else:
    sys.stdout.write(json.dumps(answer))
