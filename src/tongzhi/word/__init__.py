"""The only place that knows Word's XML."""
