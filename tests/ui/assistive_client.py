"""What a screen reader gets: run by the system's Python, which has gi; prints one JSON object a line.

First all objects of the application of that name; then, until it is ended, every event that a screen reader listens to."""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = (
    "object:state-changed:focused",
    "object:text-changed",
    "object:announcement",
    "object:property-change:accessible-description",
)
STATES = ("FOCUSED", "FOCUSABLE", "EDITABLE", "READ_ONLY", "SELECTED")


def application(name, patience=20.0):
    """The application of that name, waited for."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(place)
            if found and found.get_name() == name:
                return found
        time.sleep(0.1)
    sys.exit(f"no application {name}")


def told(thing):
    """What there is to know of one object."""
    states = thing.get_state_set()
    cell, text = thing.get_table_cell(), thing.get_text_iface() if "Text" in thing.get_interfaces() else None
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name(),
        "description": thing.get_description(),
        "text": Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else None,
        "states": [state for state in STATES if states.contains(getattr(Atspi.StateType, state))],
        "place": list(Atspi.TableCell.get_position(cell)[1:]) if cell else None,
        "row": [one.get_name() for one in Atspi.TableCell.get_row_header_cells(cell)] if cell else [],
        "column": [one.get_name() for one in Atspi.TableCell.get_column_header_cells(cell)] if cell else [],
    }


def walk(thing, depth=0):
    """Prints an object and all that is in it, with its depth."""
    say(told(thing) | {"depth": depth})
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child:
            walk(child, depth + 1)


def say(line):
    """Prints one line at once."""
    print(json.dumps(line, ensure_ascii=False), flush=True)


def heard(event):
    """Prints an event, with what it is about."""
    words = event.any_data if isinstance(event.any_data, str) else ""
    try:
        about = told(event.source)
    except GLib.Error:  # gone already
        about = {}
    say({"event": event.type, "words": words, "detail": event.detail1} | about)


listener = Atspi.EventListener.new(heard)
for kind in EVENTS:
    listener.register(kind)
walk(application(sys.argv[1]))
say({"event": "ready"})
Atspi.event_main()
