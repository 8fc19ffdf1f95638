"""The checks: one small function an id, in the order of the contract."""

from __future__ import annotations

from collections.abc import Mapping

from validators.case import Check
from validators.checks.agent import agent_authorised
from validators.checks.dates import date_order
from validators.checks.diagnosis import disease_supported
from validators.checks.disease import disease_listed
from validators.checks.disease_evidence import disease_evidence
from validators.checks.hospital import hospital_level
from validators.checks.id_card import id_card_valid
from validators.checks.id_number import id_number_valid
from validators.checks.identity import identity_consistent
from validators.checks.identity_on_record import identity_on_record
from validators.checks.integrity import altered_material, reused_material
from validators.checks.local import local_rule
from validators.checks.materials import material_legible, material_present
from validators.checks.place import insured_place
from validators.checks.recency import report_recent
from validators.checks.seal import hospital_seal
from validators.checks.selfie import id_selfie, id_selfie_recent
from validators.checks.signer import physician_signature, physician_title
from validators.checks.window import renewal_window
from validators.policy import CheckId

CHECKS: Mapping[CheckId, Check] = {
    "material-present": material_present,
    "material-legible": material_legible,
    "identity-consistent": identity_consistent,
    "identity-on-record": identity_on_record,
    "id-number-valid": id_number_valid,
    "id-card-valid": id_card_valid,
    "insured-place": insured_place,
    "disease-listed": disease_listed,
    "disease-supported": disease_supported,
    "disease-evidence": disease_evidence,
    "hospital-level": hospital_level,
    "physician-title": physician_title,
    "physician-signature": physician_signature,
    "hospital-seal": hospital_seal,
    "report-recent": report_recent,
    "date-order": date_order,
    "renewal-window": renewal_window,
    "id-selfie": id_selfie,
    "id-selfie-recent": id_selfie_recent,
    "agent-authorised": agent_authorised,
    "reused-material": reused_material,
    "altered-material": altered_material,
    "local-rule": local_rule,
}
