#!/usr/bin/python3
"""Builds the tables of ../ out of two Debian packages: apt-get install poppler-data fonttools

    /usr/bin/python3 build.py

poppler-data's cMap/ holds Adobe's CMap resources, fonttools the Adobe Glyph List; both are under the 3-clause BSD
licence, whose words each table carries. (poppler-data's cidToUnicode/, under the GPL, is not used.)
"""
import os
import re
import subprocess
import sys

CMAPS = "/usr/share/poppler/cMap"
OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
NONE = "\ufffd"


def package(name):
    return subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}", name], capture_output=True, text=True, check=True).stdout


def licence(text, mark):
    return [line.replace(mark, "#", 1).rstrip() for line in text.split("\n") if line.startswith(mark)]


def sections(text, kind):
    for block in re.findall(r"begin%s\n(.*?)end%s" % (kind, kind), text, re.S):
        yield from block.strip().split("\n")


def character(hexadecimal):
    data = bytes.fromhex(hexadecimal)
    text = data.decode("utf-16-be", "replace")
    return text if len(text) == 1 else None


def is_private(char):
    return 0xE000 <= ord(char) <= 0xF8FF


def collection(ordering, prefix):
    folder = os.path.join(CMAPS, "Adobe-" + ordering)
    ucs2 = open(os.path.join(folder, "Adobe-%s-UCS2" % ordering), encoding="latin-1").read()
    utf32 = open(os.path.join(folder, prefix + "-UTF32-H"), encoding="latin-1").read()
    table = {}
    for line in sections(ucs2, "bfchar"):
        cid, to = re.findall(r"<([0-9a-fA-F]+)>", line)
        if (char := character(to)) and char != NONE:
            table[int(cid, 16)] = char
    for line in sections(ucs2, "bfrange"):
        if "[" in line:
            first, _, *to = re.findall(r"<([0-9a-fA-F]+)>", line)
            for i, one in enumerate(to):
                if char := character(one):
                    table[int(first, 16) + i] = char
        else:
            first, last, to = re.findall(r"<([0-9a-fA-F]+)>", line)
            for i in range(int(last, 16) - int(first, 16) + 1):
                if char := character(to):
                    table[int(first, 16) + i] = chr(ord(char) + i)
    for line in list(sections(utf32, "cidchar")) + list(sections(utf32, "cidrange")):
        codes = [int(c, 16) for c in re.findall(r"<([0-9a-fA-F]+)>", line)]
        cid = int(line.split()[-1])
        for i in range(codes[-1] - codes[0] + 1):
            char = chr(codes[0] + i)
            if not is_private(char) and (cid + i not in table or is_private(table[cid + i])):
                table[cid + i] = char
    count = max(table) + 1
    rows = []
    for start in range(0, count, 64):
        row = "".join(table.get(cid, NONE) for cid in range(start, start + 64)).rstrip(NONE)
        if row and not set(row) & set("\r\n"):
            rows.append("%x\t%s" % (start, row))
    header = [
        "# CID to Unicode of Adobe-%s: the first CID of a row in hexadecimal, a tab, and the characters of up to 64 CIDs; U+FFFD where there is none." % ordering,
        "# Made by build/build.py from Adobe's CMap resources Adobe-%s-UCS2 and %s-UTF32-H (%s)." % (ordering, prefix, package("poppler-data")),
        "#",
    ] + licence(ucs2, "%%Copyright:")
    write("adobe-%s.txt" % ordering.lower(), header + rows)


def glyphs():
    sys.path.append("/usr/lib/python3/dist-packages")
    from fontTools import agl
    from fontTools.cffLib import cffStandardStrings
    from fontTools.ttLib.standardGlyphOrder import standardGlyphOrder
    text = agl._aglText
    head = [line.rstrip() for line in text.split("\n") if line.startswith("#")]
    rows = [line.replace(";", "\t") for line in text.split("\n") if line and not line.startswith("#")]
    made = "# Made by build/build.py from the Adobe Glyph List in %s: a name, a tab, code points in hexadecimal." % package("python3-fonttools")
    write("glyph-names.txt", [made] + head + rows)
    write("glyph-orders.txt", [
        "# The names of glyphs that fonts give by number: the strings of CFF (Adobe Technical Note 5176, appendix A)",
        "# and the Macintosh order of TrueType (the 'post' table of the OpenType specification). Names and order are facts of those formats.",
        "# Made by build/build.py from the lists in %s (MIT licence)." % package("python3-fonttools"),
        "cff\t" + " ".join(cffStandardStrings),
        "mac\t" + " ".join(standardGlyphOrder),
    ])


def write(name, lines):
    with open(os.path.join(OUT, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


for ordering, prefix in (("GB1", "UniGB"), ("CNS1", "UniCNS"), ("Japan1", "UniJIS"), ("Korea1", "UniKS")):
    collection(ordering, prefix)
glyphs()
