using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Filters;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class FilterTests
{
    private const string Words = "氧化铝产量提高百分之四。";

    [Theory]
    [InlineData("/Filter /FlateDecode")]
    [InlineData("/Filter [/FlateDecode]")]
    [InlineData("/Filter /ASCIIHexDecode")]
    [InlineData("/Filter /ASCII85Decode")]
    [InlineData("/Filter /RunLengthDecode")]
    [InlineData("/Filter /LZWDecode")]
    [InlineData("/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>")]
    [InlineData("/Filter [/ASCII85Decode /FlateDecode]")]
    [InlineData("/Filter [/AHx /A85 /LZW]")]
    public void EachFilterIsUndone(string entries)
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        // Long enough for every code width of LZW.
        var content = new StringBuilder();
        for (var i = 0; i < 900; i++)
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"% line {i * 7919 % 1000}\n");
        }

        var data = PdfMaker.Latin(content + $"BT /F1 10 Tf 50 700 Td {PdfMaker.Utf16(Words)} Tj ET");
        foreach (var filter in new[] { "Flate", "LZW", "A85", "ASCII85", "AHx", "ASCIIHex", "RunLength" }.Where(f => entries.Contains("/" + f, StringComparison.Ordinal)).OrderBy(f => -entries.IndexOf("/" + f, StringComparison.Ordinal)))
        {
            data = filter switch
            {
                "Flate" => PdfMaker.Deflate(data),
                "LZW" => Encoders.Lzw(data, !entries.Contains("EarlyChange 0", StringComparison.Ordinal)),
                "A85" or "ASCII85" => Encoders.Ascii85(data),
                "AHx" or "ASCIIHex" => PdfMaker.Latin(Convert.ToHexString(data) + ">"),
                _ => Encoders.RunLength(data),
            };
        }

        var stream = maker.AddStream(entries, data);
        maker.AddPage($"/Font << /F1 {font} 0 R >>", $"{stream} 0 R", "");
        Assert.Equal(Words, Text(maker.Save()));
    }

    [Fact]
    public void ADamagedFlateStreamGivesWhatStandsBeforeTheDamage()
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        var noise = new byte[200_000];
        new Random(7).NextBytes(noise);
        var data = PdfMaker.Deflate([.. PdfMaker.Latin($"BT /F1 10 Tf 50 700 Td {PdfMaker.Utf16(Words)} Tj ET %"), .. PdfMaker.Latin(Convert.ToHexString(noise))]);
        data.AsSpan(data.Length / 2, 2000).Fill(0xFF);
        var stream = maker.AddStream("/Filter /FlateDecode", data);
        maker.AddPage($"/Font << /F1 {font} 0 R >>", $"{stream} 0 R", "");
        Assert.Equal(Words, Text(maker.Save()));
    }

    [Theory]
    [InlineData(1, new byte[] { 1, 10, 1, 1, 1, 5, 5, 5, 5 }, new byte[] { 10, 11, 12, 13, 5, 10, 15, 20 })]
    [InlineData(1, new byte[] { 0, 10, 1, 1, 1, 2, 5, 5, 5, 5 }, new byte[] { 10, 1, 1, 1, 15, 6, 6, 6 })]
    [InlineData(1, new byte[] { 0, 10, 20, 30, 40, 3, 5, 5, 5, 5 }, new byte[] { 10, 20, 30, 40, 10, 20, 30, 40 })]
    [InlineData(1, new byte[] { 0, 10, 20, 30, 40, 4, 1, 1, 1, 1 }, new byte[] { 10, 20, 30, 40, 11, 21, 31, 41 })]
    public void PngPredictorsAddWhatStandsBesideAndAbove(int sample, byte[] packed, byte[] expected)
    {
        packed = packed.Length == 9 ? [packed[0], .. packed[1..5], 1, .. packed[5..]] : packed;
        Assert.Equal(expected, Predictor.Undo(packed, new PredictorShape(15, 4, sample, 8, 1)).ToArray());
    }

    [Fact]
    public void TheTiffPredictorAddsWhatStandsLeft() =>
        Assert.Equal(new byte[] { 1, 2, 3, 4, 5, 7 }, Predictor.Undo(new byte[] { 1, 1, 1, 4, 1, 2 }, new PredictorShape(2, 3, 1, 8, 1)).ToArray());

    [Fact]
    public void ABombStopsAtTheLimit()
    {
        var maker = new PdfMaker();
        var bomb = PdfMaker.Deflate(PdfMaker.Deflate(new byte[60_000_000]));
        var stream = maker.AddStream("/Filter [/FlateDecode /FlateDecode]", bomb);
        maker.AddPage("", $"[{string.Join(" ", Enumerable.Repeat($"{stream} 0 R", 1000))}]", "");
        var limits = new PdfLimits { StreamBytes = 1 << 20, TotalBytes = 8 << 20 };
        var page = Open(maker.Save(), new PdfReadOptions { Limits = limits }).ReadPage(1);
        Assert.Contains(page.Notices, n => n.Kind == PdfNoticeKind.LimitReached);
    }

    [Fact]
    public void DamagedInputNeverThrows()
    {
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(0, 60)];
            random.NextBytes(bytes);
            Lzw.Decode(bytes, new CappedBuffer(4096, 10), random.Next(2) == 0);
            AsciiFilters.Decode85(bytes, new CappedBuffer(64, 10));
            AsciiFilters.DecodeHex(bytes, new CappedBuffer(64, 10));
            RunLength.Decode(bytes, new CappedBuffer(100, 10));
            Flate.Decode(bytes, new CappedBuffer(100, 10), new Budget(PdfLimits.Default));
            _ = Predictor.Undo(bytes, new PredictorShape(random.Next(16), random.Next(1, 70), random.Next(1, 5), 8, random.Next(1, 5)));
        }
    }
}
