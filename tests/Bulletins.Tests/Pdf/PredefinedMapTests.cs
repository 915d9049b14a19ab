using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Fonts;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Each CMap that a file may name without holding it, with a text of its own.</summary>
public sealed class PredefinedMapTests
{
    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);

    // Codes as bytes of a code page (a number) or in hexadecimal, the text that they are.
    [Theory]
    [InlineData("GB-EUC", 54936, "吨钢综合能耗降至564kg。")]
    [InlineData("GBpc-EUC", 54936, "高炉利用系数提高3.2！")]
    [InlineData("GBK-EUC", 54936, "镕基堃喆瞭望，A座")]
    [InlineData("GBKp-EUC", 54936, "李喆、陈珺获奖B")]
    [InlineData("GBK2K", 54936, "㐀龥一€的𠮷")]
    [InlineData("UniGB-UCS2", 1201, "熔铸车间（二）")]
    [InlineData("UniGB-UTF16", 1201, "熔铸𠮷间")]
    [InlineData("UniGB-UTF8", 65001, "熔铸𠮷é间A")]
    [InlineData("UniGB-UTF32", 12001, "轧制𠮷间")]
    [InlineData("B5pc", 950, "鋼鐵公司A")]
    [InlineData("ETen-B5", 950, "鋁電解廠B")]
    [InlineData("ETenms-B5", 950, "電力調度C")]
    [InlineData("HKscs-B5", 950, "港鐵工程D")]
    [InlineData("UniCNS-UCS2", 1201, "發電機組")]
    [InlineData("UniCNS-UTF16", 1201, "發電𠕇機")]
    [InlineData("UniCNS-UTF8", 65001, "發電機A")]
    [InlineData("UniCNS-UTF32", 12001, "變電站")]
    [InlineData("83pv-RKSJ", 932, "製鉄所A")]
    [InlineData("90ms-RKSJ", 932, "アルミ合金ｱﾙﾐA")]
    [InlineData("90msp-RKSJ", 932, "圧延工場B")]
    [InlineData("90pv-RKSJ", 932, "発電所C")]
    [InlineData("Add-RKSJ", 932, "溶鉱炉D")]
    [InlineData("Ext-RKSJ", 932, "電炉E")]
    [InlineData("EUC", 51932, "鉄道ﾃﾂF")]
    [InlineData("UniJIS-UCS2", 1201, "鋳造かな")]
    [InlineData("UniJIS-UCS2-HW", 1201, "鋳造ABC")]
    [InlineData("UniJIS-UTF16", 1201, "鋳造𠮷")]
    [InlineData("UniJIS-UTF8", 65001, "鋳造A")]
    [InlineData("UniJIS2004-UTF32", 12001, "葛飾")]
    [InlineData("KSC-EUC", 949, "철강공사A")]
    [InlineData("KSCms-UHC", 949, "알루미늄똠B")]
    [InlineData("KSCms-UHC-HW", 949, "발전소C")]
    [InlineData("KSCpc-EUC", 949, "제철소D")]
    [InlineData("UniKS-UCS2", 1201, "전력")]
    [InlineData("UniKS-UTF16", 1201, "변전소A")]
    [InlineData("UniKS-UTF8", 65001, "제련")]
    public void EachMapReadsItsCodesAcrossAndDown(string map, int page, string words)
    {
        foreach (var mode in new[] { "-H", "-V" })
        {
            var maker = new PdfMaker();
            var read = PdfTesting.Page(Shown(maker, maker.AddUnicodeFont("Song", map + mode), PdfMaker.Hex(Page(page).GetBytes(words))));
            Assert.Equal(words, Text(read));
            Assert.All(read.Letters, l => Assert.Equal((mode == "-V", LetterMapping.Mapped), (l.Font.IsVertical, l.Mapping)));
        }
    }

    // Codes that no code page of .NET holds: marks for vertical lines, rows of copies, extensions, other sets.
    [Theory]
    [InlineData("GB-EUC-H", "A6D9A6DAA6DBA6DCA6DDA6DEA6DFA6F3", "，。、：；！？…")]
    [InlineData("GBK-EUC-V", "A6ECB5E7A6ED", "〖电〗")]
    [InlineData("GBK2K-H", "A8BCAAB1AAC1", "ḿ1A")]
    [InlineData("GBpc-EUC-H", "80B5E7", "ü电")]
    [InlineData("GBpc-EUC-H", "FDFEFF", "©™…")]
    [InlineData("UniGB-UTF16-H", "E78D7535E78E", "，电。")]
    [InlineData("UniGB-UTF8-V", "EE9E8DE794B5", "，电")]
    [InlineData("ETen-B5-H", "C6A1C6DCB971", "①ゝ電")]
    [InlineData("B5pc-H", "80FD", "\\©")]
    [InlineData("HKscs-B5-H", "886E8747B971", "ě䖳電")]
    [InlineData("UniCNS-UTF16-H", "E000E007", "𠕇况")]
    [InlineData("CNS-EUC-H", "41C4A1E7D98EA2A1A1", "A一電乂")]
    [InlineData("H", "33244534", "海鉄")]
    [InlineData("V", "3324", "海")]
    [InlineData("90ms-RKSJ-H", "ED408790", "纊≒")]
    [InlineData("83pv-RKSJ-H", "8540854F", "!0")]
    [InlineData("90pv-RKSJ-H", "8540", "①")]
    [InlineData("KSCpc-EUC-H", "A147", "『")]
    public void CodesBesideTheCodePageAreCids(string map, string codes, string words)
    {
        var maker = new PdfMaker();
        Assert.Equal(words, Text(Shown(maker, maker.AddUnicodeFont("Song", map), $"<{codes}>")));
    }

    [Theory]
    [InlineData("Identity-H", false)]
    [InlineData("Identity-V", true)]
    public void IdentityIsTheCids(string map, bool isVertical)
    {
        var words = "节约标准煤，";
        foreach (var (ordering, said) in new[] { ("GB1", words), ("CNS1", "節約標準煤"), ("Japan1", "節約標準"), ("Korea1", "절약") })
        {
            var collection = CidCollection.Find(ordering)!;
            var shown = PdfMaker.Hex([.. said.SelectMany(c => new[] { (byte)(collection.Cid(c) >> 8), (byte)collection.Cid(c) })]);
            var maker = new PdfMaker();
            var page = PdfTesting.Page(Shown(maker, maker.AddCompositeFont("Song", "/" + map, "", ordering: ordering), shown));
            Assert.Equal(said, Text(page));
            Assert.All(page.Letters, l => Assert.Equal((isVertical, LetterMapping.Mapped), (l.Font.IsVertical, l.Mapping)));
        }
    }

    [Theory]
    [InlineData("GBK-EUC-H", "<41>", 5)] // half the width, by the collection's row of such letters
    [InlineData("GBKp-EUC-H", "<41>", 10)]
    [InlineData("GBK-EUC-H", "<B5E7>", 10)]
    public void WidthsAreThoseOfTheCids(string map, string shown, double width)
    {
        var maker = new PdfMaker();
        var font = maker.AddCompositeFont("Song", "/" + map, "", "/DW 1000 /W [814 907 500]");
        Assert.Equal(width, Assert.Single(PdfTesting.Page(Shown(maker, font, shown)).Letters).Box.Width, 3);
    }

    [Fact]
    public void AMapThatNobodyKnowsIsTakenForCids()
    {
        var maker = new PdfMaker();
        Assert.Equal("A", Text(Shown(maker, maker.AddCompositeFont("Song", "/Unheard-of-H", ""), "<0022>")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("41")]
    [InlineData("B5")]
    [InlineData("8130")]
    [InlineData("FFFFFFFFFF")]
    [InlineData("D800")]
    [InlineData("F09F")]
    public void BytesThatAreNoCodeStillEnd(string codes)
    {
        foreach (var map in new[] { "GBK-EUC-H", "GBK2K-V", "UniGB-UTF16-H", "UniGB-UTF8-H", "UniGB-UTF32-H", "CNS-EUC-H", "H", "Identity-H", "90ms-RKSJ-H" })
        {
            var maker = new PdfMaker();
            Assert.InRange(PdfTesting.Page(Shown(maker, maker.AddUnicodeFont("Song", map), $"<{codes}>")).Letters.Count, codes.Length / 8, codes.Length / 2);
        }
    }
}
