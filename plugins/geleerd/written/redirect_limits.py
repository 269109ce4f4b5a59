"""What hosts read of `_redirects`, the staff's own lines included."""

MOST_REDIRECTS = 2_000
LONGEST_REDIRECT = 1_000
"""What Cloudflare Pages reads of lines without a pattern (its documentation, "Redirects"); Netlify names no limit."""


def redirects_in(text: str) -> tuple[int, int]:
    """The number of redirects in such a file, and the length of the longest."""
    lines = [line.strip() for line in text.splitlines()]
    redirects = [line for line in lines if line and not line.startswith("#")]
    return len(redirects), max(map(len, redirects), default=0)
