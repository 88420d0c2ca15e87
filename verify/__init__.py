"""Checks an article claim by claim, and shows the evidence."""
