"""A sentence that a person is told stands on one line, whatever names it quotes."""

from __future__ import annotations

import errno
import pickle
from pathlib import Path

from model.draft.draft_file import draft_in_bytes
from model.faults import DraftFault, Fault
from model.files.file_errors import not_read, not_written


def test_a_name_on_several_lines_or_written_backwards_stays_on_its_line():
    sentence = str(Fault("“年报\n\u2028\u202e\u200bx.toml”打不开。请换一个。"))
    assert sentence == "“年报 x.toml”打不开。请换一个。"


def test_a_name_that_would_fill_the_screen_keeps_its_beginning_and_its_end():
    sentence = str(not_read(Path("/" + "很长的文件夹/" * 200 + "年报.toml"), FileNotFoundError(errno.ENOENT, "")))
    assert sentence.startswith("找不到“/很长的文件夹/") and "/年报.toml”" in sentence and len(sentence) < 200


def test_a_fault_comes_out_of_another_process_as_it_was():
    fault = pickle.loads(pickle.dumps(DraftFault("第一行\n第二行。")))
    assert (type(fault), str(fault)) == (DraftFault, "第一行 第二行。")


def test_no_word_of_a_library_is_told():
    error = OSError(errno.EIO, "Input/output error")
    for fault in (not_read(Path("a.toml"), error), not_written(Path("a.toml"), ValueError("embedded null byte"))):
        assert not any(word in str(fault) for word in ("Input", "null"))
    assert f"（系统错误 {errno.EIO}）" in str(not_read(Path("a.toml"), error))


def test_a_draft_with_a_line_end_in_its_name_is_told_on_one_line():
    try:
        draft_in_bytes(b"x", Path("a\nb.toml"))
    except DraftFault as fault:
        assert "“a b.toml”" in str(fault)
