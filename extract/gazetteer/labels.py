"""What a place may be, as in `types.MENTION_LABELS`."""

from __future__ import annotations

CITY, REGION, COUNTRY, PLACE = "CITY", "REGION", "COUNTRY", "PLACE"
