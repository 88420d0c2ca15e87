"""Article → sentences → claims, by rules alone: no model is loaded here."""

from verify.claims.extract import extract_claims
from verify.claims.sentences import sentences_of, split_sentences

__all__ = ["extract_claims", "sentences_of", "split_sentences"]
