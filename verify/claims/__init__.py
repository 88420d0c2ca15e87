"""Article → sentences → claims, by rules alone: no model is loaded here."""

from verify.claims.extract import extract_claims
from verify.claims.sentences import split_sentences

__all__ = ["extract_claims", "split_sentences"]
