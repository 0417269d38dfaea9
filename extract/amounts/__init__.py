"""How figures are read: number words and digits, units, ranges, rates, what they count and what they measure."""
