"""Figures of different articles set side by side: the same thing or not, and if they differ, for what reason."""
