"""Names compared: which names may be the same, how alike they are and why. Knows no database."""
