"""How claims are put together: predicates, their parts and roles, what nouns state, and how sure a claim is."""
