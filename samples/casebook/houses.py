"""Each hospital prints in its own way: the layout of a record or report follows from who is treated where."""

from __future__ import annotations

from samples.chart import Chart
from samples.layouts import inpatient, laboratory, other_houses
from samples.paper import Paper
from samples.setting import Style

FORM_STYLES = (
    Style("song", 10, colon=""),
    Style("hei", 9.5, colon=""),
    Style("gbsn", 10, colon=""),
    Style("micro", 9.5, colon=""),
    Style("kai", 10, colon=""),
)


def form_style(c: Chart) -> Style:
    """What an application form is set in."""
    return FORM_STYLES[c.patient.face % len(FORM_STYLES)]


def discharge(c: Chart) -> Paper:
    """A discharge record in one of five layouts."""
    match c.patient.face % 5:
        case 0:
            return inpatient.discharge_classic(c)
        case 1:
            return inpatient.discharge_grid(c)
        case 2:
            return inpatient.discharge_underlined(c)
        case 3:
            return other_houses.discharge_cells(c)
        case _:
            return inpatient.discharge_classic(c, style=Style("micro", 10, colon=":"))


def laboratory_report(c: Chart) -> Paper:
    """A laboratory report in one of four layouts."""
    match c.patient.face % 4:
        case 0:
            return laboratory.lab_one_column(c)
        case 1:
            return laboratory.lab_coded(c)
        case 2:
            return laboratory.lab_one_column(c, style=Style("hei", 9.5, colon=":"))
        case _:
            return laboratory.lab_two_columns(c)
