"""The findings of a whole knowledge base: those that were kept, as long as they hold, or else new ones."""

from geleerd.adapters.kept.last_check import Findings, Taken, keep_check, last_check, taken_by_check
from geleerd.adapters.kept.ways import told_of
from geleerd.model.problem_codes import Code
from geleerd.model.settings import Settings

_MOST_EDITS = 20
"""Most files that are looked at by themselves; with more of them, all files are."""


def findings_at(settings: Settings) -> Findings:
    """What there is to tell of a knowledge base. What the last check found holds when it took the same, and when only words differ."""
    taken = taken_by_check(settings)
    kept = last_check(settings)
    if kept and kept[0] == taken:
        return kept[1]
    if kept and _hold(*kept, taken, settings):
        keep_check(taken, kept[1], settings)
        return kept[1]
    findings = _new_findings(settings)
    has_failed = any(problem.code is Code.CANNOT_BUILD for problem in findings.problems)
    if not has_failed and taken == taken_by_check(settings):  # else somebody saved a file meanwhile
        keep_check(taken, findings, settings)
    return findings


def _hold(former: Taken, findings: Findings, taken: Taken, settings: Settings) -> bool:
    """Whether findings hold though files changed: these are items without problems, and an edit of words alone changes nothing else."""
    changed = {path for path, _ in former.files.items() ^ taken.files.items()}
    if former.ways != taken.ways or not changed <= findings.outward.keys() & taken.files.keys() or len(changed) > _MOST_EDITS:
        return False
    from geleerd.adapters.commands.checking.words_alone import outward_now  # noqa: PLC0415  # as below

    def is_same(path: str) -> bool:
        return outward_now(path, settings) == findings.outward[path] and told_of(str(settings.root / path)) == taken.files[path]

    return all(map(is_same, sorted(changed)))


def _new_findings(settings: Settings) -> Findings:
    from geleerd.adapters.commands.checking.all_files import findings_of, read_all  # noqa: PLC0415  # loading the stages takes longer than to see that nothing changed

    return findings_of(read_all(settings))
