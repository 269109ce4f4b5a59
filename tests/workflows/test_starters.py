"""The steps of a starter's workflows, as a runner runs them: on a knowledge base with git, and a forge that writes down what it is told."""

import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from geleerd.adapters.commands.starting.answers import Answers
from geleerd.adapters.commands.starting.new_knowledge_base import new_knowledge_base

BIN = Path(sys.executable).parent
GH = """#!/bin/bash
case "$1 $2" in
  "api "*) echo 7 ;;
  "pr view") echo 3 ;;
  *) echo "$*" >> "$SAID"; for word; do [[ "$word" == *.md ]] && cat "$word" >> "$SAID"; done; true ;;
esac
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    root = tmp_path_factory.mktemp("starter") / "kennisbank"
    new_knowledge_base(root, Answers(forge="github"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


def git(root: Path, *words: str) -> str:
    names = ("-c", "user.name=x", "-c", "user.email=x@localhost")
    return subprocess.run(["git", *names, *words], cwd=root, capture_output=True, text=True, check=True).stdout


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Vast")


def run(root: Path, folder: Path, workflow: str, job: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs every step of a job that is a script of more than one line."""
    jobs = yaml.load((root / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]  # noqa: S506 - it makes no objects
    script = "\n".join(step["run"] for step in jobs[job]["steps"] if "\n" in step.get("run", ""))
    fixed = {key: value for key, value in jobs[job].get("env", {}).items() if "${{" not in value}
    (folder / "gh").write_text(GH)
    (folder / "gh").chmod(0o755)
    env = {**os.environ, "PATH": f"{folder}:{BIN}:{os.environ['PATH']}", "RUNNER_TEMP": str(folder), **fixed, **environment}
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=root, env=env, capture_output=True, text=True, check=False)


def test_one_line_of_the_desk_becomes_a_branch_with_moves(base, tmp_path):
    refused = run(base, tmp_path, "change", "make", ACTION="init elders")
    assert (refused.returncode, (tmp_path / "change").exists()) == (1, False)
    made = run(base, tmp_path, "change", "make", ACTION="rename themas/samen-leren samen; touch gehackt")
    assert made.returncode != 0
    assert not (base / "gehackt").exists()
    (tmp_path / "change/said.txt").unlink()
    (tmp_path / "change").rmdir()
    made = run(base, tmp_path, "change", "make", ACTION="rename themas/samen-leren samen-doen")
    assert made.returncode == 0, made.stdout + made.stderr
    git(base, "reset", "--quiet", "--hard")
    git(tmp_path, "init", "--quiet", "--bare", "forge.git")
    there = {
        "SERVER": "https://forge.example",
        "REPOSITORY": "groep/kennisbank",
        "BRANCH": "change/1",
        "BASE": "main",
        "GH_TOKEN": "t",
        "SAID": str(tmp_path / "said"),
    }
    here = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{tmp_path}/forge.git.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://x-access-token:t@forge.example/groep/kennisbank.git",
    }
    done = run(base, tmp_path, "change", "propose", ACTION="rename themas/samen-leren samen-doen", **there, **here)
    assert done.returncode == 0, done.stderr
    changed = git(tmp_path / "forge.git", "show", "--find-renames", "--name-status", "--format=", "change/1")
    assert "\tcontent/themas/samen-leren.md\tcontent/themas/samen-doen.md" in changed
    said = (tmp_path / "said").read_text()
    assert "R content/themas/samen-leren.md -> content/themas/samen-doen.md" in said
    assert "Closes" not in said
    git(base, "reset", "--quiet", "--hard", "HEAD~")
    done = run(base, tmp_path, "change", "propose", ACTION="import 12", **{**there, "BRANCH": "change/2"}, **here)
    assert done.returncode == 0, done.stderr
    assert "\nCloses #12\n" in (tmp_path / "said").read_text()
    git(base, "reset", "--quiet", "--hard", "HEAD~")


