using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Fonts;
using static Bulletins.Tests.Pdf.FontMaker;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Embedded fonts without a ToUnicode map: their own tables tell the characters.</summary>
public sealed class FontProgramTests
{
    private const int Symbolic = 4;
    private const int ForText = 32;
    private const string Words = "电解𠮷";

    // Glyphs 1, 2 and 3 of an Identity-H font.
    private static byte[] Composite(byte[] program, string file = "FontFile2", string subtype = "", string descendant = "", string ordering = "Identity", string shown = "<000100020003>")
    {
        var maker = new PdfMaker();
        var stream = maker.AddStream(subtype, program);
        var descriptor = maker.Add($"<< /Type /FontDescriptor /Flags 4 /{file} {stream} 0 R >>");
        return Shown(maker, maker.AddCompositeFont("ABCDEF+Own", "/Identity-H", "", $"/FontDescriptor {descriptor} 0 R {descendant}", ordering), shown);
    }

    private static PdfPage Simple(byte[] program, string file, string entries, int flags, string shown)
    {
        var maker = new PdfMaker();
        var stream = maker.AddStream(file == "FontFile3" ? "/Subtype /Type1C" : "", program);
        var descriptor = maker.Add(FormattableString.Invariant($"<< /Type /FontDescriptor /Flags {flags} /{file} {stream} 0 R >>"));
        var font = maker.Add($"<< /Type /Font /Subtype /{(file == "FontFile2" ? "TrueType" : "Type1")} /BaseFont /ABCDEF+Own /FontDescriptor {descriptor} 0 R {entries} >>");
        return Page(Shown(maker, font, shown));
    }

    [Theory]
    [InlineData(4, 3, 1, "电解\uFFFD")]
    [InlineData(40, 3, 1, "电解\uFFFD")]
    [InlineData(4, 0, 3, "电解\uFFFD")]
    [InlineData(6, 0, 0, "电解\uFFFD")]
    [InlineData(12, 3, 10, Words)]
    [InlineData(12, 0, 4, Words)]
    public void ATrueTypesCharactersTellItsGlyphs(int format, int platform, int encoding, string expected)
    {
        var entries = Words.EnumerateRunes().Select((r, i) => (r.Value, i + 1)).Where(e => format == 12 || e.Value < 0x10000).ToArray();
        Assert.Equal(expected, Text(Composite(TrueType(CharacterMap((platform, encoding, Subtable(format, entries)))))));
    }

    [Fact]
    public void OfTwoTablesTheLargerOneIsReadToo() =>
        Assert.Equal(Words, Text(Composite(TrueType(CharacterMap((3, 1, Subtable(4, ('电', 1), ('解', 2))), (3, 10, Subtable(12, ('电', 1), ('解', 2), (0x20BB7, 3))))))));

    [Fact]
    public void OfTwoCharactersOfAGlyphTheOrdinaryOneCounts() =>
        Assert.Equal("见骨A", Text(Composite(TrueType(CharacterMap((3, 1, Subtable(4, ('⻅', 1), ('见', 1), ('骨', 2), ('⻣', 2), ('A', 3), (0xE041, 3))))))));

    [Theory]
    [InlineData("/CIDToGIDMap /Identity", "<00010002>")]
    [InlineData("/CIDToGIDMap MAP", "<00070003>")]
    public void CidsLeadToGlyphs(string entry, string shown)
    {
        var maker = new PdfMaker();
        var map = maker.AddStream("", [0, 0, 0, 9, 0, 9, 0, 2, 0, 9, 0, 9, 0, 9, 0, 1]);
        var program = maker.AddStream("", TrueType(CharacterMap((3, 1, Subtable(4, ('电', 1), ('解', 2))))));
        var descriptor = maker.Add($"<< /Type /FontDescriptor /Flags 4 /FontFile2 {program} 0 R >>");
        var font = maker.AddCompositeFont("Own", "/Identity-H", "", $"/FontDescriptor {descriptor} 0 R {entry.Replace("MAP", $"{map} 0 R", StringComparison.Ordinal)}", "Identity");
        Assert.Equal("电解", Text(Shown(maker, font, shown)));
    }

    [Fact]
    public void NamesOfGlyphsTellWhereNoTableDoes() =>
        Assert.Equal("电A€", Text(Composite(TrueType(Names(".notdef", "uni7535", "A", "Euro")))));

    [Theory]
    [InlineData("FontFile3", "/Subtype /CIDFontType0C")]
    public void ACompactFontsCidsAreOfItsCollection(string file, string subtype)
    {
        var gb1 = CidCollection.Find("GB1")!;
        var cids = "电解槽".Select(c => gb1.Cid(c)).ToArray();
        var shown = "<" + string.Concat(cids.Select(c => c.ToString("X4", System.Globalization.CultureInfo.InvariantCulture))) + ">";
        Assert.Equal("电解槽", Text(Composite(CompactOfCids("GB1", cids), file, subtype, shown: shown)));
        Assert.Equal("电解槽", Text(Composite(CompactOfCids("Identity", cids), file, subtype, ordering: "GB1", shown: shown)));
        Assert.Equal("\uFFFD\uFFFD\uFFFD", Text(Composite(CompactOfCids("Identity", cids), file, subtype, shown: shown)));
    }

    [Fact]
    public void ACompactFontWithNamesTellsItsGlyphs() =>
        Assert.Equal("电A\uFFFD", Text(Composite(Compact(["uni7535", "A", "g3"], []), "FontFile3", "/Subtype /CIDFontType0C")));

