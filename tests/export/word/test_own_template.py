"""A county's own template: copied, used, missed when it is gone, and dropped."""

from __future__ import annotations

import pytest

from export.word.document import official_template
from export.word.own_template import COPY, FOLDER, choose_template, drop_template, template_in_use, template_name
from model.faults import Fault
from model.files.files import write_file
from model.files.kept_copy import NAMED
from tests.export.word.templates import changed


@pytest.fixture
def county(tmp_path):
    """A county's template on a stick."""
    path = tmp_path / "U盘" / "某县模板.docx"
    path.parent.mkdir()
    path.write_bytes(changed(lambda document: document.add_paragraph("某县")))
    return path


@pytest.fixture
def own(tmp_path):
    """The program's folder, not there yet."""
    return tmp_path / "程序"


def test_without_one_the_official_layout_is_used(own):
    assert template_name(own) == ""
    assert template_in_use(own) == ("", official_template())


def test_one_that_is_chosen_is_kept_and_can_be_dropped(own, county):
    data = county.read_bytes()
    choose_template(own, county)
    county.unlink()
    assert template_name(own) == "某县模板.docx"
    assert template_in_use(own) == ("某县模板.docx", data)
    drop_template(own)
    assert template_in_use(own) == ("", official_template())
    assert list((own / FOLDER).iterdir()) == []


def test_a_bad_one_is_refused_by_name_and_the_one_in_use_stays(own, county):
    choose_template(own, county)
    bad = county.with_name("坏的.docx")
    bad.write_bytes(b"PK")
    with pytest.raises(Fault, match="不能用作模板"):
        choose_template(own, bad)
    with pytest.raises(Fault, match="找不到"):
        choose_template(own, county.with_name("没有.docx"))
    assert template_name(own) == "某县模板.docx"
    assert template_in_use(own) == ("某县模板.docx", county.read_bytes())


@pytest.mark.parametrize("harm", [lambda copy: copy.write_bytes(b"PK"), lambda copy: copy.unlink()])
def test_one_that_became_unreadable_is_told_with_what_to_do(own, county, harm):
    choose_template(own, county)
    harm(own / FOLDER / COPY)
    with pytest.raises(Fault, match="不能用了") as told:
        template_in_use(own)
    assert "“某县模板.docx”" in str(told.value) and "恢复官方版式" in str(told.value)
    choose_template(own, county)
    assert template_in_use(own) == ("某县模板.docx", county.read_bytes())


@pytest.mark.parametrize("has_one", [False, True])
def test_one_whose_name_cannot_be_written_is_not_used_under_another_name(own, county, monkeypatch, has_one):
    if has_one:
        choose_template(own, county)
    before = template_in_use(own)
    other = county.with_name("市里的.docx")
    other.write_bytes(changed(lambda document: document.add_paragraph("某市")))

    def full(path, *rest):
        if path.name == NAMED:
            raise Fault("磁盘满了。")
        write_file(path, *rest)

    monkeypatch.setattr("model.files.kept_copy.write_file", full)
    with pytest.raises(Fault, match="磁盘满了"):
        choose_template(own, other)
    assert template_in_use(own) == before


def test_another_one_takes_its_place(own, county):
    choose_template(own, county)
    other = county.with_name("市里的.docx")
    other.write_bytes(official_template())
    choose_template(own, other)
    assert template_name(own) == "市里的.docx"
    assert template_in_use(own) == ("市里的.docx", official_template())
