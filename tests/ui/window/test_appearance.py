"""The zoom and the colour schemes."""

from __future__ import annotations

from tests.clerk import shortcut


def test_everything_grows_and_shrinks_and_changes_its_colours(window, settings):
    window.workspace.open_actions.show_example()
    high = window.fontMetrics().height()
    shortcut(window, "Ctrl++")
    assert window.fontMetrics().height() > high
    shortcut(window, "Ctrl+-")
    shortcut(window, "Ctrl+-")
    assert window.fontMetrics().height() < high
    assert settings.scale == 90
    shortcut(window, "Ctrl+0")
    window.appearance.choose_look("dark")
    assert window.palette().window().color().lightness() < 60
    window.appearance.choose_look("light")


def test_the_chosen_look_is_shown_as_chosen(window, settings):
    def chosen() -> list[str]:
        return [look for look, action in window.appearance.looks.items() if action.isChecked()]

    assert chosen() == ["system"]
    window.appearance.looks["dark"].trigger()
    assert chosen() == ["dark"] == [settings.look]
    assert window.palette().window().color().lightness() < 60
    window.appearance.choose_look("light")
    assert chosen() == ["light"]
