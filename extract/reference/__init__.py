"""Rooms of `extract/coreference.py`: pronouns and descriptions, and the mention that each stands for."""
