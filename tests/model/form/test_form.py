"""The form as data."""

from __future__ import annotations

import contextlib
import copy
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.form.form import FORMS, FormFault, editions, load_form, read_form
from tests.samples import SHARED

OURS = ("print", "role", "roles", "title", "advice")  # what the official data do not say


def edition_2021() -> dict:
    return tomllib.loads((FORMS / "2021.toml").read_text(encoding="utf-8"))


def test_both_editions_load():
    assert editions() == ["2019", "2021"]
    assert len(load_form("2021").cells) == 200
    assert len(load_form("2019").cells) == 198


def test_a_cell_is_called_by_its_printed_labels(form):
    assert form.label("requests.carried_out.natural") == "三、依申请公开 · 四、结转下年度继续办理 · 自然人"
    assert form.label("disputes.review.upheld") == "四、复议诉讼 · 行政复议 · 结果维持"
    assert form.label("disclosure.fees.amount") == "二、主动公开 · 行政事业性收费"


def test_every_cell_has_a_label_of_its_own():
    for edition in editions():
        form = load_form(edition)
        labels = [form.label(name) for name in form.cells]
        assert len(set(labels)) == len(labels)


def test_totals_are_not_for_typing(form):
    assert not form.cells["requests.handled.natural"].is_input
    assert not form.cells["requests.received.total"].is_input
    assert form.cells["requests.received.natural"].is_input


def test_the_grids_are_those_of_the_official_form():
    if not SHARED.exists():
        pytest.skip("the official data is not here")
    for edition in editions():
        official = tomllib.loads((SHARED / "form" / f"{edition}.toml").read_text(encoding="utf-8"))
        ours = tomllib.loads((FORMS / f"{edition}.toml").read_text(encoding="utf-8"))
        for entry in [entry for kind in ours.values() if isinstance(kind, list) for entry in kind]:
            for key in OURS:
                entry.pop(key, None)
        assert {key: ours[key] for key in official} == official  # ours says more: usual relations, what texts mention


