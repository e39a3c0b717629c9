"""The questions that lead to a row: each way ends at one, and every row of results is reached."""

from __future__ import annotations

import pytest

from model.form.form import FormFault, editions, load_form, read_form
from tests.model.form.test_form import change

ROW = {"words": "是", "row": "requests.granted", "why": "给了"}


@pytest.mark.parametrize("edition", editions())
def test_every_row_of_results_is_reached_in_the_official_editions(edition):
    form = load_form(edition)
    total = next(total for total in form.totals if total.id == "handled")
    results = {name.rpartition(".")[0] for name in total.addends}
    assert results <= form.guide.rows


@pytest.mark.parametrize(
    ("answers", "row"),
    [
        ([0, 0], "requests.granted"),
        ([0, 2], "requests.partly_granted"),
        ([0, 3, 0, 5], "requests.denied_deliberative"),
        ([0, 3, 1, 3], "requests.other_not_corrected"),
        ([0, 3, 2, 0], "requests.unprocessed_petition"),
        ([0, 3, 3, 1], "requests.other_fee_unpaid"),
        ([1], "requests.carried_out"),
    ],
)
def test_answers_lead_to_the_row(form, answers, row):
    question = form.guide.first
    for number in answers[:-1]:
        question = form.guide.questions[question.answers[number].next]
    last = question.answers[answers[-1]]
    assert last.row == row and last.why


@pytest.mark.parametrize(
    ("guide", "place"),
    [
        ([5], "第 1 个 [[guide]] 不是一个表"),
        ([{"key": "a", "question": "？", "answers": []}], "answers"),
        ([{"key": "a", "question": "？", "answers": [{"words": "是"}]}], "“是”要有 next"),
        ([{"key": "a", "question": "？", "answers": [{**ROW, "next": "a"}]}], "“是”要有 next"),
        ([{"key": "a", "question": "？", "answers": [{**ROW, "row": "requests.given"}]}], "“requests.given”"),
        ([{"key": "a", "question": "？", "answers": [{"words": "是", "row": "requests.granted"}]}], "why"),
        ([{"key": "a", "question": "？", "answers": [{"words": "是", "next": "b"}]}], "“b”"),
        ([{"key": "a", "question": "？", "answers": [{"words": "是", "next": "a"}]}], "“a”"),
        ([{"key": "a", "question": "？", "answers": [ROW]}] * 2, "“a” 用了两次"),
        ([{"key": "a", "question": "？", "answers": [ROW], "advice": "问人。"}], "advice"),
        ([{"key": key, "question": "？", "answers": [ROW]} for key in "ab"], "“b”没有一个回答走得到"),
        ([{"key": "a", "question": "？", "answers": [ROW], "hint": "x"}], "“hint”"),
    ],
)
def test_a_guide_that_leads_astray_is_refused_with_file_and_place(guide, place):
    with pytest.raises(FormFault) as fault:
        read_form(change(["guide"], guide), "2021.toml")
    assert "2021.toml" in str(fault.value) and place in str(fault.value)


@pytest.mark.parametrize("edition", editions())
def test_every_question_with_a_list_has_an_answer_for_who_is_not_sure(edition):
    guide = load_form(edition).guide
    for question in guide.questions.values():
        if len(question.answers) > 2:
            assert guide.questions[question.answers[-1].next].advice
