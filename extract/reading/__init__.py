"""How files become articles: which files of a folder, their letters, language, date and metadata."""
