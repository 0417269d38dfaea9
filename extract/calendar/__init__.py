"""How dates and periods are read: their words, the rules that give each its bounds, and dates that need context."""
