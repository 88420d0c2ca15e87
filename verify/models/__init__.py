"""The only room that loads weights: embedder, stance, check-worthiness."""
