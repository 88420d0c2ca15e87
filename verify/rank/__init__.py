"""Documents into passages, passages into an order worth reading."""

from verify.rank.fuse import Ranker, reciprocal_rank_fusion
from verify.rank.passages import passages

__all__ = ["Ranker", "passages", "reciprocal_rank_fusion"]
