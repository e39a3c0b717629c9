"""Personal data in texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.model.checking.reports import CLEAN, found, with_text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("申请人身份证号为110101199003071234。", 1),
        ("手机１３８１２３４５６７８。", 1),
        ("电话138-1234-5678。", 1),
        ("银行卡号6222021234567890123。", 1),
        ("申请人李建国要求公开征地补偿。", 1),
        ("村民王芳提出申请。", 1),
        ("申请人家住云溪县青禾镇稻香村3组12号。", 1),
        ("申请人李某要求公开征地补偿。", 0),
        ("由副镇长张建国担任组长。", 0),
        ("咨询电话0000-1234567。", 0),
        ("统一社会信用代码111523010012345678。", 0),
        ("申请人对答复满意。", 0),
        ("任何人提出申请，都按规定办理。", 0),
        ("向县里提交年度报告，于年内提出整改方案。", 0),
        ("对家庭住址、身份证号、银行账号等个人隐私一律隐去。", 0),
    ],
)
def test_personal_data_is_told_and_not_repeated_whole(text, told):
    findings = [one for one in found(with_text(text), None) if one.rule == "personal-data"]
    assert len(findings) == told
    assert not any("199003071234" in one.message for one in findings)


def test_the_contacts_own_number_may_be_a_mobile():
    report = with_text("请拨打13812345678。")
    mobile = {
        "contact.telephone": "138 1234 5678",
        "opening": CLEAN.text("opening").replace("0000-1234567", "13812345678"),
    }
    assert found(replace(report, values=report.values | mobile)) == []