    [Fact]
    public void AnOpenTypeFontHoldsACompactOne() =>
        Assert.Equal("电A€", Text(Composite(TrueType(("CFF ", Compact(["uni7535", "A", "Euro"], []))), "FontFile3", "/Subtype /OpenType")));

    [Theory]
    [InlineData("", "<010203>", "电A€")]
    [InlineData("/Encoding << /Differences [2 /B] >>", "<010203>", "电B€")]
    [InlineData("/Encoding /WinAnsiEncoding", "<414243>", "ABC")]
    public void ACompactFontsOwnEncodingIsUsed(string entries, string shown, string expected) =>
        Assert.Equal(expected, Text(Simple(Compact(["uni7535", "A", "Euro"], [1, 2, 3]), "FontFile3", entries, Symbolic, shown)));

    [Theory]
    [InlineData("", "<010203>", "电A\uFFFD")]
    [InlineData("/Encoding << /Differences [2 /B] >>", "<0102>", "电B")]
    [InlineData("/Encoding << /BaseEncoding /WinAnsiEncoding >>", "<4101>", "A\uFFFD")]
    public void AType1FontsOwnEncodingIsUsed(string entries, string shown, string expected) =>
        Assert.Equal(expected, Text(Simple(Type1((1, "uni7535"), (2, "A"), (3, "g17")), "FontFile", entries, Symbolic, shown)));

    public static TheoryData<string, int, string, string, LetterMapping> SimpleTrueTypes() => new()
    {
        // Symbolic codes lead to glyphs, which other tables tell.
        { "symbols and characters", Symbolic, "", "电A", LetterMapping.Mapped },
        { "bytes and characters", Symbolic, "", "电A", LetterMapping.Mapped },
        { "bytes and names", Symbolic, "", "电A", LetterMapping.Mapped },
        { "bytes by a list and names", Symbolic, "", "电A", LetterMapping.Mapped },

        // Nothing but codes: those of a font for text are letters, those of a symbolic one only where they began as such.
        { "symbols", Symbolic, "", "\uFFFDA", LetterMapping.Guessed },
        { "bytes", Symbolic, "", "\uFFFD\uFFFD", LetterMapping.Unknown },
        { "bytes", ForText, "", "\uFFFDA", LetterMapping.Guessed },
        { "characters", ForText, "", "\uFFFDA", LetterMapping.Guessed },

        // An encoding tells without any table.
        { "nothing", ForText, "/Encoding /WinAnsiEncoding", "\uFFFDA", LetterMapping.Mapped },
        { "nothing", ForText, "/Encoding << /Differences [1 /uni7535] >>", "电\uFFFD", LetterMapping.Mapped },
        { "characters", Symbolic, "/Encoding << /Differences [1 /g7 65 /glyph8] >>", "电A", LetterMapping.Mapped },
        { "nothing", Symbolic, "/Encoding << /Differences [1 /g7 65 /C65] >>", "\uFFFDA", LetterMapping.Guessed },
        { "nothing", Symbolic, "/Encoding << /Differences [1 /G01 65 /G41] >>", "\uFFFDA", LetterMapping.Guessed },
        { "nothing", Symbolic, "/Encoding << /Differences [1 /C65 65 /C66] >>", "\uFFFD\uFFFD", LetterMapping.Unknown },
    };

    [Theory]
    [MemberData(nameof(SimpleTrueTypes))]
    public void ASimpleTrueTypesCodesAreToldOrGuessed(string tables, int flags, string entries, string expected, LetterMapping mapping)
    {
        // Code 1 and code 65, glyphs 7 and 8, which are 电 and A.
        var characters = (3, 1, Subtable(4, ('电', 7), ('A', 8)));
        var names = Names([.. Enumerable.Repeat(".notdef", 7), "uni7535", "A"]);
        var bytes = (1, 0, Subtable(0, (1, 7), (65, 8)));
        var program = tables switch
        {
            "symbols and characters" => TrueType(CharacterMap((3, 0, Subtable(4, (0xF001, 7), (0xF041, 8))), characters)),
            "bytes and characters" => TrueType(CharacterMap(bytes, characters)),
            "bytes and names" => TrueType(CharacterMap(bytes), names),
            "bytes by a list and names" => TrueType(CharacterMap((1, 0, Subtable(6, (1, 7), (65, 8)))), names),
            "symbols" => TrueType(CharacterMap((3, 0, Subtable(4, (0xF001, 7), (0xF041, 8))))),
            "bytes" => TrueType(CharacterMap(bytes)),
            "characters" => TrueType(CharacterMap(characters)),
            _ => TrueType(("glyf", [])),
        };
        var letters = Simple(program, "FontFile2", entries, flags, "<0141>").Letters;
        Assert.Equal(expected, string.Concat(letters.Select(l => l.Text)));
        Assert.Equal(mapping, letters.MinBy(l => l.Mapping)!.Mapping);
        Assert.All(letters, l => Assert.Equal(l.Text == Letter.UnknownText, l.Mapping == LetterMapping.Unknown));
    }

    [Fact]
    public void TheFirstFontOfACollectionIsRead()
    {
        var font = TrueType(CharacterMap((3, 1, Subtable(4, ('电', 1), ('解', 2)))));
        // Places are counted from the collection's beginning.
        var moved = font.ToArray();
        moved[12 + 11] += 16;
        Assert.Equal("电解", Text(Composite([.. "ttcf"u8, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16, .. moved], shown: "<00010002>")));
    }
}
