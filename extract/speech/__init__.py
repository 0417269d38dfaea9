"""How speech is found: quotation marks, words that report, who speaks, and which cue belongs to which words."""
