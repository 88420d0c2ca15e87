"""Faithful local servers: each speaks one protocol as its documentation describes it."""
