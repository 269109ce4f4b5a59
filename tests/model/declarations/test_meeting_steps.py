"""The steps of a work format as parts of a meeting."""

from geleerd.model.declarations.item_types import WorkFormat
from geleerd.model.declarations.meeting_steps import MeetingStep, meeting_steps


def made(*steps, duration=None):
    return WorkFormat.model_validate(
        {"id": "k7m2xq", "type": "work-format", "steps": list(steps), **({"duration": duration} if duration else {})}
    )


def test_a_step_has_its_own_range_or_its_share_of_the_whole():
    own = {"title": "Opening", "minutes": 10, "min": 5, "max": 12}
    plain = [{"title": f"Stap {number}", "minutes": 10} for number in range(3)]
    steps = meeting_steps(made(own, *plain, duration={"min": 20, "max": 80}))
    assert steps[0] == MeetingStep("Opening", 10, 5, 12)
    assert steps[1] == MeetingStep("Stap 0", 10, 5, 20)


def test_few_steps_or_one_without_minutes_are_no_meeting():
    step = {"title": "Stap", "minutes": 5}
    assert meeting_steps(made(step, step, step)) == ()
    assert meeting_steps(made(step, step, step, {"title": "Tot slot"})) == ()
    assert len(meeting_steps(made(step, step, step, step))) == 4
