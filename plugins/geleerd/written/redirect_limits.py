"""What hosts read of `_redirects`, the staff's own lines included."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RedirectsInFile:
    """The number of redirects in such a file, the characters of the longest, and the bytes of all."""

    count: int
    longest: int
    size: int


CLOUDFLARE = RedirectsInFile(2_000, 1_000, 25 * 1024 * 1024)
"""What Cloudflare Pages reads of lines without a pattern (its documentation, "Redirects"); a file has 25 MiB at most."""

GITLAB = RedirectsInFile(1_000, 65_536, 65_536)
"""What GitLab Pages reads where nobody set another limit (its documentation, "GitLab Pages redirects")."""

REDIRECT_LIMITS = {"GitLab Pages": GITLAB, "Cloudflare Pages": CLOUDFLARE}
"""Netlify names no limit, and advises to stay below 10,000."""


def redirects_in(text: str) -> RedirectsInFile:
    """What a host meets in such a file."""
    lines = [line.strip() for line in text.splitlines()]
    redirects = [line for line in lines if line and not line.startswith("#")]
    return RedirectsInFile(len(redirects), max(map(len, redirects), default=0), len(text.encode()))


def passed_by(found: RedirectsInFile) -> tuple[str, ...]:
    """The hosts that read less than a file has."""
    return tuple(
        host for host, most in REDIRECT_LIMITS.items() if found.count > most.count or found.longest > most.longest or found.size > most.size
    )
