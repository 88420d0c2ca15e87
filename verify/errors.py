"""Everything that this program may fail with, each with a line a reader can act on."""

from __future__ import annotations


class VerifyError(Exception):
    """Base of our own errors. `str(error)` is one line: what is wrong, and what to do.

    `status` is the exit status the command line gives when the error ends a run.
    """

    status = 1


class UsageError(VerifyError):
    """The command was called with arguments that cannot work."""

    status = 2


class ConfigError(VerifyError):
    """The configuration cannot be used: a typo, a missing key, a wrong value."""

    status = 2


class ArticleError(VerifyError):
    """The article could not be read."""

    status = 3


class NoSourceError(VerifyError):
    """Not one configured source could be asked."""

    status = 4


class FetchError(VerifyError):
    """A request did not bring a usable answer.

    `reason` is one of `verify.types.Reason`; the pipeline turns it into a Gap.
    """

    def __init__(self, reason: str, detail: str, *, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.retry_after = retry_after


class SourceError(VerifyError):
    """A source answered with something that its protocol calls an error.

    `reason` is one of `verify.types.Reason`, as for FetchError.
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class ModelError(VerifyError):
    """A model file is missing, damaged or of another make than its card says."""


class ArchiveError(VerifyError):
    """The archive cannot be read or written, or a record does not match its hash."""


class StoreError(VerifyError):
    """The database of runs and reviews cannot be read or written."""


class ReviewError(VerifyError):
    """A reviewer's edit could not be understood; the line number is in the message."""