def test_what_a_merge_put_online_is_said_below_it_and_below_its_issue(base, tmp_path):
    before = git(base, "rev-parse", "HEAD").strip()
    lesson, tip = (base / f"lessons/voorbeelden/voorbeeld-van-een-{name}.md" for name in ("les", "tip"))
    ids = [next(row for row in path.read_text().split("\n") if row.startswith("id: "))[4:].strip('"') for path in (lesson, tip)]
    for path in (lesson, tip):
        path.write_text(path.read_text() + "\nNog een zin.\n")
    commit(base)
    (base / f"site/l/{ids[0]}").mkdir(parents=True)
    (base / f"site/l/{ids[0]}/index.html").write_text("")
    (base / "site/robots.txt").write_text("Sitemap: https://kennis.example/sitemap.xml\n")
    done = run(base, tmp_path, "publish", "build", BEFORE=before)
    assert done.returncode == 0, done.stderr
    (base / "links.txt").write_bytes((tmp_path / "links.txt").read_bytes())
    done = run(base, tmp_path, "publish", "tell", SAID=str(tmp_path / "said"), GH_REPO="a/b", COMMIT="c")
    assert done.returncode == 0, done.stderr
    said = (tmp_path / "said").read_text()
    assert f"https://kennis.example/l/{ids[0]}/" in said
    assert ids[1] not in said  # not online
    assert said.startswith("pr comment 7 --edit-last --create-if-none --body-file pull.md\nHet staat online.")
    assert "issue comment 3 --edit-last --create-if-none --body-file issue.md\nDank je wel!" in said
    assert "{links}" not in said


MERGED = [{"iid": 7, "state": "merged", "target_branch": "main"}, {"iid": 8, "state": "opened", "target_branch": "main"}]
ANSWERS = {
    "repository/commits/c/merge_requests": MERGED,
    "merge_requests/7/closes_issues": [{"iid": 3, "project_id": 1}, {"iid": 4, "project_id": 2}],
}


class Answering(BaseHTTPRequestHandler):
    """A forge that answers in JSON, and nobody without its token: the name of a header, and what it says."""

    token = ("", "")

    def answer(self, value):
        name, said = self.token
        assert self.headers[name] == said
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def told(self):
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]

    def log_message(self, *_):
        """Says nothing."""


