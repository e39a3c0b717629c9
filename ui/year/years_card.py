"""The card with the main numbers over the years: pictures, and the same in a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableWidget, QTableWidgetItem, QVBoxLayout

from model.years.main_numbers import Years
from ui.basics.widgets import SPACING_PX, button, label, row
from ui.year.years_picture import YearsPicture

KEY = "实心的是今年，斜线的是以前的年份；“—”是没有填。"


class YearsCard(QFrame):
    """Shows the numbers of two years or more."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.picture = YearsPicture()
        self.copy = button("复制图片", self.picture.copy, name="")
        self.table = QTableWidget()
        self.table.setAccessibleName("历年主要数")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)  # Tab goes on to what is behind the table
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        said = label(KEY, "faint")
        said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(SPACING_PX)
        layout.addLayout(row(label("历年主要数", "heading"), None, self.copy))
        layout.addWidget(self.picture)
        layout.addWidget(said)
        layout.addWidget(self.table)

    def show_years(self, years: Years) -> None:
        """Show these numbers, nothing at all if there is nothing to compare."""
        self.setVisible(bool(years.rows))
        self.picture.show_years(years)
        table = self.table
        table.setRowCount(len(years.rows))
        table.setColumnCount(len(years.years))
        table.setHorizontalHeaderLabels([f"{year}年" for year in years.years])
        table.setVerticalHeaderLabels([one.title for one in years.rows])
        for line, one in enumerate(years.rows):
            for column, shown in enumerate(one.shown):
                item = QTableWidgetItem(shown)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(line, column, item)
        table.resizeColumnsToContents()
        table.resizeRowsToContents()
        high = table.horizontalHeader().sizeHint().height() + sum(table.rowHeight(at) for at in range(len(years.rows)))
        wide = table.verticalHeader().sizeHint().width() + sum(table.columnWidth(at) for at in range(len(years.years)))
        table.setFixedHeight(high + 2 * table.frameWidth())
        table.setMaximumWidth(wide + 2 * table.frameWidth())
