"""The words of a sentence that answer."""
