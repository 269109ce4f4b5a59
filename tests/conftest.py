"""What tests share: a small knowledge base to add files to, and the real site, built once."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from building import ROOT, SMALL, Write, built
from filelock import FileLock


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Copies the small knowledge base to an empty folder and adds files to it; an empty text removes a file."""

    def add(files: Mapping[str, str | bytes]) -> Path:
        shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return add


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of this repository, built strictly, once for all workers."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    site = shared / "real-site"
    with FileLock(f"{site}.lock"):
        if not site.exists():
            result = built(ROOT, "--strict", "--site-dir", str(site))
            assert result.returncode == 0, result.stderr
    return site
