"""The county's file in use: copied, gone by, missed when it is gone, and dropped."""

from __future__ import annotations

import pytest

from model.county.county import NO_COUNTY
from model.county.installed import choose_county, county_in_use, drop_county
from model.county.kept import COUNTY_FILE
from model.faults import Fault
from tests.model.county.files import EXAMPLE_COUNTY


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "程序"
    folder.mkdir()
    return folder


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "云溪县的要求.toml"
    path.write_bytes(EXAMPLE_COUNTY.read_bytes())
    return path


def test_it_is_copied_gone_by_and_dropped(own, sent):
    assert county_in_use(own) is NO_COUNTY
    assert choose_county(own, sent).name == "云溪县"
    sent.unlink()
    assert county_in_use(own).name == "云溪县"
    drop_county(own)
    assert county_in_use(own) is NO_COUNTY
    assert list((own / COUNTY_FILE.folder).iterdir()) == []


def test_a_bad_one_is_refused_by_its_name_and_the_one_before_stays(own, sent):
    bad = sent.with_name("坏的.toml")
    bad.write_bytes(b'county = "a"\nx = 1')
    with pytest.raises(Fault, match=r"“坏的\.toml”不能用作县里的要求。“x”本程序不认识"):
        choose_county(own, bad)
    assert not (own / COUNTY_FILE.folder).exists()
    choose_county(own, sent)
    with pytest.raises(Fault):
        choose_county(own, bad)
    with pytest.raises(Fault, match="找不到"):
        choose_county(own, bad.with_name("没有.toml"))
    assert county_in_use(own).name == "云溪县"


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"\xff")])
def test_one_that_got_lost_or_broken_is_told_with_what_to_do(own, sent, harm):
    choose_county(own, sent)
    harm(own / COUNTY_FILE.folder / COUNTY_FILE.copy)
    with pytest.raises(Fault, match=r"没有按县里的要求检查。.*检查 → 县里的要求…"):
        county_in_use(own)
    choose_county(own, sent)
    assert county_in_use(own).name == "云溪县"


def test_one_that_cannot_be_removed_is_told(own, sent, monkeypatch):
    choose_county(own, sent)
    monkeypatch.setattr("model.files.kept_copy.forget_file", lambda path: None)
    with pytest.raises(Fault, match="还在按县里的要求检查"):
        drop_county(own)
