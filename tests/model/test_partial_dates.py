import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.model.partial_dates import PartialDate


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_date_reads_back_as_it_was_written(day):
    for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        assert str(PartialDate.parse(text)) == text
        assert PartialDate.parse(text).first_day <= day <= PartialDate.parse(text).last_day


@pytest.mark.parametrize("text", ["", "22", "2025-13", "2025-02-30", "2025-1-1", "2025/01/01", "0000", "vorig jaar"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"|month|day|year"):
        PartialDate.parse(text)
