"""The one kind of error that a person is told about."""


class Fault(Exception):
    """Something a person can act on; its text is a Chinese sentence saying what is wrong, where, and what to do."""
