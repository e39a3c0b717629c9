"""The tab 基本信息: unit, year, contact, opening paragraph and sign-off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6 import QtCore  # whose Qt, with all its enums, is loaded with the first key
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from model.checking.facts.level import level_told_by
from model.findings.finding import Finding
from model.findings.marks import counts_of, shown_at, stretches_of
from model.report.fact_labels import CONTACT_NAMES
from model.report.fact_values import fact_shown
from model.report.opening_paragraph import is_generated, opening_paragraph
from model.report.report import Unfinished, Value
from model.report.unfinished import reason_of, typed_value
from ui.basics.announcing import describe
from ui.basics.fields import PLACE_PROPERTY, Choice, LineField, mark_wrong
from ui.basics.scroll_page import ScrollPage
from ui.basics.text_field import TextField
from ui.basics.widgets import SPACING_PX, button, card, label, row
from ui.document.open_document import OpenDocument

LEVEL_WORDS = {
    "": "按单位名称判断", "township": "乡、镇", "subdistrict": "街道", "county": "县（市、区、旗）",
    "prefecture": "设区的市（州、盟）", "province": "省（自治区、直辖市）", "department": "政府部门",
}  # fmt: skip
UNTOLD = "看不出来，请选一个"
PLACEHOLDERS = {"unit": "（还没填，例：云溪县青禾镇人民政府）", "contact.office": "（还没填，例：党政办公室）"}


class FactsTab(ScrollPage):
    """The fields that belong to no section; they write every keystroke to the document."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self._lines: dict[str, LineField] = {}
        self._faults: dict[str, QLabel] = {}
        self._fields: list[QWidget] = []  # in the order in which Enter goes through them
        self._add_body()
        self._add_contact()
        self._add_opening()
        self._add_sign_off()
        self.column.addStretch(1)
        self._show(set(document.report.values) | {"unit", "opening"})
        document.changed.connect(self._show)
        document.findings_changed.connect(self._flag)
        if document.checked.findings:
            self._flag()

    def _add_body(self) -> None:
        fields = self._card("单位和年度")
        self._line(fields, 0, "unit", "单位名称（全称）")
        self._line(fields, 1, "year", "报告年度")
        self._level = Choice()
        for words in LEVEL_WORDS.values():
            self._level.addItem(words)
        self._level.activated.connect(self._choose_level)
        self._place(fields, 4, "level", "单位层级", self._level)

    def _add_contact(self) -> None:
        fields = self._card("联系方式")
        for number, (name, words) in enumerate(CONTACT_NAMES.items()):
            self._line(fields, number, name, words)

    def _add_opening(self) -> None:
        frame, layout = card()
        self.opening = TextField()
        self.opening.setAccessibleName("开头语")
        self.opening.setProperty(PLACE_PROPERTY, "opening")
        self._fields.append(self.opening)
        self.keep_cursor_visible(self.opening)
        self.opening.refused.connect(self._document.refused)
        self.opening.typed.connect(lambda text: self._set("opening", text or None, "修改开头语"))
        self.generate = button("按以上信息生成", self._generate, "write")
        self.generate.setProperty(PLACE_PROPERTY, "opening")
        self._opening_count, self._opening_found = label("", "faint"), label("", "warn")
        layout.addLayout(
            row(
                label("开头语（印在“一”之前）", "heading"),
                None,
                self._opening_found,
                self._opening_count,
                self.generate,
            )
        )
        layout.addWidget(self.opening)
        self.column.addWidget(frame)

    def _add_sign_off(self) -> None:
        fields = self._card("落款")
        self._line(fields, 0, "signoff.date", "成文日期")
        self.today = button("今天", self._today)
        self.today.setAccessibleName("成文日期写今天")
        self.today.setProperty(PLACE_PROPERTY, "signoff.date")
        fields.addWidget(self.today, 0, 2)
        self._seal = QCheckBox("加盖印章（日期右空四字，单位名称居中在日期之上）")
        self._seal.clicked.connect(lambda on: self._set("signoff.seal", on or None, "修改盖章"))
        self._fields.append(self._seal)
        self._seal.setProperty(PLACE_PROPERTY, "signoff.seal")
        fields.addWidget(self._seal, 2, 1)

    def _flag(self) -> None:
        findings = self._document.checked.findings
        self.opening.flag(stretches_of(findings, "opening"))
        self._opening_found.setText(flag_of(findings, "opening"))
        for name, field in self._lines.items():
            own = [one for one in findings if name in shown_at(one)]
            field.flag(flag_of(findings, name), "\n".join(one.message for one in own))

    def _card(self, title: str) -> QGridLayout:
        frame, layout = card()
        layout.addWidget(label(title, "heading"))
        fields = QGridLayout()
        fields.setHorizontalSpacing(SPACING_PX)
        fields.setVerticalSpacing(SPACING_PX)
        fields.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("国" * 8))
        fields.setColumnStretch(1, 1)
        layout.addLayout(fields)
        self.column.addWidget(frame)
        return fields

    def _line(self, fields: QGridLayout, number: int, name: str, words: str) -> None:
        field = LineField()
        field.setPlaceholderText(PLACEHOLDERS.get(name, ""))
        field.typed.connect(lambda text: self._typed(name, words, text))
        field.editingFinished.connect(lambda: self._tidy(name))
        self._lines[name] = field
        self._place(fields, 2 * number, name, words, field)  # every other row is for the message under a field
        self._faults[name] = self._fault_label(name)
        fields.addWidget(self._faults[name], 2 * number + 1, 1)

    def _fault_label(self, name: str) -> QLabel:
        """Return the label for the message under a field.

        Where one may come its room is kept free, so that nothing moves."""
        made = label("", "wrong")
        made.setWordWrap(True)
        kept = made.sizePolicy()
        kept.setRetainSizeWhenHidden(isinstance(typed_value(self._document.report.form, name, "?"), Unfinished))
        made.setSizePolicy(kept)
        made.hide()
        return made

    def _place(self, fields: QGridLayout, number: int, name: str, words: str, field: QWidget) -> None:
        title = label(words)
        title.setBuddy(field)
        field.setObjectName(name)
        field.setProperty(PLACE_PROPERTY, name)
        field.setAccessibleName(words)
        self._fields.append(field)
        fields.addWidget(title, number, 0)
        fields.addWidget(field, number, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reimplemented to go to the next field with Enter as with Tab, from the last to none."""
        keys = QtCore.Qt.Key
        fields = self._fields
        if event.key() in (keys.Key_Return, keys.Key_Enter) and (here := self.focusWidget()) in fields:
            following = fields[fields.index(here) + 1 :]
            if following:
                following[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)  # by which a line is selected
                self.show_cursor()
        else:
            super().keyPressEvent(event)

    # From the field to the document.

    def _set(self, name: str, value: Value | None, words: str) -> None:
        self._document.edit({name: value}, words, merge=name)

    def _typed(self, name: str, words: str, text: str) -> None:
        self._set(name, typed_value(self._document.report.form, name, text), f"修改{words}")

    def _tidy(self, name: str) -> None:
        """Show a value as it will be printed."""
        self._lines[name].show_text(fact_shown(self._document.report.values.get(name)))

    def _mark(self, name: str, value: Value | None) -> None:
        """Show under a field why its content is no valid value, or nothing if it is one."""
        form = self._document.report.form
        fault = reason_of(form, name, value.text) if isinstance(value, Unfinished) else ""
        mark_wrong(self._lines[name], bool(fault))
        self._faults[name].setText(fault)
        self._faults[name].setVisible(bool(fault))
        describe(self._lines[name], fault)

    def _choose_level(self, index: int) -> None:
        self._document.edit({"level": list(LEVEL_WORDS)[index] or None}, "修改单位层级")

    def _generate(self) -> None:
        if "year" in self._document.report.unfinished:
            self.go_to("year")
            return
        report = self._document.report
        now, generated = report.text("opening"), opening_paragraph(report)
        if now.strip() and not is_generated(report, now) and not self._may_replace(now, generated):
            return
        self._document.edit({"opening": generated}, "生成开头语")
        self.show_field(self.opening)  # which the button may be far above

    def _may_replace(self, now: str, generated: str) -> bool:
        from ui.dialogs.opening_dialog import may_replace_opening

        return bool(self._document.read_only) or may_replace_opening(self, now, generated)

    def _today(self) -> None:
        self._document.edit({"signoff.date": date.today()}, "修改成文日期")

    @property
    def _named(self) -> dict[str, QWidget]:
        """All fields, by name."""
        chosen: dict[str, QWidget] = {"level": self._level, "opening": self.opening, "signoff.seal": self._seal}
        return {**self._lines, **chosen}

    @property
    def place(self) -> str:
        """The name of the field with the cursor, or whose button has it; of the first if none has."""
        focused = self.focusWidget()
        name = focused.property(PLACE_PROPERTY) if focused else None
        return name if isinstance(name, str) else next(iter(self._lines))

    def go_to(self, name: str, start: int = 0, length: int = 0) -> None:
        """Move the cursor to the field of that name.

        In the opening paragraph, select `length` characters from `start`."""
        if field := self._named.get(name):
            field.setFocus()
            self.show_cursor()
        if start or length:
            self.opening.select(start, length)

    def show_change(self, names: set[str]) -> None:
        """Scroll to the first of the fields."""
        changed = [field for name, field in self._named.items() if name in names]
        if changed:
            self.show_changed(changed[0])

    # From the document to the field.

    def _show(self, names: set[str]) -> None:
        report = self._document.report
        for name in names & self._lines.keys():
            value = report.values.get(name)
            # The field being typed into already has the value, in the notation of the user.
            if typed_value(report.form, name, self._lines[name].text()) != value:
                self._lines[name].show_text(fact_shown(value))
            self._mark(name, value)
        if "opening" in names:
            self.opening.show_text(report.text("opening"))
            self._opening_count.setText(f"{character_count(report.text('opening'))} 字")
        if "unit" in names:
            told = LEVEL_WORDS[level_told_by(report.unit)] if level_told_by(report.unit) else UNTOLD
            self._level.setItemText(0, f"{LEVEL_WORDS['']}：{told}" if report.unit else LEVEL_WORDS[""])
        if "level" in names:
            level = report.text("level")
            self._level.setCurrentIndex(list(LEVEL_WORDS).index(level) if level in LEVEL_WORDS else -1)
        self._seal.setChecked(report.sealed)


def flag_of(findings: Iterable[Finding], name: str) -> str:
    """Return the counts of the findings that mark a field, such as ▲2; "" for none."""
    return counts_of(one for one in findings if name in shown_at(one))


def character_count(text: str) -> int:
    """Return the number of characters of a text without white space."""
    return len("".join(text.split()))
