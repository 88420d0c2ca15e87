"""Reviewers' decisions: read from the Markdown file, made in a page, kept for good."""