@contextmanager
def listening(forge):
    """The address of a forge, for as long as the block lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), forge) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def gitlab():
    """A forge that keeps the notes that it is given, each with where it stands; nobody without the token gets an answer."""
    notes = []

    class Forge(Answering):
        token = ("PRIVATE-TOKEN", "t")

        def do_GET(self):
            path = self.path.removeprefix("/projects/1/").partition("?")[0]
            here = [{"body": body} for place, body in notes if place == path]
            self.answer(here if path.endswith("/notes") else ANSWERS[path])

        def do_POST(self):
            notes.append((self.path.removeprefix("/projects/1/"), self.told()))
            self.answer({})

    with listening(Forge) as address:
        yield address, notes


def test_gitlab_says_once_what_is_online_and_only_its_last_jobs_can_write(gitlab, tmp_path):
    address, notes = gitlab
    root = tmp_path / "kennisbank"
    new_knowledge_base(root, Answers(forge="gitlab"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    before = git(root, "rev-parse", "HEAD").strip()
    lesson = root / "lessons/voorbeelden/voorbeeld-van-een-les.md"
    item = next(row for row in lesson.read_text().split("\n") if row.startswith("id: "))[4:].strip('"')
    lesson.write_text(lesson.read_text() + "\nNog een zin.\n")
    commit(root)
    page = root / f"public/l/{item}/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("")
    (root / "public/robots.txt").write_text("Sitemap: https://kennis.example/sitemap.xml\n")
    jobs = yaml.safe_load((root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    (script,) = jobs["tell"]["script"]
    here = {
        "CI_API_V4_URL": address,
        "CI_PROJECT_ID": "1",
        "CI_COMMIT_BEFORE_SHA": before,
        "CI_COMMIT_SHA": "c",
        "CI_DEFAULT_BRANCH": "main",
    }
    env = {**os.environ, **jobs["tell"]["variables"], **here}
    for token in ({}, {"CHANGE_TOKEN": "t"}, {"CHANGE_TOKEN": "t"}):
        subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=root, env={**env, **token}, check=True, capture_output=True)
    (pull, said), (issue, thanks) = notes
    assert (pull, issue) == ("merge_requests/7/notes", "issues/3/notes")
    link = f"https://kennis.example/l/{item}/"
    assert said.startswith(f"Het staat online. Deze links blijven werken:\n\n- {link}\n")
    assert f"nu online: {link} Die" in said
    assert thanks.endswith(f"\n\n- {link}")
    scripts = {name: "\n".join(job["script"]) for name, job in jobs.items() if isinstance(job, dict) and "script" in job}
    assert {name for name in scripts if "environment" in jobs[name]} == {"issue", "propose", "tell"}
    assert [name for name in ("issue", "propose", "tell") if "geleerd check" in scripts[name] or "pip" in scripts[name]] == []
    for number, change in enumerate(("import 12", "withdraw a1b2c3")):
        asked = asked_with_a_push(root, tmp_path / f"kennis{number}.git", scripts["propose"], change)
        assert f"=geleerd {change}\n" in asked
        assert ("merge_request.description=Closes #12\n" in asked) == (change == "import 12")


def asked_with_a_push(root: Path, there: Path, script: str, change: str) -> str:
    """What the last job of a change asks GitLab for when it pushes."""
    git(there.parent, "clone", "--quiet", "--bare", str(root), str(there))
    git(there, "config", "receive.advertisePushOptions", "true")
    (there / "hooks/pre-receive").write_text("#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_ > asked\n")
    (there / "hooks/pre-receive").chmod(0o755)
    (root / "change.patch").write_text(f"--- /dev/null\n+++ b/{there.stem}\n@@ -0,0 +1 @@\n+x\n")
    env = {
        "CI_SERVER_URL": "https://forge.example",
        "CI_PROJECT_PATH": "groep/kennis",
        "CI_PIPELINE_ID": "1",
        "CHANGE": change,
        "CHANGE_TOKEN": "t",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{there}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://oauth2:t@forge.example/groep/kennis.git",
    }
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=root, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return (there / "asked").read_text()


@pytest.fixture
def forgejo():
    """A forge that keeps the comments below pull request 5; one of a stranger begins as ours do."""
    comments = [{"id": 1, "user": {"login": "vreemde"}, "body": "<!-- geleerd: check -->\nAlles goed!"}]

    class Forge(Answering):
        token = ("Authorization", "token t")

        def do_GET(self):
            assert self.path == "/api/v1/repos/groep/kennis/issues/5/comments"
            self.answer(comments)

        def do_POST(self):
            comments.append({"id": len(comments) + 1, "user": {"login": "forgejo-actions"}, "body": self.told()})
            self.answer({})

        def do_PATCH(self):
            comments[int(self.path.rpartition("/")[2]) - 1]["body"] = self.told()
            self.answer({})

    with listening(Forge) as address:
        yield address, comments


def test_forgejo_answers_below_a_proposal_without_running_anything_of_it(forgejo, tmp_path):
    address, comments = forgejo
    root = tmp_path / "kennisbank"
    new_knowledge_base(root, Answers(forge="forgejo"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "checkout", "--quiet", "-b", "voorstel")
    lesson = root / "lessons/voorbeelden/voorbeeld-van-een-les.md"
    lesson.write_text(lesson.read_text().replace("title:", "titel:", 1))
    with (root / "mkdocs.yml").open("a") as file:
        file.write("\nhooks: [kwaad.py]\n")  # nobody reads the settings of a proposal
    (root / "requirements.txt").write_text("kwaad\n")
    (root / "lessons/weg.md").symlink_to("/etc/passwd")
    commit(root)
    head = git(root, "rev-parse", "HEAD").strip()
    git(root, "update-ref", "refs/pull/5/head", head)
    git(root, "checkout", "--quiet", "main")
    steps = yaml.safe_load((root / ".forgejo/workflows/comment.yml").read_text(encoding="utf-8"))["jobs"]["answer"]["steps"]
    assert [step["name"] for step in steps if "env" in step] == ["Put the answer below the pull request, in place of an earlier one"]
    here = {
        "SERVER": address,
        "REPOSITORY": "groep/kennis",
        "PULL": "5",
        "HEAD": head,
        "TOKEN": "t",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{root}.insteadOf",
        "GIT_CONFIG_VALUE_0": f"{address}/groep/kennis.git",
        "PATH": f"{BIN}:{os.environ['PATH']}",
    }
    for number in range(2):
        work = tmp_path / f"werk-{number}"
        work.mkdir()
        for step in steps:
            if "pip install" not in step["run"]:
                command = ["bash", "-eo", "pipefail", "-c", step["run"]]
                env = {**os.environ, **here, "RUNNER_TEMP": str(tmp_path)}
                done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True, check=False)
                assert done.returncode == 0, done.stdout + done.stderr
        assert "kwaad" not in (work / "mkdocs.yml").read_text() + (work / "requirements.txt").read_text()
    stranger, own = comments
    assert stranger["body"].endswith("Alles goed!")
    assert own["body"].startswith("<!-- geleerd: check -->")
    assert "titel" in own["body"]
    assert head[:7] in own["body"]


def test_forgejo_looks_at_no_other_files_of_its_machine_and_at_all_that_a_proposal_brings(tmp_path):
    root = tmp_path / "kennisbank"
    new_knowledge_base(root, Answers(forge="forgejo"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    steps = yaml.safe_load((root / ".forgejo/workflows/comment.yml").read_text(encoding="utf-8"))["jobs"]["answer"]["steps"]
    (script,) = (step["run"] for step in steps if "checkout --quiet --detach" in step["run"])

    def put(name: str) -> tuple[int, Path]:
        commit(root)
        head = git(root, "rev-parse", "HEAD").strip()
        git(root, "update-ref", "refs/pull/5/head", head)
        git(root, "checkout", "--quiet", "main")
        git(tmp_path, "clone", "--quiet", str(root), name)
        env = {**os.environ, "PULL": "5", "HEAD": head}
        done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=tmp_path / name, env=env, capture_output=True, check=False)
        return done.returncode, tmp_path / name

    git(root, "checkout", "--quiet", "-b", "verborgen")
    (root / "lessons/.gitattributes").write_text("* export-ignore\n")
    (root / "lessons/erbij.md").write_text("---\n")
    code, work = put("verborgen")
    assert (code, (work / "lessons/erbij.md").is_file()) == (0, True)
    for folder in ("content", "lessons"):
        git(root, "checkout", "--quiet", "-b", folder)
        shutil.rmtree(root / folder)
        (root / folder).symlink_to("/etc")
        code, work = put(f"weg-{folder}")
        assert (code, (work / folder).is_symlink()) == (1, False)


ISSUE = json.loads((Path(__file__).parent / "payloads/issue-labelled-by-its-form.json").read_text(encoding="utf-8"))["issue"]


@pytest.fixture
def forgejo_with_issue():
    """A forge with an issue, that keeps the proposals and comments that it is given, each with where it stands."""
    pulls, comments = [], []

    class Forge(Answering):
        token = ("Authorization", "token t")

        def do_GET(self):
            path = self.path.removeprefix("/api/v1/repos/groep/kennis/")
            if path.endswith("/comments"):
                self.answer([{"body": body} for place, body in comments if place == path])
            else:
                self.answer(ISSUE if path == "issues/12" else {**pulls[0], "number": 13})

        def do_POST(self):
            path = self.path.removeprefix("/api/v1/repos/groep/kennis/")
            told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if path == "pulls":
                pulls.append(told)
            else:
                comments.append((path, told["body"]))
            self.answer({})

    with listening(Forge) as address:
        yield address, pulls, comments


def test_on_forgejo_an_issue_becomes_a_proposal_and_whoever_sent_it_hears_where_it_stands(forgejo_with_issue, tmp_path):
    address, pulls, comments = forgejo_with_issue
    root, there = tmp_path / "kennisbank", tmp_path / "kennis.git"
    new_knowledge_base(root, Answers(forge="forgejo"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(tmp_path, "clone", "--quiet", "--bare", str(root), str(there))
    with_token = address.replace("://", "://token:t@")
    here = {
        "SERVER": address,
        "REPOSITORY": "groep/kennis",
        "TOKEN": "t",
        "RUNNER_TEMP": str(tmp_path),
        "PATH": f"{BIN}:{os.environ['PATH']}",
        **{f"GIT_CONFIG_KEY_{number}": f"url.{there}.insteadOf" for number in range(2)},
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_VALUE_0": f"{address}/groep/kennis.git",
        "GIT_CONFIG_VALUE_1": f"{with_token}/groep/kennis.git",
    }

    def play(name: str, job: str, folder: str, begin: str = "", **environment: str) -> None:
        """Runs the steps of a job that are ours and no build, from one that begins so."""
        jobs = yaml.safe_load((root / f".forgejo/workflows/{name}.yml").read_text(encoding="utf-8"))["jobs"]
        steps = [step for step in jobs[job]["steps"] if "name" in step and step["name"].startswith(begin)]
        (tmp_path / folder).mkdir(exist_ok=True)
        for step in steps:
            told = {key: value for key, value in step.get("env", {}).items() if "${{" not in value}
            work = tmp_path / folder / step.get("working-directory", "")
            env = {**os.environ, **told, **here, **environment}
            done = subprocess.run(
                ["bash", "-eo", "pipefail", "-c", step["run"]], cwd=work, env=env, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr

    play("change", "change", "werk", ACTION="import 12", BASE="main", BRANCH="change/1")
    (pull,) = pulls
    assert (pull["title"], pull["head"], pull["base"]) == ("geleerd import 12", "change/1", "main")
    assert pull["body"].endswith("```\n\nCloses #12\n")
    assert "voorbeeld-inzender" not in git(there, "show", "change/1")

    before = git(there, "rev-parse", "main").strip()
    draft = "lessons/zoek-eerst-een-maatje.md"
    text = git(there, "show", f"change/1:{draft}")
    item = next(row for row in text.split("\n") if row.startswith("id: "))[4:].strip('"')
    git(there, "update-ref", "refs/heads/main", "change/1")  # somebody merges it
    play("publish", "publish", "site-bouw", begin="Fetch")
    page = tmp_path / f"site-bouw/site/l/{item}/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("")
    (tmp_path / "site-bouw/site/robots.txt").write_text("Sitemap: https://kennis.example/sitemap.xml\n")
    play("publish", "publish", "site-bouw", begin="Put")
    assert f"l/{item}/index.html" in git(there, "ls-tree", "-r", "--name-only", "pages")
    for _ in range(2):
        play("publish", "publish", "site-bouw", begin="Say", BEFORE=before, COMMIT="c")
    (below, said), (issue, thanks) = comments
    link = f"https://kennis.example/l/{item}/"
    assert (below, issue) == ("issues/13/comments", "issues/12/comments")
    assert said.startswith(f"Het staat online. Deze links blijven werken:\n\n- {link}\n")
    assert thanks.endswith(f"\n\n- {link}")