def change(path: list, value: object) -> dict:
    data = copy.deepcopy(edition_2021())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["title"], "年度报告", "title"),
        (["edition"], 2021, "edition"),
        (["section"], [], "[[section]]"),
        (["section", 1, "key"], "overview", "overview"),
        (["section", 1, "key"], "contact", "contact"),
        (["section", 0, "tab"], None, "第 1 个 [[section]] 的 tab"),
        (["section", 1, "grid", 2], ["规章", "=a"], "“disclosure”的 grid 第 3 行"),
        (["section", 1, "grid", 2, 0], "<", "第 3 行第 1 格"),
        (["section", 1, "grid", 0, 0], "^", "第 1 行第 1 格"),
        (["section", 1, "grid", 3, 1], "=regulations", "第 4 行第 2 格"),
        (["section", 1, "grid", 3, 1], "=", "第 4 行第 2 格"),
        (["section", 1, "decimals"], ["fees.count"], "fees.count"),
        (["section", 1, "print"], {"widths": [1, 2]}, "print.widths"),
        (["total", 0, "cell"], "requests.*.sum", "requests.*.sum"),
        (["total", 0, "sum"], ["natural", "nobody"], "nobody"),
        (["total", 0, "sum"], ["natural", "total"], "绕回"),
        (["balance", 0, "left"], ["requests.received"], "requests.received"),
        (["carry", 0, "severity"], "fatal", "fatal"),
        (["carry", 1, "plus"], 5, "plus"),
        (["carry", 0, "last"], "requests.carried_out.natural", "两边"),
        (["section", 1, "columns"], 5, "columns"),
        (["section", 1, "decimals"], 5, "decimals"),
        (["section", 1, "print"], 5, "print"),
        (["section", 1, "print"], {"widths": 5}, "print.widths"),
        (["section", 2, "role"], "petitions", "“requests”的 role “petitions”"),
        (["section", 0, "role"], "disclosure", "role “disclosure” 用了两次"),
        (["section", 2, "roles", "sent_back"], "received", "“requests”的 roles 里的“sent_back”"),
        (["section", 2, "roles", "received"], "recieved", "“recieved”"),
        (["section", 2, "roles", "refused"], "（三）不公开", "“（三）不公开”"),
        (["section", 2, "roles", "received"], [], "“received”"),
        (["section", 2, "was"], {"recieved": "incoming"}, "“requests”的 was 里的“recieved”"),
        (["section", 2, "was"], {"received": []}, "“requests”的 was 里的“received”"),
        (["section", 2, "rolls"], {}, "第 3 个 [[section]] 的 “rolls”"),
        (["at_most"], [{}], "at_most"),
        (["carry", 0, "title"], "", "第 1 个 [[carry]] 的 title"),
        (["zero", 0, "advice"], None, "第 1 个 [[zero]] 的 advice"),
        (["mention", 1, "title"], "另一个", "missing-text"),
        (["balance", 0, "sign"], "<>", "第 1 个 [[balance]] 的 sign"),
        (["carry", 1, "pluss"], ["issued"], "第 2 个 [[carry]] 里的“pluss”"),
        (["writing", 0], 5, "第 1 个 [[writing]]"),
        (["title"], "{unit}{year}年{month}月", "花括号"),
        (["section", 0, "heading"], "一、\x01总体情况", "“一、□总体情况”里有控制字符"),
        (["section", 0, "heading"], "六、其他需要报告的事项", "heading “六、其他需要报告的事项” 用了两次"),
        (["section", 0, "key"], "over.view", "第 1 个 [[section]] 的 key “over.view”"),
        (["section", 0, "columns"], ["issued"], "第 1 个 [[section]] 的 “columns”"),
        (["section", 1, "parts"], ["主动公开"], "第 2 个 [[section]] 的 “parts”"),
        (["section", 1, "columns", 1], "iss.ued", "第 3 行第 2 格“=regulations”的行名“regulations”和列名“iss.ued”"),
        (["section", 1, "grid", 7, 1], "=lic ences.decisions", "“lic ences”"),
        (["section", 1, "print"], {"row_heights": 350}, "“disclosure”的 print 里的“row_heights”"),
        (["section", 2, "roles", "received"], "", "“received”"),
    ],
)
def test_a_malformed_edition_is_refused_with_the_place(path, value, place):
    with pytest.raises(FormFault) as fault:
        read_form(change(path, value), "2021.toml")
    assert "2021.toml" in str(fault.value)
    assert place in str(fault.value)


def paths(value: object, path: tuple = ()) -> list[tuple]:
    """The way to every value of an edition's data."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [way for key, item in inside for way in paths(item, (*path, key))]


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_value_of_a_wrong_kind_brings_the_reader_down(data):
    path = data.draw(st.sampled_from(paths(edition_2021())))
    value = data.draw(st.sampled_from([None, 5, 1.5, True, "", "x", [], [5], {}, {"a": 1}, [["x"]], [{}]]))
    with contextlib.suppress(FormFault):
        read_form(change(list(path), value), "2021.toml")


def test_a_broken_edition_file_is_refused_by_name(tmp_path):
    (tmp_path / "2030.toml").write_text("edition = \n", encoding="utf-8")
    with pytest.raises(FormFault, match=r"2030\.toml"):
        load_form("2030", tmp_path)
    with pytest.raises(FormFault, match=r"2031\.toml"):
        load_form("2031", tmp_path)
    (tmp_path / "2032.toml").write_bytes((FORMS / "2021.toml").read_bytes())
    with pytest.raises(FormFault, match=r"2032\.toml.*“2021”"):
        load_form("2032", tmp_path)


def test_a_hidden_file_is_no_edition(tmp_path):
    for name in ("2021.toml", "._2021.toml", "~$2021.toml"):
        (tmp_path / name).write_bytes((FORMS / "2021.toml").read_bytes())
    assert editions(tmp_path) == ["2021"]
