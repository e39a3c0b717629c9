"""The clerk's own sentences in their file: kept, dropped, read strictly, brought together."""

from __future__ import annotations

import pytest

from model.faults import DraftFault, Fault
from model.form.usual_sentences import OfferedSentence
from model.sentences.own import FILE_NAME, drop_sentence, joined, keep_sentence, own_sentences, sentences_in

ONE = OfferedSentence("overview", "{year}年，本机关新收申请{requests.received.all_applicants}件。\n另起一段。")
OTHER = OfferedSentence("remarks", "没有其他需要报告的事项。")


def test_what_is_kept_is_there_again_and_only_once(tmp_path):
    assert own_sentences(tmp_path) == ()
    assert keep_sentence(tmp_path, ONE) and keep_sentence(tmp_path, OTHER) and not keep_sentence(tmp_path, ONE)
    assert own_sentences(tmp_path) == (ONE, OTHER)
    drop_sentence(tmp_path, ONE)
    assert own_sentences(tmp_path) == (OTHER,)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "是空的"),
        ("sentences = 2", "sentences = 1"),
        ('sentences = 1\nother = "x"', "other"),
        ("sentences = 1\nsentence = 3", "[[sentence]]"),
        ('sentences = 1\n[[sentence]]\nsection = "overview"', "第 1 个 [[sentence]] 的 text"),
        ('sentences = 1\n[[sentence]]\nsection = "overview"\ntext = "{requests.no.such}件"', "{requests.no.such}"),
        ('sentences = 1\n[[sentence]]\nsection = "overview"\ntext = "{year"', "不成对的花括号"),
        ('sentences = 1\n[[sentence]]\nsection = "overview"\ntext = "字"\nmore = 1', "more"),
        ("sentences = 1\n[[sentence", "末尾"),
    ],
)
def test_a_file_that_is_not_understood_is_refused_with_its_place(tmp_path, text, place):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(Fault) as told:
        own_sentences(tmp_path)
    assert FILE_NAME in str(told.value) and place in str(told.value)
    with pytest.raises(Fault):
        keep_sentence(tmp_path, ONE)
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == text  # nothing of it is lost


@pytest.mark.parametrize("text", ["", "字" * 1001, "有{花括号}", "有\x01控制字符"])
def test_what_the_file_could_not_hold_is_refused_and_all_stays(tmp_path, text):
    keep_sentence(tmp_path, OTHER)
    with pytest.raises(Fault, match="常用句"):
        keep_sentence(tmp_path, OfferedSentence("overview", text))
    assert own_sentences(tmp_path) == (OTHER,)


def test_two_files_become_one_with_each_sentence_once(tmp_path):
    files = []
    for name, sentences in (("here", (OTHER,)), ("there", (OTHER, ONE))):
        for sentence in sentences:
            keep_sentence(tmp_path / name, sentence)
        files.append((tmp_path / name / FILE_NAME).read_bytes())
    assert sentences_in(joined(*files)) == (OTHER, ONE)
    with pytest.raises(DraftFault):
        joined(files[0], b"sentences = 7")
