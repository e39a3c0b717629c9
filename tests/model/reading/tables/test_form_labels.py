"""Which row or column of the form the words in a document mean."""

from __future__ import annotations

import pytest

from model.form.form import load_form
from model.reading.tables.edition_labels import labels_among
from model.reading.tables.form_labels import CERTAIN, FormLabels

FORMS = [load_form("2019"), load_form("2021")]


@pytest.fixture
def labels() -> FormLabels:
    return labels_among(FORMS[1], FORMS)


def rows(labels: FormLabels, text: str) -> list[str]:
    return [f"{row.section}.{row.row}" for row in labels.rows_like(text)[1]]


@pytest.mark.parametrize("edition", range(2))
def test_every_printed_label_means_its_own_row_for_certain(edition):
    labels = labels_among(FORMS[edition], FORMS)
    for row in labels.rows:
        sure, found = labels.rows_like(row.label)
        assert row in found
        assert sure < CERTAIN if len(found) > 1 else sure >= CERTAIN


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一、本年新收政府信息公开申请数量", "requests.received"),
        ("（一） 予 以 公 开", "requests.granted"),
        ("予以公开", "requests.granted"),
        ("行政许可数量", "disclosure.licences"),
        ("属于行政执法案卷", "requests.denied_enforcement_file"),
        ("（二）部分公开", "requests.partly_granted"),  # without the remark in brackets
        ("本年收政府信公开申请数量", "requests.received"),  # characters lost
        ("四、结转下年度继续", "requests.carried_out"),  # the rest of it cut off
        ("危及“三安全一稳定”", "requests.denied_security_stability"),
    ],
)  # fmt: skip
def test_a_label_is_known_however_it_is_written(labels, text, row):
    sure, found = labels.rows_like(text)
    assert [f"{one.section}.{one.row}" for one in found] == [row] and sure >= CERTAIN


@pytest.mark.parametrize("text", ["", "备注", "2021年", "总体情况良好", "公开"])
def test_words_that_are_no_label_mean_no_row_for_certain(labels, text):
    assert labels.rows_like(text)[0] < CERTAIN


def test_a_label_that_two_rows_could_have_is_not_certain(labels):
    sure, found = labels.rows_like("政府信息公开申请数量")
    assert len(found) > 1 and sure < CERTAIN


def test_a_heading_names_the_column_of_its_own_section(labels):
    assert labels.column("requests", "社会公益 组织") == "nonprofit"
    assert labels.column("disclosure", "本年收费金额（单位：万元）") == "amount"
    assert labels.column("disclosure", "社会公益组织") == labels.column("nowhere", "规章") == ""
