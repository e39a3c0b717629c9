"""The clerk's own sentences, kept from year to year in one file of the program's folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from model.draft.file_kinds import SENTENCES, other_kind
from model.draft.parsing import parsed
from model.faults import DraftFault, Fault
from model.files.files import make_folder, read_file, write_file
from model.files.paths import is_there
from model.files.rights import PRIVATE
from model.form.form import CONTROLS
from model.form.number_names import fault_in_names
from model.form.usual_sentences import OfferedSentence

FILE_NAME = "常用句.toml"
VERSION, VERSION_KEY = 1, "sentences"
MOST_SENTENCES, LONGEST_SENTENCE, LONGEST_KEY = 200, 1000, 40  # characters
LARGEST_FILE_BYTES = 1024 * 1024
REMEDY = "请改正它；改不了的，把它移走，自己的常用句重新收。"


def own_sentences(folder: Path) -> tuple[OfferedSentence, ...]:
    """Return the sentences in the file of the program's folder, none if there is no file. Raises Fault with the place in it."""
    path = folder / FILE_NAME
    if not is_there(path):
        return ()
    try:
        return sentences_in(read_file(path))
    except DraftFault as fault:
        raise Fault(f"“{FILE_NAME}”读不懂：{fault}{REMEDY}（文件在 {folder}）") from fault


def sentences_in(data: bytes) -> tuple[OfferedSentence, ...]:
    """Return the sentences in the bytes of such a file. Raises DraftFault with the place in it."""
    if len(data) > LARGEST_FILE_BYTES:
        raise DraftFault(f"它超过 {LARGEST_FILE_BYTES // 1024} KB。请删去一些再打开。")
    found = parsed(data)
    if other := other_kind(found, SENTENCES, "不是常用句"):
        raise DraftFault(f"{other}请把它移走。")
    _refuse_unknown(found, (VERSION_KEY, "sentence"), "")
    if found.get(VERSION_KEY) != VERSION:
        raise DraftFault(f"开头没有写 {VERSION_KEY} = {VERSION}。请补上。")
    entries = found.get("sentence", [])
    if not isinstance(entries, list) or len(entries) > MOST_SENTENCES:
        raise DraftFault(f"sentence 要写成若干个 [[sentence]]，不超过 {MOST_SENTENCES} 个。请改正。")
    return tuple(_sentence(entry, f"第 {number} 个 [[sentence]] 的 ") for number, entry in enumerate(entries, 1))


def _sentence(entry: Any, place: str) -> OfferedSentence:
    if not isinstance(entry, dict):
        raise DraftFault(f"{place.removesuffix('的 ')}不是一组 名称 = 内容。请改正。")
    _refuse_unknown(entry, ("section", "text"), place)
    section, text = (
        _words(entry, key, most, place) for key, most in (("section", LONGEST_KEY), ("text", LONGEST_SENTENCE))
    )
    if fault := fault_in_names(text):
        raise DraftFault(f"{place}text {fault}。请改正。")
    return OfferedSentence(section, text)


def _words(entry: Mapping[str, Any], key: str, longest: int, place: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise DraftFault(f"{place}{key} 要写成引号里的文字，不超过 {longest} 字。请改正。")
    if _has_unseen(value):
        raise DraftFault(f"{place}{key} 里有看不见的字。请删去。")
    return value.strip()


def _has_unseen(text: str) -> bool:
    """Return whether a text holds control characters besides the ends of its lines."""
    return bool(CONTROLS.search(text.replace("\n", "")))


def _refuse_unknown(data: Mapping[str, Any], keys: Sequence[str], place: str) -> None:
    for key in data:
        if key not in keys:
            raise DraftFault(f"{place}“{key}”本程序不认识，这里只能写 {'、'.join(keys)}。请改正。")


def keep_sentence(folder: Path, sentence: OfferedSentence) -> bool:
    """Add a sentence to the file; return False if it is there already. Raises Fault; then nothing has changed."""
    there = own_sentences(folder)
    if sentence in there:
        return False
    if len(there) >= MOST_SENTENCES:
        raise Fault(f"常用句已经有 {MOST_SENTENCES} 句，再收不下了。请先在“常用句”里删去不用的。")
    if len(sentence.text) > LONGEST_SENTENCE:
        raise Fault(f"选中的文字太长，常用句一句不超过 {LONGEST_SENTENCE} 字。请少选一些。")
    if not sentence.text or _has_unseen(sentence.text) or fault_in_names(sentence.text):
        raise Fault("选中的文字不能收作常用句：它是空的，或者里面有花括号、看不见的字。请换一段。")
    _write(folder, (*there, sentence))
    return True


def drop_sentence(folder: Path, sentence: OfferedSentence) -> None:
    """Take a sentence out of the file. Raises Fault; then nothing has changed."""
    _write(folder, tuple(one for one in own_sentences(folder) if one != sentence))


def joined(here: bytes, brought: bytes) -> bytes:
    """Return the file with the sentences of both; one that cannot be read gives nothing. Raises DraftFault if `here` cannot."""
    own = sentences_in(here)
    more = (one for one in sentences_in(brought) if one not in own)
    return _bytes([*own, *more][:MOST_SENTENCES])


def _write(folder: Path, sentences: Sequence[OfferedSentence]) -> None:
    make_folder(folder)
    write_file(folder / FILE_NAME, _bytes(sentences), PRIVATE)


def _bytes(sentences: Sequence[OfferedSentence]) -> bytes:
    entries = [{"section": one.section, "text": one.text} for one in sentences]
    return tomli_w.dumps({VERSION_KEY: VERSION, "sentence": entries}).encode()
