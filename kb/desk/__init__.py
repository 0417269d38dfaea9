"""The citation desk: lists of cited words that people keep, bundles that prove themselves, dossiers."""
