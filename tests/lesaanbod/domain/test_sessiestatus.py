"""Every pair of states of a Sessie, and what a visitor reads after the closing time."""

from datetime import timedelta

import pytest

from lesaanbod.domain.sessiestatus import SessieStatus, get_status_op, is_overgang

OPEN, GESLOTEN, VERVALLEN = SessieStatus
MAG = {
    (OPEN, OPEN),
    (OPEN, GESLOTEN),
    (OPEN, VERVALLEN),
    (GESLOTEN, GESLOTEN),
    (GESLOTEN, OPEN),
    (GESLOTEN, VERVALLEN),
    (VERVALLEN, VERVALLEN),
}


@pytest.mark.parametrize("van", SessieStatus)
@pytest.mark.parametrize("naar", SessieStatus)
def test_step_is_in_the_table_or_refused(van, naar):
    assert is_overgang(van, naar) is ((van, naar) in MAG)


@pytest.mark.parametrize(
    ("status", "na", "gezien"),
    [
        (OPEN, timedelta(seconds=-1), OPEN),
        (OPEN, timedelta(0), GESLOTEN),
        (GESLOTEN, timedelta(seconds=-1), GESLOTEN),
        (VERVALLEN, timedelta(1), VERVALLEN),
    ],
)
def test_open_reads_as_closed_from_the_closing_time_on(status, na, gezien, nu):
    assert get_status_op(status, sluit_op=nu, nu=nu + na) is gezien
