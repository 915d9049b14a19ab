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
import unicodedata

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


CODECS = {
    "GB1": {"GB-EUC": "gb18030", "GBpc-EUC": "gb18030", "GBK-EUC": "gb18030", "GBKp-EUC": "gb18030", "GBK2K": "gb18030", "UniGB": "utf-32-be"},
    "CNS1": {"B5pc": "cp950", "ETen-B5": "cp950", "ETenms-B5": "cp950", "HKscs-B5": "cp950", "CNS-EUC": "ascii", "UniCNS": "utf-32-be"},
    "Japan1": {"83pv-RKSJ": "cp932", "90ms-RKSJ": "cp932", "90msp-RKSJ": "cp932", "90pv-RKSJ": "cp932", "Add-RKSJ": "cp932", "Ext-RKSJ": "cp932", "EUC": "euc_jp"},
    "Korea1": {"KSC-EUC": "cp949", "KSCms-UHC": "cp949", "KSCms-UHC-HW": "cp949", "KSCpc-EUC": "cp949"},
}


def cids(ordering, name):
    text = open(os.path.join(CMAPS, "Adobe-" + ordering, name), encoding="latin-1").read()
    codes = {}
    for parent in re.findall(r"/(\S+) usecmap", text):
        codes.update(cids(ordering, parent))
    for line in list(sections(text, "cidchar")) + list(sections(text, "cidrange")):
        ends = re.findall(r"<([0-9a-fA-F]+)>", line)
        cid = int(line.split()[-1])
        for i in range(int(ends[-1], 16) - int(ends[0], 16) + 1):
            codes[bytes.fromhex("%0*x" % (len(ends[0]), int(ends[0], 16) + i))] = cid + i
    return codes


def is_told(code, char, codec):
    """Whether the code page gives the character, back and forth (.NET's decoders know no second codes)."""
    try:
        other = code.decode(codec)
        if len(other) != 1 or is_private(other) or other < " " or (codec != "utf-32-be" and other.encode(codec) != code):
            return False
    except UnicodeError:
        return False
    if codec == "cp932" and code[0] in (0xED, 0xEE):
        return False  # NEC's copies of IBM's characters
    differs = unicodedata.normalize("NFKC", other) != unicodedata.normalize("NFKC", char)
    is_word = unicodedata.category(other)[0] == "L" or unicodedata.category(char)[0] in "LN"
    return not (differs and len(code) > 1 and codec != "utf-32-be" and is_word)


def rest():
    """The codes of the predefined CMaps that no code page tells: row 6 and 10 of GB 2312, vendors' extensions, private Unicode."""
    rows = []
    for ordering, maps in CODECS.items():
        table = {}
        for line in open(os.path.join(OUT, "adobe-%s.txt" % ordering.lower()), encoding="utf-8").read().split("\n"):
            if line and line[0] != "#":
                first, chars = line.split("\t", 1)
                table.update((int(first, 16) + i, c) for i, c in enumerate(chars) if c != NONE)
        for name, codec in maps.items():
            codes = cids(ordering, name + ("-UTF32-H" if codec == "utf-32-be" else "-H"))
            if name == "UniGB":
                codes.update((bytes(2) + c, cid) for c, cid in cids(ordering, "UniGB-UCS2-H").items() if bytes(2) + c not in codes)
            runs = []
            for code, cid in sorted(codes.items(), key=lambda item: int(item[0].hex(), 16)):
                char = table.get(cid)
                if char is None or is_private(char) or is_told(code, char, codec):
                    continue
                number = int(code.hex(), 16)
                if runs and runs[-1][1] + 1 == number and runs[-1][2] + number - runs[-1][0] == cid:
                    runs[-1][1] = number
                else:
                    runs.append([number, number, cid])
            if runs:
                rows.append(name + "\t" + " ".join("%x-%x=%x" % tuple(r) if r[0] != r[1] else "%x=%x" % (r[0], r[2]) for r in runs))
    header = [
        "# Codes of Adobe's predefined CMaps that the code page of the same name does not hold, with their CIDs: the name without -H,",
        "# a tab, and first-last=CID in hexadecimal (first=CID for one). For UniGB and UniCNS the codes are code points.",
        "# Made by build/build.py from Adobe's CMap resources (%s)." % package("poppler-data"),
        "#",
    ] + licence(open(os.path.join(CMAPS, "Adobe-GB1", "GBK-EUC-H"), encoding="latin-1").read(), "%%Copyright:")
    write("cmap-rest.txt", header + rows)


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
rest()
glyphs()
