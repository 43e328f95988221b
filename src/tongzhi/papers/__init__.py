"""One module per document type: a model and the name of its template."""
