"""Writes a Chinese name as it is met in trade: in Traditional characters, or in pinyin spaced one way or another."""

from __future__ import annotations

import functools
from collections.abc import Callable

# The modules that the spellings need.
MODULES = ["opencc", "pypinyin", "jieba"]


@functools.cache
def _converter():
    from opencc import OpenCC

    return OpenCC("s2t")


def traditional(name: str) -> str:
    return _converter().convert(name)


def pinyin_by_syllable(name: str) -> str:
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(name)).upper()


def pinyin_by_word(name: str) -> str:
    import logging

    import jieba
    from pypinyin import lazy_pinyin

    # It reports the loading of its dictionary as if that were news.
    jieba.setLogLevel(logging.WARNING)
    return " ".join("".join(lazy_pinyin(word)) for word in jieba.cut(name) if word.strip()).upper()


def pinyin_unspaced(name: str) -> str:
    return pinyin_by_syllable(name).replace(" ", "")


SPELLINGS: dict[str, Callable[[str], str]] = {
    "Traditional": traditional,
    "pinyin by syllable": pinyin_by_syllable,
    "pinyin by word": pinyin_by_word,
    "pinyin not spaced": pinyin_unspaced,
}
