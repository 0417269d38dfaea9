"""Which names are one entity: bearers, links, groups, and what people decided."""
