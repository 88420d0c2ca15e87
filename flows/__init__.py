"""Prefect lives here and nowhere else: flows over the same pipeline, and what runs them."""
