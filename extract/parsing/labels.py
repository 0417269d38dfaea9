"""The labels that the encoder predicts, in the order of its outputs."""

from __future__ import annotations

NAME_LABELS = ("PERSON", "ORG", "PLACE", "GROUP", "EVENT", "WORK", "PRODUCT")
NAME_TAGS = ("O", *(f"{prefix}-{label}" for label in NAME_LABELS for prefix in "BI"))
