"""Theme, widgets, fields and settings.

The first of the window's packages that is loaded, and so the place to have the others loaded quickly: PySide has a hook in
imports, which reads the source of every module for features that none here uses, and Python looks for what can go too often."""

import builtins
import gc

import PySide6  # noqa: F401  # with its hook

COLLECTED_AFTER = 20_000  # new objects; with Python's 700 each few modules cost a collection

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
gc.set_threshold(COLLECTED_AFTER)
