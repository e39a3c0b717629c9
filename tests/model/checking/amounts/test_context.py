"""What holds in a sentence, in and behind brackets."""

from __future__ import annotations

from model.checking.amounts.context import Context


def test_what_was_said_in_brackets_does_not_hold_behind_them():
    state = Context(0, "requests", (("received",),))
    state.step(1)
    state.rows = (("carried_in",),)
    state.step(2)
    state.section = "disputes"
    state.step(0)
    assert (state.section, state.rows) == ("requests", (("received",),))
