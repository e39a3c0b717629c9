"""The button below a report that says what is still blank in it, and leads there."""

from __future__ import annotations

from collections.abc import Callable

from model.checking.open_places import open_places
from ui.basics.defaults import OPEN_PLACES_DELAY_MS, QUIET_MARGINS_PX
from ui.basics.fitting_button import FittingButton
from ui.basics.widgets import timer
from ui.document.open_document import OpenDocument


class OpenPlaces(FittingButton):
    """Follows a document when the typing pauses; a click calls `go_to` with the name of the first place."""

    def __init__(self, document: OpenDocument, go_to: Callable[[str], object]) -> None:
        super().__init__("quiet", QUIET_MARGINS_PX)
        self._document, self._go_to = document, go_to
        self._first = ""
        self._pause = timer(self, OPEN_PLACES_DELAY_MS, self._show)
        # A lambda: start() would take the argument of `changed` for an interval.
        document.changed.connect(lambda: self._pause.start())
        self.clicked.connect(self._go)
        self._show()

    def _fit(self) -> None:
        """Reimplemented to keep room for the fewest words, whatever else the line says for a while."""
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._choice[-1]) + self._margins_px)
        super()._fit()

    def _go(self) -> None:
        if self._first:
            self._go_to(self._first)

    def _show(self) -> None:
        places = open_places(self._document.report)
        self._first = places[0].first if places else ""
        what = "没填好" if self._document.report.unfinished else "未填"
        words = [f"{place.tab}：{place.words}" for place in places]
        more = [f"　等 {len(words)} 处" if count < len(words) else "" for count in range(len(words) + 1)]
        said = [f"{what} — {'　'.join(words[:count])}{more[count]}" for count in range(len(words), 0, -1)]
        every = "　".join(words)
        tip = f"{every}\n点一下，到第一个{what}的地方" if places else ""
        self.say([*said, f"{what} {len(words)} 处"] if places else ["全部填好了。"], tip)
