"""Pages of the PDF beside those that LibreOffice makes of the Word document, in the same faces: python -m tests.page_comparison [COUNT]

Made reports are short and long, with few parts and many, long names of bodies, tables filled in and empty. Each page must hold
the same lines in both; what differs is printed, a report a line, and makes the exit code 1."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from pathlib import Path
from random import Random

from export.pdf.document import Typesetter
from export.pdf.faces import SHIPPED_FOLDER, shipped_faces
from export.word.document import word_bytes
from model.draft.draft_file import load_draft
from model.form.form import load_form
from model.report.report import Part, Report
from tests.export.pdf.pdf_reader import page_lines
from tests.samples import EXAMPLE, main_report

COUNT = 20
# What stands in for the faces that the Word document names; the PDF is set in the same.
STAND_INS = {
    "方正小标宋简体": "Biaosong", "仿宋_GB2312": "Kai", "楷体_GB2312": "Kai", "黑体": "Hei", "宋体": "Song", "Times New Roman": "Latin",
}  # fmt: skip
UNITS = (
    "青禾镇人民政府", "云溪县青禾镇人民政府", "某局", "鄂温克族自治旗红花尔基镇人民政府", "内蒙古自治区呼伦贝尔市鄂温克族自治旗锡尼河西苏木人民政府",
    "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县米粮泉回族乡人民政府政务公开工作领导小组办公室",
)  # fmt: skip
CLAUSES = (
    "全年主动公开政府信息318条", "其中财政预决算4条、惠民补贴发放名单46条", "受理依申请公开12件（含上年结转2件）", "均已按期答复", "满意率为96.4%",
    "《青禾镇农村公共服务事项清单》另配图解和问答", "微信公众号“青禾发布”由专人维护", "按照国办公开办函〔2021〕30号文件要求",
    "联系电话0470-8942932", "电子邮箱qinghe@example.gov.cn", "较上年增长12.5%", "网址http://www.example.gov.cn/zwgk/2021/index.html",
    "做到“三审三校”", "公开时限不超过20个工作日；逾期的说明理由", "（一）是公开意识不强", "二是更新不及时：个别栏目1—3个月没有更新",
    "镇长每半年听取一次汇报", "没有发出收费通知", "制发行政规范性文件2件、废止1件", "用好LED屏、QQ群、APP等渠道",
)  # fmt: skip


def made_report(number: int) -> Report:
    """A report of the 2021 edition, always the same for a number."""
    random = Random(number)
    form = load_form(random.choice(("2021", "2021", "2019")))
    year = 2019 if form.edition == "2019" else random.randint(2021, 2025)
    report = Report(form, {"year": year, "unit": random.choice(UNITS), "opening": _text(random, 1)})
    for section in form.text_sections:
        parts = tuple(_part(random) for _ in range(random.choice((0, 1, 2, 5, 12))))
        report.values[section.key] = parts
    if random.random() < 0.8:
        most = random.choice((9, 99, 999_999))
        report.values |= {name: random.randint(0, most) for name in form.inputs}
    if random.random() < 0.8:
        report.values["signoff.date"] = date(year + 1, 1, 1) + timedelta(random.randint(0, 90))
    report.values["signoff.seal"] = random.random() < 0.5
    return report


def _part(random: Random) -> Part:
    return Part(
        random.choice(("", "主动公开", "依申请公开", "监督保障情况")), _text(random, random.choice((0, 1, 2, 3)))
    )


def _text(random: Random, most: int) -> str:
    return "\n".join(_paragraph(random) for _ in range(most))


def _paragraph(random: Random) -> str:
    if random.random() < 0.1:
        return f"{random.randint(1, 9)}.{random.choice(('重点领域', '基层政务公开'))}"
    return "，".join(random.choice(CLAUSES) for _ in range(random.choice((1, 2, 4, 8, 16)))) + "。"


def reports(count: int) -> dict[str, Report]:
    """The report of the main job, the example, and so many made ones, by names for files."""
    made = {f"made-{number:04}": made_report(number) for number in range(count)}
    return {"main": main_report(), "example": load_draft(EXAMPLE)[0]} | made


def faults(count: int) -> Iterator[str]:
    """What differs between the two in those reports, a line each."""
    typesetter = Typesetter(shipped_faces())
    with tempfile.TemporaryDirectory() as name:
        folder, found = Path(name), reports(count)
        for stem, report in found.items():
            (folder / f"{stem}.docx").write_bytes(word_bytes(report))
        word_pages(folder, found)
        for stem, report in found.items():
            word = page_lines((folder / f"{stem}.pdf").read_bytes(), folder)
            yield from _differing(stem, word, page_lines(typesetter.pdf(report), folder))


def word_pages(folder: Path, stems: Iterable[str]) -> None:
    """Has LibreOffice make a .pdf of each .docx in a folder."""
    (folder / "fonts.conf").write_text(_fontconfig(folder), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    documents = [str(folder / f"{stem}.docx") for stem in stems]
    surroundings = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run([*convert, *documents], check=True, capture_output=True, timeout=600, env=surroundings)


def _fontconfig(folder: Path) -> str:
    aliases = "".join(
        f'<match><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>Nianbao {face}</string></edit></match>'
        for name, face in STAND_INS.items()
    )
    return f"<fontconfig><dir>{SHIPPED_FOLDER}</dir><cachedir>{folder / 'cache'}</cachedir>{aliases}</fontconfig>"


def _differing(stem: str, word: Sequence[list[str]], pdf: Sequence[list[str]]) -> Iterator[str]:
    """The count of pages if it differs, and the first page that holds something else."""
    if len(word) != len(pdf):
        yield f"{stem}: {len(word)} pages in Word, {len(pdf)} in the PDF"
    for number, (ours, theirs) in enumerate(zip_longest(pdf, word, fillvalue=[]), 1):
        missing, added = _letters(theirs) - _letters(ours), _letters(ours) - _letters(theirs)
        if missing or added:
            lacks, has = "".join(missing.elements()), "".join(added.elements())
            yield f"{stem}: page {number} of the PDF lacks “{lacks}” and has “{has}” instead"
            return


def _letters(lines: Sequence[str]) -> Counter[str]:
    """What a page holds, but for marks: LibreOffice loses some of those that hang over the edge."""
    return Counter(re.sub(r"[\s，。、：；]", "", "".join(lines)))


def main(count: int = COUNT) -> int:
    """Prints what differs; 1 if anything does."""
    found = list(faults(count))
    print("\n".join(found) or f"{count + 2} reports stand on the same pages in both")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
