"""The workflows of the forge: safe by two linters and some rules of our own, and their scripts over recorded events."""

import base64
import contextlib
import io
import json
import os
import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import comrak
import pytest
import yaml
from comment import unpacked
from forge import RefusedError, commit, harmless, number, part
from hypothesis import given
from hypothesis import strategies as st

from geleerd.commonmark.tree import nodes
from tests.workbench.building import ROOT, Write, in_a_copy

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
SCRIPTS = ROOT / ".github/scripts"
PAYLOADS = Path(__file__).parent / "payloads"
REPOSITORY = "leernetwerk-voorbeeld/kennisbank"
BOT = {"login": "github-actions[bot]"}
HEAD = "a" * 40
GOOD = "Dank je wel!\n\n#### Dit moet eerst anders\n\n- **lessons/x&#95;.md, regel 2:** Mail &#64;&#8203;jan. (personal-email)\n"


def parsed(path):
    # The base loader makes texts only: YAML 1.1 would read the key `on` as true.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it is the loader that makes no objects


def steps(path):
    return [step for job in parsed(path)["jobs"].values() for step in job["steps"]]


# The files


def test_there_are_seven_workflows():
    assert [path.stem for path in WORKFLOWS] == ["change", "check", "comment", "import", "publish", "release", "test"]


def test_actionlint_finds_nothing():
    # Without shellcheck and pyflakes: whether they are on a machine must not decide.
    done = subprocess.run(
        [BIN / "actionlint", "-no-color", "-shellcheck=", "-pyflakes=", *WORKFLOWS], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("persona", ["regular", "pedantic"])
def test_zizmor_finds_nothing_but_one_that_we_explain(persona):
    options = ["--offline", "--no-progress", "--color=never", f"--persona={persona}", "--format=json"]
    done = subprocess.run([BIN / "zizmor", *options, *WORKFLOWS], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    ignored = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "zizmor: ignore" in line]
    assert len(ignored) == 1
    assert re.search(r"ignore\[dangerous-triggers\] .{20}", ignored[0]), "an ignore says why"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path):
    used = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_one_version_of_each_action():
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))}
    assert len({line.split("@")[0] for line in used}) == len(used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_word_of_an_event_reaches_a_shell(path):
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []
    assert "pull_request_target" not in path.read_text(encoding="utf-8")
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_and_time_are_bounded(path):
    workflow = parsed(path)
    assert workflow["permissions"] == {}
    assert "group" in workflow["concurrency"]
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 45
        assert job["permissions"]
        assert "ubuntu-latest" not in job["runs-on"]
    assert all(step["with"]["persist-credentials"] == "false" for step in steps(path) if "checkout@" in step.get("uses", ""))


def test_only_five_jobs_may_write_and_none_of_them_runs_what_strangers_sent():
    writing = {}
    for path in WORKFLOWS:
        for name, job in parsed(path)["jobs"].items():
            if "write" in job["permissions"].values():
                writing[path.stem, name] = [step["run"] for step in job["steps"] if "run" in step]
                assert not any("ref" in step.get("with", {}) for step in job["steps"]), "the default branch, and nothing else"
    (push,) = writing.pop(("change", "voorstellen"))  # the line comes from whoever may write here already
    assert [line.split()[0] for line in push.splitlines()] == ["git", "git", "git", "{", "gh"]
    assert writing == {
        ("comment", "antwoord"): ["python3 .github/scripts/comment.py"],
        ("import", "voorstellen"): ['python3 .github/scripts/propose.py "$RUNNER_TEMP/voorstel" "$GITHUB_RUN_ID"'],
        ("publish", "plaatsen"): [],
        ("publish", "melden"): ["python3 .github/scripts/online.py"],
        ("release", "uitgeven"): ["pipx run uv publish --trusted-publishing always dist/*"],
    }


def test_the_token_is_given_to_our_own_scripts_only():
    holding = [
        step["run"].split()[1] for path in WORKFLOWS for step in steps(path) if "GH_TOKEN" in step.get("env", {})
    ]  # and to `git` and `gh` of `change.yml`, above
    assert holding == [f".github/scripts/{name}.py" for name in ("comment", "gate", "propose", "online")]


def test_the_workflows_know_each_other():
    check, comment = (parsed(ROOT / ".github/workflows" / f"{name}.yml") for name in ("check", "comment"))
    assert comment["on"]["workflow_run"]["workflows"] == [check["name"]]
    script = (SCRIPTS / "comment.py").read_text(encoding="utf-8")
    uploads = [step["with"] for step in steps(ROOT / ".github/workflows/check.yml") if "upload-artifact@" in step.get("uses", "")]
    assert f'_ARTIFACT, _FILE = "{uploads[0]["name"]}", "{Path(uploads[0]["path"]).name}"' in script


def test_the_template_asks_for_what_matters():
    text = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert text.count("- [ ]") == 3
    assert all(word in text for word in ("namen", "herkennen", "eigen werk", "CC BY 4.0"))


# The two steps that are more than one command, as the runner runs them


def step_of(workflow, name):
    return next(step for step in steps(ROOT / f".github/workflows/{workflow}.yml") if step["name"] == name)["run"]


def run_step(script, root, temp, **environment):
    temp.mkdir()
    (root / ".venv").mkdir(exist_ok=True)
    if not (root / ".venv/bin").exists():
        (root / ".venv/bin").symlink_to(BIN)
    env = {**os.environ, "RUNNER_TEMP": str(temp), "SOURCE_DATE_EPOCH": "1795305600", **environment}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=root, env=env, capture_output=True, text=True, check=False
    )


