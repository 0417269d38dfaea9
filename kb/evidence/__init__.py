"""Sentences weighed as evidence: what speaks for each, the trained reader's verdict, and when to refuse."""
