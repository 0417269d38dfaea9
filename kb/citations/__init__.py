"""Citations in the formats of other programs: one file a format, over one record, `kb.citations.entry.Entry`."""
