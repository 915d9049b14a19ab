using System.Diagnostics;
using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Layout;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Files made to hurt: each gives what can be read of it, a notice or a typed error, and soon.</summary>
public sealed class SafetyTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    private static PdfReadOptions Limited(PdfLimits limits) => new() { Limits = limits };

    private static string Many(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();

    private static byte[] Showing(string content, string resources = "", Action<PdfMaker>? more = null)
    {
        var maker = new PdfMaker();
        var font = maker.AddLatinFont();
        more?.Invoke(maker);
        maker.AddPage($"/Font << /F1 {font} 0 R >> {resources}", PdfMaker.Latin(content));
        return maker.Save();
    }

    // Every page as far as it goes; the error's kind where there is no document.
    private static (string Text, PdfErrorKind? Error, List<PdfNoticeKind> Notices) Read(byte[] file, PdfLimits? limits = null)
    {
        var clock = Stopwatch.StartNew();
        var result = new PdfTextEngine().Open(file, Limited(limits ?? PdfLimits.Default));
        var (text, notices) = ("", new List<PdfNoticeKind>());
        for (var number = 1; number <= Math.Min(3, result.Document?.PageCount ?? 0); number++)
        {
            var page = result.Document!.ReadPage(number);
            text += Text(page);
            notices.AddRange(page.Notices.Select(n => n.Kind));
            _ = PageLayout.Read(page).Count;
        }

        Assert.True(clock.Elapsed < Soon, $"it took {clock.Elapsed}");
        return (text, result.Error?.Kind, notices);
    }

    [Theory]
    [InlineData("FlateDecode", 2)]
    [InlineData("LZWDecode", 1)]
    [InlineData("RunLengthDecode", 2)]
    public void ABombStopsAtTheLimitOfAStream(string filter, int times)
    {
        var bomb = new byte[20_000_000];
        bomb.AsSpan().Fill((byte)' ');
        "BT /F1 9 Tf (in front) Tj ET "u8.CopyTo(bomb);
        "BT /F1 9 Tf (far behind) Tj ET "u8.CopyTo(bomb.AsSpan(19_000_000));
        bomb = filter == "LZWDecode" ? bomb[..4_000_000] : bomb;
        for (var i = 0; i < times; i++)
        {
            bomb = filter switch { "FlateDecode" => PdfMaker.Deflate(bomb), "LZWDecode" => Encoders.Lzw(bomb, true), _ => Encoders.RunLength(bomb) };
        }

        var maker = new PdfMaker();
        var font = maker.AddLatinFont();
        var stream = maker.AddStream($"/Filter [{Many("/" + filter + " ", times)}]", bomb);
        maker.AddPage($"/Font << /F1 {font} 0 R >>", $"{stream} 0 R", "");
        Assert.Equal(("in front", PdfNoticeKind.LimitReached), Read(maker.Save(), new PdfLimits { StreamBytes = 1 << 20 }) is var read ? (read.Text, Assert.Single(read.Notices)) : default);
    }

    [Fact]
    public void ManyBombsStopAtTheLimitOfTheFile()
    {
        var maker = new PdfMaker();
        var stream = maker.AddStream("/Filter /FlateDecode", PdfMaker.Deflate(new byte[3_000_000]));
        maker.AddPage("", $"[{Many($"{stream} 0 R ", 1000)}]", "");
        Assert.Contains(PdfNoticeKind.LimitReached, Read(maker.Save(), new PdfLimits { StreamBytes = 4 << 20, TotalBytes = 32 << 20 }).Notices);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    [InlineData("[ << /A ")]
    [InlineData("(")]
    [InlineData("<")]
    public void WhatStandsInOneAnotherTooDeeplyIsDamage(string opening)
    {
        Assert.Equal("before", Read(Showing("BT /F1 9 Tf (before) Tj ET /P " + Many(opening, 200_000) + " BDC")).Text);
        var maker = Saying("x");
        maker.Add(Many(opening, 200_000));
        maker.PageEntries = $"/MediaBox [0 0 600 800] /A {maker.Count} 0 R";
        Assert.Equal("x", Read(maker.Save()).Text);
        maker.Replace(PdfMaker.Pages, Many(opening, 200_000));
        Assert.Equal("x", Read(maker.Save()).Text);
    }

    [Fact]
    public void SavedStatesThatAreNeverRestoredDoNotPileUp() =>
        Assert.Equal("ab", Read(Showing(Many("q ", 500_000) + "BT /F1 9 Tf (a) Tj ET " + Many("Q ", 600_000) + "BT /F1 9 Tf (b) Tj ET")).Text);

    [Fact]
    public void MarksThatAreNeverClosedDoNotPileUp() =>
        Assert.Equal("ab", Read(Showing(Many("/P << /ActualText (long) >> BDC ", 100_000) + "BT /F1 9 Tf (ab) Tj ET " + Many("EMC ", 100_000))).Text);

    [Theory]
    [InlineData("/F9 1 Tf (x) Tj ")]
    [InlineData("/G gs ")]
    [InlineData("/X Do ")]
    [InlineData("0 0 9 9 re ")]
    [InlineData("/OC /L BDC EMC ")]
    [InlineData("BI /W 1 ID x\nEI ")]
    public void HundredsOfThousandsOfOperatorsThatLeadNowhereAreCheap(string operators)
    {
        var before = GC.GetTotalMemory(true);
        var document = Open(Showing(Many(operators, 200_000) + "BT /F1 9 Tf (end) Tj ET"));
        var page = document.ReadPage(1);
        Assert.EndsWith("end", Text(page), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 120 << 20);
    }

    [Fact]
    public void FormsThatMultiplyStopAtTheLimitOfOperators()
    {
        var first = 0;
        var file = Showing("/X Do", "/XObject << /X 4 0 R >>", maker =>
        {
            first = maker.Count + 1;
            for (var i = 0; i < 20; i++)
            {
                maker.AddStream($"/Subtype /Form /Resources << /XObject << /X {maker.Count + 2} 0 R >> >>", Many("/X Do ", 20));
            }
        });
        Assert.Equal(4, first);
        Assert.Contains(PdfNoticeKind.LimitReached, Read(file, new PdfLimits { Operators = 100_000 }).Notices);
    }

    [Fact]
    public void TimeIsALimitToo()
    {
        var file = Showing(Many("BT /F1 9 Tf (letters) Tj ET ", 100_000));
        var limits = new PdfLimits { Time = TimeSpan.FromMilliseconds(30) };
        var opened = new PdfTextEngine().Open(file, Limited(limits));
        Assert.True(opened.Error is { Kind: PdfErrorKind.LimitReached } || opened.Document!.ReadPage(1).Notices is [{ Kind: PdfNoticeKind.LimitReached }]);
    }

    [Theory]
    [InlineData("[0 0 R]")]
    [InlineData("[7 0 R 7 0 R]")]
    [InlineData("7 0 R")]
    public void ReferencesInACircleAreNothing(string value)
    {
        var maker = Saying("x");
        Assert.Equal(7, maker.Add(value));
        maker.PageEntries = "/MediaBox 7 0 R /Rotate 7 0 R /Resources 7 0 R";
        Assert.Equal("x", Read(maker.Save()).Text);
    }

    [Fact]
    public void AFormFontMapAndCMapInCirclesAreRead()
    {
        var maker = new PdfMaker();
        var map = maker.Count + 1;
        maker.AddStream($"/UseCMap {map} 0 R", "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 begincidchar <41> 34 endcidchar endcmap");
        var font = maker.AddCompositeFont("Own", $"{map} 0 R", $"/ToUnicode {map} 0 R");
        Assert.Equal("A", Read(Shown(maker, font, "(A)")).Text);
    }

    [Theory]
    [InlineData("/Size 2000000000 /Index [0 2000000000]", "[1 4 2]")]
    [InlineData("/Size -5 /Index [-5 99]", "[1 4 2]")]
    [InlineData("/Size 7 /Index [0 7]", "[0 0 0]")]
    [InlineData("/Size 7 /Index [0 7]", "[999999999 4 2]")]
    [InlineData("/Size 7 /Index [(x) null 1e300 1e300]", "[8 8 8]")]
    [InlineData("/Prev 999999999999 /Size 7", "[1 4]")]
    public void ACrossReferenceStreamThatLiesIsNotBelieved(string entries, string widths)
    {
        var file = PdfAssembler.Of(Saying("x"));
        var at = file.Position;
        file.Write($"9 0 obj\n<< /Type /XRef /Root 1 0 R {entries} /W {widths} /Length 14 >>\nstream\n").Write(new byte[14]).Write($"\nendstream\nendobj\n");
        Assert.Equal("x", Read(file.End(at)).Text);
    }

    [Fact]
    public void ThousandsOfUpdatesAreFollowedInALoop()
    {
        var file = PdfAssembler.Of(Saying("x"));
        var at = file.Table("/Root 1 0 R");
        for (var i = 0; i < 20_000; i++)
        {
            at = file.Table(FormattableString.Invariant($"/Root 1 0 R /Prev {at} /XRefStm {at}"));
        }

        Assert.Equal("x", Read(file.End(at)).Text);
    }

    [Theory]
    [InlineData("/N 2000000000 /First 4", "1 0 ")]
    [InlineData("/N 3 /First -9", "1 0 2 0 3 0")]
    [InlineData("/N 3 /First 999999999", "1 0 2 0 3 0")]
    [InlineData("/N 3 /First 20", "1 999999999 2 -7 3 1e9")]
    public void AnObjectStreamThatLiesHoldsNothing(string entries, string body)
    {
        var file = PdfAssembler.Of(Saying("x"));
        file.Object(7, FormattableString.Invariant($"<< /Type /ObjStm {entries} /Length {body.Length} >>\nstream\n{body}\nendstream"));
        Assert.Equal("x", Read(file.End(file.Stream(9, "/Root 1 0 R /Info 8 0 R", (8, PdfMaker.Row(2, 7, 0))))).Text);
        Assert.Equal("x", Read(file.Write($"startxref\n0\n%%EOF").Bytes).Text);
    }

    [Theory]
    [InlineData("1e38 0 0 1e38 0 0 cm")]
    [InlineData("99999999999999999999999999999999999999999999 0 0 1 0 0 cm 99999999999999999999999999999999999999999999 0 0 1 0 0 cm")]
    [InlineData("0 0 0 0 0 0 cm")]
    [InlineData("1 0 0 1 9999999999 0 cm")]
    [InlineData("(x) cm")]
    public void MatricesBeyondAllMeasureShowNothing(string matrix)
    {
        var read = Read(Showing($"q {matrix} BT /F1 9 Tf (far away) Tj ET 0 0 99 99 re S 0 0 m 9999 0 l S Q BT /F1 9 Tf 9 9 Td (here) Tj ET"));
        Assert.Equal("here", read.Text);
    }

    [Theory]
    [InlineData("/F1 99999999999 Tf", "")]
    [InlineData("/F1 -9 Tf", "ab")]
    [InlineData("/F1 0 Tf", "")]
    [InlineData("/F1 9 Tf 99999999999999999999999 Tc", "a")]
    [InlineData("/F1 9 Tf 0 Tz", "ab")]
    [InlineData("/F1 9 Tf 9999999999999 TL T*", "")]
    public void TextStatesBeyondAllMeasureLoseOnlyLetters(string state, string expected) => Assert.Equal(expected, Read(Showing($"BT 300 300 Td {state} (ab) Tj ET")).Text);

    [Theory]
    [InlineData("/W [0 2000000000 500]")]
    [InlineData("/W [0 [500 (x) null] 1 2]")]
    [InlineData("/W [[] [] []] /DW (x) /W2 [0 [1]] /DW2 []")]
    [InlineData("/W 4 0 R")]
    [InlineData("/CIDToGIDMap 4 0 R")]
    [InlineData("/FontDescriptor << /FontFile2 4 0 R /FontFile3 4 0 R /FontFile 4 0 R >>")]
    [InlineData("/CIDSystemInfo << /Ordering [] >>")]
    public void AFontThatLiesStillShowsItsLetters(string descendant)
    {
        var maker = new PdfMaker();
        var map = maker.AddToUnicode("1 beginbfrange <0000> <FFFF> <0000> endbfrange");
        var font = maker.AddCompositeFont("Own", "/Identity-H", $"/ToUnicode {map} 0 R", descendant, "Identity");
        Assert.Equal("电解", Read(Shown(maker, font, "<753589E3>")).Text);
    }

    [Fact]
    public void ARangeOfAllCodesCostsNothing()
    {
        var maker = new PdfMaker();
        var map = maker.AddToUnicode(Many("1 beginbfrange <00000000> <FFFFFFFF> <4E00> endbfrange 1 begincidrange <00000000> <7FFFFFFF> 0 endcidrange ", 20_000));
        Assert.Single(Read(Shown(maker, maker.AddCompositeFont("Own", "/Identity-H", $"/ToUnicode {map} 0 R", ordering: "Identity"), "<0001>")).Text);
    }
}
