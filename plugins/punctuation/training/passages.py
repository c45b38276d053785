"""Reads the punctuation data and lays it out as arrays."""

import lzma
import pathlib

import numpy as np

PAUSES = "，。、；：？！"
NONE = 0
OUTSIDE = 1  # stands for a character beyond the end of a line
QUOTE_OPENS, QUOTE_CLOSES, TITLE_OPENS, TITLE_CLOSES = 1, 2, 4, 8
PAIRED = {"「": QUOTE_OPENS, "『": QUOTE_OPENS, "」": QUOTE_CLOSES, "』": QUOTE_CLOSES,
          "《": TITLE_OPENS, "》": TITLE_CLOSES}


class Passage:
    """Characters, simplified; the pause mark and the paired marks behind each; what of it may be trusted."""

    __slots__ = ("codes", "labels", "paired", "work", "dynasty", "genre", "quotes_known", "titles_known")

    def __init__(self, fields, simplify):
        _, self.work, self.dynasty, self.genre, _, quotes, text = fields
        codes, labels, paired = [], [], []
        for character in text:
            pause = PAUSES.find(character)
            if pause >= 0:
                if labels and labels[-1] == NONE:
                    labels[-1] = pause + 1
            elif character in PAIRED:
                if paired:
                    paired[-1] |= PAIRED[character]
            else:
                codes.append(simplify.get(ord(character), ord(character)))
                labels.append(NONE)
                paired.append(0)
        self.codes = np.array(codes, np.int32)
        self.labels = np.array(labels, np.int8)
        self.paired = np.array(paired, np.int8)
        self.quotes_known = quotes == "1"
        self.titles_known = "《" in text

    @property
    def pauses_only(self):
        return self.genre == "judou-official"


def simplified_forms(folder):
    table = {}
    for line in (pathlib.Path(folder) / "t2s-chars.tsv").read_text("utf-8").splitlines():
        traditional, simplified = line.split("\t")
        table[ord(traditional)] = ord(simplified)
    return table


def read(file, simplify):
    """The passages of one file, in order."""
    opened = lzma.open if str(file).endswith(".xz") else open
    passages = []
    with opened(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 7:
                raise SystemExit(f"{file} line {number}: {len(fields)} fields instead of 7")
            passage = Passage(fields, simplify)
            if len(passage.codes):
                passages.append(passage)
    return passages


def pairs(codes):
    """Each character with the one behind it, as one number."""
    behind = np.append(codes[1:], OUTSIDE).astype(np.int64)
    return codes.astype(np.int64) << 21 | behind


class Vocabulary:
    """The characters and pairs that have a row of their own; row 0 is for all others."""

    def __init__(self, characters, pairs_):
        self.characters = characters
        self.pairs = pairs_

    @staticmethod
    def count(passages, least_characters, most_pairs):
        codes = np.concatenate([p.codes for p in passages])
        keys, counts = np.unique(codes, return_counts=True)
        characters = keys[counts >= least_characters].astype(np.int64)
        keys, counts = np.unique(np.concatenate([pairs(p.codes) for p in passages]), return_counts=True)
        order = np.lexsort((keys, -counts))[:most_pairs]
        return Vocabulary(characters, np.sort(keys[order]))

    def rows(self, codes):
        return _rows(self.characters, codes), _rows(self.pairs, pairs(codes))


def _rows(known, keys):
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, at + 1, 0).astype(np.int32)
