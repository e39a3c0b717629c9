"""The figures behind the window in one place: times, sizes and counts that a maintainer may want to change.

None of them is stored; what the user chooses is in settings.py. Other figures stand in the module that they belong to: how
often the work is saved in ui/document/autosave.py, how long versions are kept in model/files/history.py, and recovery
copies in model/draft/recovery_copy.py."""

from __future__ import annotations

PROGRAM_NAME = "政府信息公开年报"

# The watch on the draft's file.
FILE_WATCH_INTERVAL_MS = 2000

# How long messages stay.
STATUS_MESSAGE_MS = 6000
REFUSAL_MESSAGE_MS = 8000

# How long after a field has lost the focus it is asked about: long enough for the click that took it.
FOCUS_QUESTION_DELAY_MS = 50

# Work that waits until the typing pauses; it then takes turns with the window.
OPEN_PLACES_DELAY_MS = 150
LETTERS_INTERVAL_MS = 30  # between two looks at whether the faces have been looked through
TEXT_CHECKS_DELAY_MS = 250
COMPARISON_DELAY_MS = 250
MOST_LETTERS_TRIED = 20_000  # of a report's texts, up to which what a finding proposes is tried before it is offered
TURN_S = 0.02
PREVIEW_LOOK_INTERVAL_MS = 5  # between two looks at what the preview's thread has done, while it works
PREVIEW_LONGEST_REST_S = (
    0.5  # a report that was set rests as long as it took before the next one, so that typing goes first
)

# What is kept and listed.
MOST_RECENT_FILES = 8
MOST_ERROR_REPORTS = 20

# Sizes on the screen.
FONT_SIZE_POINTS = 11
ICON_SIZE_PX = 20  # at 100 %
BUTTON_ICON_SIZE_PX = 16
ZOOM_STEPS_PERCENT = (80, 90, 100, 110, 125, 150, 175, 200)
WINDOW_SIZE_PX = (1180, 760)
WINDOW_FRAME_PX = (16, 40)  # what a desktop puts around it, about
DIALOG_SIZE_PX = (1080, 640)  # without a parent; otherwise a share of its size
DIALOG_SHARE = 0.9
FINDINGS_PANEL_HEIGHT_PX, FINDINGS_PANEL_SHARE = 190, 0.4  # whichever is less
# Where there is room for the widest table and the panel side by side, in Chinese characters.
FINDINGS_BESIDE_FROM_CHARACTERS, FINDINGS_PANEL_WIDTH_CHARACTERS = 116, 34
# Where the panel below the table would leave it less than 8 rows of numbers, in lines of text.
FINDINGS_FOLDED_BELOW_LINES = 32
# Where there is room for a column of text and a page side by side; less, and one takes the other's place.
PREVIEW_BESIDE_FROM_CHARACTERS, PREVIEW_FORM_SHARE_PERCENT = 96, 58
QUIET_MARGINS_PX = 14  # of a button without a border, as in the style sheet
LEAST_LIST_HEIGHT_PX = 48  # of tables and lists that scroll, in a low window
