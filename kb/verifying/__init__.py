"""A draft checked against a base: every figure, quote and claim supported, contradicted, misquoted or not found."""

from kb.verifying.records import VERDICTS, Difference, Finding, Statement
from kb.verifying.verdict import DraftUnreadable, verify

__all__ = ["VERDICTS", "Difference", "DraftUnreadable", "Finding", "Statement", "verify"]
