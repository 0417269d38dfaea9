"""Words of questions and texts as they are compared: stems, phrases, spelling, yes and no."""