def committed(root):
    who = ["-c", "user.name=Voorbeeld", "-c", "user.email=voorbeeld@example.org", "-c", "core.hooksPath=/dev/null"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=x"]):
        subprocess.run(["git", *who, *command], cwd=root, check=True)
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


DRAFT = "---\nid: {id}\ntype: tip\ntitle: Nog niet af\nstatus: draft\n---\n"
ODD_NAME = "lessons/$(touch verloren) `touch verloren`; @x\n.md"


def test_the_summary_advises_on_the_files_of_the_proposal_alone(write: Write, tmp_path_factory):
    root, temp = write({".gitignore": ".venv\n", "lessons/oud.md": DRAFT.format(id="k7m2xq")}), tmp_path_factory.mktemp("runner") / "temp"
    base = committed(root)
    write({"lessons/nieuw.md": DRAFT.format(id="k7m2xr")})
    committed(root)
    done = run_step(step_of("check", "Vat samen voor de bijdrager"), root, temp, BASE=base, OUTCOME="success")
    assert done.returncode == 0, done.stderr
    text = (temp / "samenvatting.md").read_text(encoding="utf-8")
    assert "lessons/nieuw.md" in text
    assert "lessons/oud.md" not in text
    assert harmless(text)


@pytest.mark.long
def test_a_proposal_without_files_of_the_knowledge_base_gets_no_advice_on_those_of_others(write: Write, tmp_path_factory):
    root, temp = write({".gitignore": ".venv\n", "lessons/oud.md": DRAFT.format(id="k7m2xq")}), tmp_path_factory.mktemp("runner") / "temp"
    base = committed(root)
    write({"README.md": "Iets anders."})
    committed(root)
    done = run_step(step_of("check", "Vat samen voor de bijdrager"), root, temp, BASE=base, OUTCOME="success")
    assert done.returncode == 0, done.stderr
    assert "lessons/oud.md" not in (temp / "samenvatting.md").read_text(encoding="utf-8")


def test_a_site_sends_its_contributors_to_its_own_repository():
    for name, job in (("publish", "bouwen"), ("check", None)):
        text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        assert "REPOSITORY: ${{ github.server_url }}/${{ github.repository }}" in text, (name, job)


@pytest.mark.long
def test_the_summary_names_all_errors_and_a_hostile_name_does_nothing(write: Write, tmp_path_factory):
    root, temp = write({".gitignore": ".venv\n"}), tmp_path_factory.mktemp("runner") / "temp"
    base = committed(root)
    (root / ODD_NAME).write_text("---\nid: nee\ntype: tip\n---\n")
    (root / "lessons/gewoon.md").write_text("---\nid: nee\ntype: tip\n---\n")
    committed(root)
    for outcome in ("failure", "success"):
        done = run_step(
            step_of("check", "Vat samen voor de bijdrager"), root, temp / outcome if temp.exists() else temp, BASE=base, OUTCOME=outcome
        )
        assert done.returncode == 0, done.stderr
    text = (temp / "samenvatting.md").read_text(encoding="utf-8")
    assert "(bad-id)" in text
    assert "(name-character)" in text
    assert harmless(text)
    assert (temp / "success/samenvatting.md").read_text(encoding="utf-8") == text
    assert not list(root.rglob("verloren"))


@pytest.mark.long
def test_the_import_sets_apart_the_new_files_of_its_folder_only(write: Write, tmp_path_factory):
    root, temp = (
        write({".gitignore": ".venv\n", "lessons/ingezonden/oud.md": DRAFT.format(id="k7m2xq")}),
        tmp_path_factory.mktemp("runner") / "temp",
    )
    committed(root)
    write(
        {
            "lessons/ingezonden/nieuw.md": DRAFT.format(id="k7m2xr"),
            "lessons/ingezonden/oud.md": "weg",
            "lessons/elders.md": "x",
            "mkdocs.yml": (root / "mkdocs.yml").read_text() + "# anders\n",
        }
    )
    done = run_step(step_of("import", "Leg de nieuwe bestanden apart en kijk ze na"), root, temp)
    assert done.returncode == 0, done.stderr
    taken = {path.relative_to(temp / "voorstel").as_posix() for path in temp.rglob("*") if path.is_file()}
    assert taken == {"samenvatting.md", "lessons/ingezonden/nieuw.md"}
    text = (temp / "voorstel/samenvatting.md").read_text(encoding="utf-8")
    assert "lessons/ingezonden/nieuw.md" in text
    assert "elders" not in text


@pytest.mark.parametrize(
    ("event", "has"), [("issue-labelled-by-the-desk", "zoek-eerst-een-maatje.md"), ("issue-with-hostile-text", "12.md")]
)
@pytest.mark.long
def test_an_issue_goes_all_the_way_to_a_pull_request(write: Write, tmp_path_factory, event, has):
    root, folder = write({".gitignore": ".venv\n"}), tmp_path_factory.mktemp("forge")
    committed(root)
    done = run_step(
        step_of("import", "Maak er een bestand van"), root, folder / "import", GITHUB_EVENT_PATH=str(PAYLOADS / f"{event}.json")
    )
    assert done.returncode == 0, done.stderr
    assert not re.search(r"::|##\[", done.stdout + done.stderr), "a runner would obey it"
    assert run_step(step_of("import", "Leg de nieuwe bestanden apart en kijk ze na"), root, folder / "temp").returncode == 0
    forge = Forge(folder)
    made = forge.run("propose", event, MAKES_A_PROPOSAL, folder / "temp/voorstel", "9001")
    assert made.returncode == 0, made.stderr
    bodies = {path: body for _, path, body in forge.written}
    assert [Path(entry["path"]).name for entry in bodies["git/trees"]["tree"]] == [has]
    assert harmless(bodies["pulls"]["body"].removeprefix("Dit kwam binnen met melding #12.").removesuffix("Closes #12\n"))
    assert not list(root.rglob("verloren"))


def test_an_import_without_files_leaves_an_empty_summary(write: Write, tmp_path_factory):
    root, temp = write({".gitignore": ".venv\n"}), tmp_path_factory.mktemp("runner") / "temp"
    committed(root)
    assert run_step(step_of("import", "Leg de nieuwe bestanden apart en kijk ze na"), root, temp).returncode == 0
    assert [path.name for path in (temp / "voorstel").iterdir()] == ["samenvatting.md"]


# The scripts, with a forge that answers from a file


def _in_a_copy(command, folder, env):
    return in_a_copy(lambda: runpy.run_path(command[0], run_name="__main__"), command, folder, env)


def _without_packages(command, folder, env):
    return subprocess.run([sys.executable, "-S", *command], cwd=folder, env=env, capture_output=True, text=True, check=False)


class Forge:
    """Answers in place of the forge, and remembers what it was asked."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "bin").mkdir()
        gh = folder / "bin/gh"
        gh.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{Path(__file__).parent / "fake_gh.py"}" "$@"\n')
        gh.chmod(0o755)

    def run(self, script, event, answers, *arguments, start=_in_a_copy):
        payload = PAYLOADS / f"{event}.json" if isinstance(event, str) else self.folder / "event.json"
        if not isinstance(event, str):
            payload.write_text(json.dumps(event), encoding="utf-8")
        (self.folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
        env = {
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_EVENT_PATH": str(payload),
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "FAKE_FORGE": str(self.folder),
            "SITE_URL": "https://kennis.example/bank/",
        }
        command = [str(SCRIPTS / f"{script}.py"), *map(str, arguments)]
        return start(command, self.folder, env)

    @property
    def asked(self):
        path = self.folder / "asked.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    @property
    def written(self):
        return [(call["method"], call["path"], call["body"]) for call in self.asked if call["method"] != "GET"]


@pytest.fixture
def forge(tmp_path):
    return Forge(tmp_path)


def zipped(files):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            opened.writestr(name, text)
    return archive.getvalue()


@pytest.mark.parametrize(
    ("script", "says"), [("comment", "Refused: "), ("gate", "Open to import: false."), ("propose", "Refused: "), ("online", "Refused: ")]
)
def test_a_script_needs_nothing_but_python(forge, tmp_path, script, says):
    done = forge.run(script, "check-without-fields", {}, tmp_path, "9001", start=_without_packages)
    assert (done.stdout + done.stderr).startswith(says)


def pull(number=7, sha=HEAD, home="voorbeeld-bijdrager/kennisbank", base=REPOSITORY, state="open"):
    head = {"sha": sha, "repo": {"full_name": home}}
    return {"number": number, "state": state, "head": head, "base": {"ref": "main", "repo": {"full_name": base}}}


def left_behind(archive, pulls=None, size=None, comments=()):
    artifact = {"id": 81, "name": "samenvatting", "size_in_bytes": size or len(archive), "expired": False}
    return {
        "GET pulls": [pull()] if pulls is None else pulls,
        "GET actions/runs/7001/artifacts": {"total_count": 1, "artifacts": [artifact]},
        "GET actions/artifacts/81/zip": {"base64": base64.b64encode(archive).decode()},
        "GET issues/7/comments": list(comments),
        "POST issues/7/comments": {"id": 1},
        "PATCH issues/comments/66": {"id": 66},
    }


@pytest.mark.parametrize(
    ("event", "home", "says"),
    [
        ("check-of-a-fork", "voorbeeld-bijdrager/kennisbank", "Bekijk hoe de site wordt"),
        ("check-of-a-fork-failed", "voorbeeld-bijdrager/kennisbank", "Bekijk de details"),
        ("check-of-a-branch", REPOSITORY, "Bekijk hoe de site wordt"),
        ("check-with-a-hostile-branch", "voorbeeld-bijdrager/kennisbank", "Bekijk hoe de site wordt"),
    ],
)
def test_the_outcome_is_said_below_the_pull_request(forge, event, home, says):
    done = forge.run("comment", event, left_behind(zipped({"samenvatting.md": GOOD}), [pull(home=home)]))
    assert done.returncode == 0, done.stderr
    ((method, path, body),) = forge.written
    assert (method, path) == ("POST", "issues/7/comments")
    assert GOOD.strip() in body["body"]
    assert says in body["body"]
    assert "(https://forge.example/leernetwerk-voorbeeld/kennisbank/actions/runs/7001)" in body["body"]
    assert HEAD[:7] in body["body"]
    assert not (forge.folder / "verloren").exists()


def test_a_hostile_branch_is_one_argument(forge):
    forge.run("comment", "check-with-a-hostile-branch", left_behind(zipped({"samenvatting.md": GOOD})))
    branch = json.loads((PAYLOADS / "check-with-a-hostile-branch.json").read_text())["workflow_run"]["head_branch"]
    assert forge.asked[0]["query"] == {"state": "open", "base": "main", "head": f"voorbeeld-bijdrager:{branch}"}


def test_an_earlier_answer_is_renewed_and_those_of_others_are_left_alone(forge):
    mark = "<!-- geleerd: check -->"
    comments = [
        {"id": 64, "user": {"login": "iemand"}, "body": f"{mark} nep"},
        {"id": 65, "user": BOT, "body": "iets anders"},
        {"id": 66, "user": BOT, "body": f"{mark}\noud"},
    ]
    forge.run("comment", "check-of-a-fork", left_behind(zipped({"samenvatting.md": GOOD}), comments=comments))
    assert [call[:2] for call in forge.written] == [("PATCH", "issues/comments/66")]


def test_an_earlier_answer_is_found_on_the_second_page(forge):
    many = [{"id": 100 + i, "user": {"login": "iemand"}, "body": "hallo"} for i in range(100)]
    answers = left_behind(zipped({"samenvatting.md": GOOD}), comments=many)
    answers["GET issues/7/comments?page=2"] = [{"id": 66, "user": BOT, "body": "<!-- geleerd: check -->\noud"}]
    forge.run("comment", "check-of-a-fork", answers)
    assert [call[:2] for call in forge.written] == [("PATCH", "issues/comments/66")]


@pytest.mark.parametrize(
    ("event", "pulls"),
    [
        ("check-of-a-removed-fork", [pull()]),
        ("check-of-a-fork", []),
        ("check-of-a-fork", [pull(sha="b" * 40)]),  # there is a newer commit: its own check will speak
        ("check-of-a-fork", [pull(home="iemand-anders/kennisbank")]),
        ("check-of-a-fork", [pull(base="iemand-anders/kennisbank")]),
        ("check-of-a-fork", [pull(state="closed")]),
        ("check-of-a-fork", [pull(7), pull(8)]),
    ],
)
def test_nothing_is_said_where_no_pull_request_stands_at_that_commit(forge, event, pulls):
    done = forge.run("comment", event, left_behind(zipped({"samenvatting.md": GOOD}), pulls))
    assert (done.returncode, forge.written) == (0, [])


@pytest.mark.parametrize(
    "event", ["check-that-was-another-workflow", "check-of-a-push", "check-without-fields", "check-of-another-repository"]
)
def test_an_event_that_is_not_about_a_check_is_refused(forge, event):
    done = forge.run("comment", event, left_behind(zipped({"samenvatting.md": GOOD})))
    assert done.returncode == 1
    assert done.stderr.startswith("Refused: ")
    assert forge.written == []


ARCHIVE = zipped({"samenvatting.md": GOOD})
POISON = {
    "a path that climbs": zipped({"../../samenvatting.md": GOOD}),
    "an absolute path": zipped({"/samenvatting.md": GOOD}),
    "more files": zipped({"samenvatting.md": GOOD, "nummer.txt": "1"}),
    "another file": zipped({"nummer.txt": "1"}),
    "no archive": b"samenvatting",
    "a damaged archive": ARCHIVE[:60] + b"\x00\x00" + ARCHIVE[62:],
    "a text that unpacks to very much": zipped({"samenvatting.md": "a" * 5_000_000}),
    "no text": zipped({"samenvatting.md": b"\xff\xfe\x00"}),
    "a mention": zipped({"samenvatting.md": "Kijk eens @leernetwerk-voorbeeld/iedereen"}),
    "a mention in disguise": zipped({"samenvatting.md": "Kijk eens &#64;iedereen"}),
    "a link": zipped({"samenvatting.md": "[klik](https://x.example)"}),
    "a bare address": zipped({"samenvatting.md": "klik op https://x.example"}),
    "a closing word": zipped({"samenvatting.md": "closes #1"}),
    "HTML": zipped({"samenvatting.md": "<img src=x>"}),
    "a turned text": zipped({"samenvatting.md": "goed \u202egkeurd"}),
}


@pytest.mark.parametrize("kind", POISON)
def test_a_poisoned_artifact_is_refused_and_leaves_nothing(forge, kind):
    before = {path.name for path in forge.folder.iterdir()}
    done = forge.run("comment", "check-of-a-fork", left_behind(POISON[kind]))
    assert done.returncode == 1, done.stdout
    assert done.stderr.startswith("Refused: ")
    assert forge.written == []
    assert {path.name for path in forge.folder.iterdir()} - before == {"answers.json", "asked.jsonl"}


def test_an_artifact_that_says_to_be_large_is_not_even_fetched(forge):
    done = forge.run("comment", "check-of-a-fork", left_behind(zipped({"samenvatting.md": GOOD}), size=10**9))
    assert done.returncode == 1
    assert "actions/artifacts/81/zip" not in [call["path"] for call in forge.asked]


@pytest.mark.parametrize(
    ("event", "rights", "is_open"),
    [
        ("issue-labelled-by-the-desk", "write", True),
        ("issue-labelled-by-the-desk", "admin", True),
        ("issue-with-hostile-text", "write", True),
        ("issue-labelled-by-the-desk", "read", False),
        ("issue-labelled-by-the-desk", None, False),
        ("issue-labelled-by-its-form", "read", False),
        ("issue-with-another-label", "write", False),
        ("issue-that-is-closed", "write", False),
        ("issue-that-is-a-pull-request", "write", False),
        ("issue-with-a-hostile-sender", "write", False),
        ("issue-without-fields", "write", False),
    ],
)
def test_only_somebody_who_may_decide_opens_the_gate(forge, event, rights, is_open):
    people = ("voorbeeld-redactie", "voorbeeld-inzender")
    answers = {f"GET collaborators/{name}/permission": {"permission": rights} for name in people if rights}
    done = forge.run("gate", event, answers)
    assert done.returncode == 0, done.stderr
    assert (forge.folder / "output").read_text() == f"open={'true' if is_open else 'false'}\n"
    assert not (forge.folder / "verloren").exists()
    assert {call["path"] for call in forge.asked} <= {f"collaborators/{name}/permission" for name in people}


BASE, TREE = "b" * 40, "c" * 40
MAKES_A_PROPOSAL = {
    "GET git/matching-refs/heads/bijdrage/12": [{"ref": "refs/heads/bijdrage/121"}],
    "GET git/ref/heads/main": {"object": {"sha": BASE}},
    f"GET git/commits/{BASE}": {"tree": {"sha": TREE}},
    "POST git/trees": {"sha": "d" * 40},
    "POST git/commits": {"sha": "e" * 40},
    "POST git/refs": {"ref": "refs/heads/bijdrage/12"},
    "POST pulls": {"number": 30},
    "GET issues/12/comments": [],
    "POST issues/12/comments": {"id": 1},
}


def imported(forge, files, summary="Dank je wel!"):
    folder = forge.folder / "voorstel"
    for name, text in {"samenvatting.md": summary, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.mark.parametrize("event", ["issue-labelled-by-the-desk", "issue-with-hostile-text"])
def test_an_issue_becomes_a_pull_request_with_its_file_and_nothing_else(forge, event):
    text = "---\nid: k7m2xq\n---\n$(touch verloren) @iedereen\n"
    done = forge.run("propose", event, MAKES_A_PROPOSAL, imported(forge, {"lessons/ingezonden/begin-klein.md": text}), "9001")
    assert done.returncode == 0, done.stderr
    bodies = {path: body for _, path, body in forge.written}
    entry = {"path": "lessons/ingezonden/begin-klein.md", "mode": "100644", "type": "blob", "content": text}
    assert bodies["git/trees"] == {"base_tree": TREE, "tree": [entry]}
    assert bodies["git/commits"]["parents"] == [BASE]
    assert bodies["git/refs"] == {"ref": "refs/heads/bijdrage/12", "sha": "e" * 40}
    assert bodies["pulls"] | {"body": ""} == {"title": "Bijdrage uit melding 12", "head": "bijdrage/12", "base": "main", "body": ""}
    assert bodies["pulls"]["body"].endswith("Dank je wel!\n\nCloses #12\n")
    assert "#30" in bodies["issues/12/comments"]["body"]
    # Nothing of the issue's own words is repeated in the desk's name.
    assert not re.search(r"verloren|iedereen|Begin klein", json.dumps(bodies["pulls"]) + json.dumps(bodies["issues/12/comments"]))
    assert not (forge.folder / "verloren").exists()


def test_a_proposal_that_exists_is_never_overwritten(forge):
    answers = {**MAKES_A_PROPOSAL, "GET git/matching-refs/heads/bijdrage/12": [{"ref": "refs/heads/bijdrage/12"}]}
    done = forge.run("propose", "issue-labelled-by-the-desk", answers, imported(forge, {"lessons/ingezonden/x.md": "x"}), "9001")
    assert done.returncode == 0
    assert [call[:2] for call in forge.written] == [("POST", "issues/12/comments")]
    assert "`bijdrage/12`" in forge.written[0][2]["body"]


def test_a_branch_whose_proposal_is_refused_is_taken_away_again(forge):
    answers = {key: value for key, value in MAKES_A_PROPOSAL.items() if key != "POST pulls"} | {"DELETE git/refs/heads/bijdrage/12": {}}
    done = forge.run("propose", "issue-labelled-by-the-desk", answers, imported(forge, {"lessons/ingezonden/x.md": "x"}), "9001")
    assert done.returncode != 0
    assert ("DELETE", "git/refs/heads/bijdrage/12") in [call[:2] for call in forge.written]
    assert "actions/runs/9001" in forge.written[-1][2]["body"]


def test_an_issue_that_gave_no_file_is_answered_too(forge):
    done = forge.run("propose", "issue-labelled-by-the-desk", MAKES_A_PROPOSAL, imported(forge, {}), "9001")
    assert done.returncode == 0
    ((_, path, body),) = forge.written
    assert path == "issues/12/comments"
    assert "actions/runs/9001" in body["body"]


@pytest.mark.parametrize(
    "files",
    [
        {"lessons/ingezonden/map/x.md": "x"},
        {"lessons/ingezonden/X.MD": "x"},
        {"lessons/ingezonden/check.yml": "x"},
        {"lessons/ingezonden/_x.md": "x"},
        {"lessons/ingezonden/x.md": b"\xff\xfe"},
        {"lessons/ingezonden/x.md": "x" * 200_001},
        {f"lessons/ingezonden/x{i}.md": "x" for i in range(6)},
    ],
    ids=["folder", "name", "kind", "partial", "no text", "large", "many"],
)
def test_what_is_not_a_new_item_is_refused(forge, files):
    done = forge.run("propose", "issue-labelled-by-the-desk", MAKES_A_PROPOSAL, imported(forge, files), "9001")
    assert done.returncode == 1
    assert done.stderr.startswith("Refused: ")
    assert forge.written == []


def test_files_elsewhere_are_not_taken(forge):
    folder = imported(forge, {".github/workflows/x.yml": "x", "content/x.md": "x", "lessons/x.md": "x", "lessons/ingezonden/x.md": "x"})
    forge.run("propose", "issue-labelled-by-the-desk", MAKES_A_PROPOSAL, folder, "9001")
    tree = next(body for _, path, body in forge.written if path == "git/trees")
    assert [entry["path"] for entry in tree["tree"]] == ["lessons/ingezonden/x.md"]


def test_a_symbolic_link_is_refused(forge):
    folder = imported(forge, {"lessons/ingezonden/x.md": "x"})
    (folder / "lessons/ingezonden/y.md").symlink_to("/etc/hostname")
    assert forge.run("propose", "issue-labelled-by-the-desk", MAKES_A_PROPOSAL, folder, "9001").returncode == 1


def test_a_summary_that_does_more_than_be_read_is_left_out(forge):
    folder = imported(forge, {"lessons/ingezonden/x.md": "x"}, summary="fixes #1 @iedereen")
    forge.run("propose", "issue-labelled-by-the-desk", MAKES_A_PROPOSAL, folder, "9001")
    assert "@iedereen" not in next(body for _, path, body in forge.written if path == "pulls")["body"]


@pytest.mark.parametrize("script", ["comment", "propose"])
@pytest.mark.parametrize("event", ["check-without-fields", "issue-without-fields", "check-of-another-repository"])
def test_an_event_without_the_fields_is_refused(forge, script, event):
    done = forge.run(script, event, {}, imported(forge, {"lessons/ingezonden/x.md": "x"}), "9001")
    assert (done.returncode, done.stderr.partition(":")[0], forge.written) == (1, "Refused", [])


ODD = st.recursive(
    st.none() | st.booleans() | st.integers(max_value=0) | st.text(max_size=5),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(ODD)
def test_what_is_no_number_or_commit_is_refused(value):
    assert part(value, "nee", "nergens") is None
    for read in (number, commit):
        with pytest.raises(RefusedError):
            read({"x": value}, "x")


@given(st.integers(0, len(ARCHIVE) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_archive_gives_its_text_or_is_refused(at, junk):
    with contextlib.suppress(RefusedError):
        assert isinstance(unpacked(ARCHIVE[:at] + junk + ARCHIVE[at + len(junk) :]), str)


@given(st.text(max_size=200))
def test_harmless_never_lets_active_text_through(text):
    for active in ("@iemand", "#1", "GH-1", "https://x.example", "www.x.example", "<b>", "[a](b)", "&amp;", "`x`", "\u202e"):
        assert not harmless(f"{text} {active}")


def test_code_is_harmless_only_where_a_parser_sees_code():
    item, code = "- **x** y\n", "      @iemand https://x.example <b>\n"
    assert harmless(f"{item}\n{code}{code}{item}")
    for other in ("", "x\n", "- x\n", "- - - - **x**\n", "1. **x**\n", "  - **x**\n", f"{item}x\n", "* **x**\n"):
        assert not harmless(f"{other}\n{code}"), other
    assert not harmless(item + code)
    assert not harmless(f"{item}\n{code}\nx\n{code}")
    assert not harmless(f"{item}\n{code.replace('@', chr(0x202E))}")


@given(
    st.lists(
        st.sampled_from(["- **x** y", "- - **x**", "1. **x**", "", "x", "      @a", "   ", "        @a", "#### x", "---", "- ***"]),
        max_size=9,
    )
)
def test_whoever_is_mentioned_in_a_harmless_text_is_mentioned_in_code(lines):
    text = "\n".join(lines)
    shown = [node.node_value.value for node in nodes(comrak.parse_document(text)) if isinstance(node.node_value, comrak.Text)]
    assert not (harmless(text) and any("@" in str(part) for part in shown))


# After a merge: where it stands online


def merged(number=7, ref="een-tip", home="voorbeeld-bijdrager/kennisbank", at="2026-11-22T10:00:00Z"):
    return {
        "number": number,
        "merged_at": at,
        "head": {"ref": ref, "repo": {"full_name": home}},
        "base": {"repo": {"full_name": REPOSITORY}},
    }


def after_merge(pull, *paths, comments=()):
    files = [{"filename": path, "status": "added"} for path in paths]
    said = {f"{method} issues/{n}/comments": {"id": 1} for n in (7, 12) for method in ("POST",)}
    return {
        f"GET commits/{HEAD}/pulls": [pull],
        "GET pulls/7/files": [*files, {"filename": "lessons/weg.md", "status": "removed"}],
        "GET issues/7/comments": list(comments),
        "GET issues/12/comments": [],
        "PATCH issues/comments/66": {"id": 66},
        **said,
    }


def lay(forge, **files):
    for name, text in files.items():
        path = forge.folder / "lessons" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


TIP_ONLINE = "---\nid: k7m2xq # blijft\ntype: tip\ntitle: '[x](https://kwaad.example) @iemand'\n---\nid: k9m2xq\n"


def test_after_a_merge_the_permalink_is_said_below_the_proposal_and_its_issue(forge):
    lay(forge, tip=TIP_ONLINE, concept=TIP_ONLINE.replace("k7", "k8").replace("type", "status: draft\ntype"), leeg="geen tip")
    answers = after_merge(
        merged(ref="bijdrage/12", home=REPOSITORY), "lessons/tip.md", "lessons/concept.md", "lessons/leeg.md", "README.md"
    )
    done = forge.run("online", "push-of-a-merge", answers)
    assert done.returncode == 0, done.stderr
    (below, issue) = forge.written
    assert (below[:2], issue[:2]) == (("POST", "issues/7/comments"), ("POST", "issues/12/comments"))
    assert below[2]["body"].count("https://kennis.example/bank/l/k7m2xq/") == 2
    assert "> Dank je wel voor je bijdrage." in below[2]["body"]
    assert issue[2]["body"].count("https://kennis.example/bank/l/k7m2xq/") == 1
    assert not any(word in json.dumps([below, issue]) for word in ("k8m2xq", "k9m2xq", "kwaad", "@"))


def test_the_permalink_is_said_once(forge):
    lay(forge, tip=TIP_ONLINE)
    earlier = [{"id": 66, "user": BOT, "body": "<!-- geleerd: online -->\noud"}]
    forge.run("online", "push-of-a-merge", after_merge(merged(), "lessons/tip.md", comments=earlier))
    assert [call[:2] for call in forge.written] == [("PATCH", "issues/comments/66")]


@pytest.mark.parametrize(
    ("pull", "path"),
    [
        (merged(at=None), "lessons/tip.md"),
        (merged(), "lessons/../geheim.md"),
        (merged(), "content/tip.md"),
        (merged(), "lessons/naar.md"),
    ],
    ids=["not merged", "outside", "no item", "a link that leads out"],
)
def test_nothing_is_said_of_what_is_not_online_here(forge, pull, path):
    lay(forge, tip=TIP_ONLINE)
    (forge.folder.parent / "elders.md").write_text(TIP_ONLINE)
    (forge.folder / "lessons/naar.md").symlink_to(forge.folder.parent / "elders.md")
    assert forge.run("online", "push-of-a-merge", after_merge(pull, path)).returncode == 0
    assert forge.written == []


def test_a_branch_of_a_fork_names_no_issue(forge):
    lay(forge, tip=TIP_ONLINE)
    forge.run("online", "push-of-a-merge", after_merge(merged(ref="bijdrage/12"), "lessons/tip.md"))
    assert [call[1] for call in forge.written] == ["issues/7/comments"]
