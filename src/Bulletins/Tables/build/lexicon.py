#!/usr/bin/env python3
"""Builds ../lexicon.tsv from jieba's dictionary: lexicon.py DICT >../lexicon.tsv

DICT is dict/jieba.dict.utf8 of the npm package nodejieba (word, count, tag; MIT licence). Kept are all single characters, words of two to
four characters that a Founder-garbled character can stand in (counts from 3 on where it is a rare one, else from 5 on), and the words
around them (counts from 30 on)."""
import sys

SHIFT = 0x31
RARE = set("袁遥渊冤曰尧野冶叶曳浴钥噎郾窑园圆猿源缘苑愿怨")


def garbled():
    for row in (0xA1, 0xA2, 0xA3, 0xA6, 0xAA):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row + SHIFT, cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def main(path):
    suspects = set(garbled())
    print("# Words and how often they occur in 60,101,983 words of ordinary Chinese: what a garbled character is weighed against.")
    print("# Source: jieba's dictionary (c) 2013 Sun Junyi, MIT licence, from npm nodejieba 3.5.8, reduced by build/lexicon.py. 2026-11-21.")
    print("# Columns: word, count.")
    rows = []
    for line in open(path, encoding="utf-8"):
        word, count, _ = line.split(" ")
        count = int(count)
        if len(word) > 4 or not all("\u4e00" <= c <= "\u9fff" for c in word):
            continue
        least = 1 if len(word) == 1 else 3 if RARE & set(word) else 5 if suspects & set(word) else 30
        if count >= least:
            rows.append((word, count))
    for word, count in sorted(set(rows)):
        print(f"{word}\t{count}")


main(sys.argv[1])
