"""The registration record of an approved case: the field set of the national interface 2503 (人员慢特病备案).

What the papers, the portal, the catalogue and the decision tell is filled in, with where it stands; what
nobody told stays empty and is named. Nothing is guessed, codes least of all.
"""

from intake.registration.fields import APPROVAL, INTERFACE_2503, RecordField
from intake.registration.filling import ApprovedCase, registration_records
from intake.registration.output import to_csv, to_json, to_xlsx
from intake.registration.record import Entry, Gap, RegistrationRecord, Unregistered

__all__ = [
    "APPROVAL",
    "INTERFACE_2503",
    "ApprovedCase",
    "Entry",
    "Gap",
    "RecordField",
    "RegistrationRecord",
    "Unregistered",
    "registration_records",
    "to_csv",
    "to_json",
    "to_xlsx",
]
