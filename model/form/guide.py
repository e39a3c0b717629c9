"""The questions that lead to a row of the form, as an edition file has them under [[guide]]."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.form.section import Misplaced, list_of, refuse_unknown, text_of


@dataclass(frozen=True)
class Answer:
    """An answer in words, which leads to another question, by its key, or to a row ("section.row"), and then says why."""

    words: str
    next: str = ""
    row: str = ""
    why: str = ""


@dataclass(frozen=True)
class Question:
    """A question and its answers; one without answers is where the guide ends in `advice` instead of a row."""

    key: str
    question: str
    answers: tuple[Answer, ...]
    advice: str = ""


@dataclass(frozen=True)
class Guide:
    """The questions by key; the first is asked first. Every answer leads on, and in the end to a row or to advice."""

    questions: Mapping[str, Question]

    @property
    def first(self) -> Question | None:
        """The question that is asked first, None if the edition has no guide."""
        return next(iter(self.questions.values()), None)

    @property
    def rows(self) -> frozenset[str]:
        """The rows that the answers lead to."""
        return frozenset(answer.row for one in self.questions.values() for answer in one.answers if answer.row)


def read_guide(entries: Sequence[Any], rows: Collection[str]) -> Guide:
    """Return the questions of an edition file, whose tables have these rows. Raises Misplaced."""
    found: dict[str, Question] = {}
    for number, entry in enumerate(entries, 1):
        question = _read_question(entry, f"第 {number} 个 [[guide]] 的 ", rows)
        if question.key in found:
            raise Misplaced(f"[[guide]] 的 key “{question.key}” 用了两次")
        found[question.key] = question
    _refuse_ways_astray(found)
    return Guide(found)


def _read_question(entry: Any, place: str, rows: Collection[str]) -> Question:
    refuse_unknown(entry, ("key", "question", "answers", "advice"), place)
    if "advice" in entry and "answers" not in entry:
        key, question, advice = (text_of(entry, name, place) for name in ("key", "question", "advice"))
        return Question(key, question, (), advice)
    answers = tuple(_read_answer(answer, f"{place}answers 里的", rows) for answer in list_of(entry, "answers", place))
    if not answers:
        raise Misplaced(f"{place}answers 里一个回答也没有")
    if "advice" in entry:
        raise Misplaced(f"{place}advice（怎么办）和 answers 只能有一个")
    return Question(text_of(entry, "key", place), text_of(entry, "question", place), answers)


def _read_answer(entry: Any, place: str, rows: Collection[str]) -> Answer:
    refuse_unknown(entry, ("words", "next", "row", "why"), place, f"{place}回答不是一个表")
    words = text_of(entry, "words", place)
    if ("next" in entry) == ("row" in entry):
        raise Misplaced(f"{place}“{words}”要有 next（下一个问题）或者 row（哪一行），只写一个")
    if "next" in entry:
        return Answer(words, next=text_of(entry, "next", place))
    if (row := text_of(entry, "row", place)) not in rows:
        raise Misplaced(f"{place}“{words}”所指的“{row}”不是表中的一行")
    return Answer(words, row=row, why=text_of(entry, "why", place))


def _refuse_ways_astray(questions: Mapping[str, Question]) -> None:
    """Refuse answers that lead to no question or back to one that was asked, and questions that nothing leads to."""
    reached: set[str] = set()
    ways: list[tuple[str, ...]] = [(key,) for key in [*questions][:1]]
    while ways:
        way = ways.pop()
        reached.add(way[-1])
        for answer in questions[way[-1]].answers:
            if answer.next and (answer.next not in questions or answer.next in way):
                raise Misplaced(f"[[guide]] “{way[-1]}”的回答“{answer.words}”所指的“{answer.next}”走不到哪一行")
            ways += [(*way, answer.next)] if answer.next else []
    for key in questions:
        if key not in reached:
            raise Misplaced(f"[[guide]] “{key}”没有一个回答走得到")
