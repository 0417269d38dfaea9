"""The steps of the schema, one a file, each as it was released."""
