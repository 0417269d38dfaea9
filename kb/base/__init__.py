"""What the base is made of: the SQLite file, its schema, its rows, and what is read from and written to it."""
