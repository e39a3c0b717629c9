"""The one kind of error that a person is told about."""


class Fault(Exception):
    """Something a person can act on; its text is a Chinese sentence saying what is wrong, where, and what to do."""


class DraftFault(Fault):
    """A draft that cannot be used; the sentence says where in it and what to do, without the file's name."""
