using System.Globalization;
using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Filters;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

public sealed class FilterTests
{
    private const string Words = "氧化铝产量提高百分之四。";

    // A page whose content is long enough for every code width of LZW, packed by these steps, the last one first in the entries.
    private static byte[] Packed(string entries, params Func<byte[], byte[]>[] steps)
    {
        var maker = new PdfMaker();
        var font = maker.AddUnicodeFont();
        var comments = new StringBuilder();
        for (var i = 0; i < 900; i++)
        {
            comments.Append(CultureInfo.InvariantCulture, $"% line {i * 7919 % 1000}\n");
        }

        var data = steps.Aggregate(PdfMaker.Latin(comments + $"BT /F1 10 Tf 50 700 Td {PdfMaker.Utf16(Words)} Tj ET"), (bytes, step) => step(bytes));
        maker.AddPage($"/Font << /F1 {font} 0 R >>", FormattableString.Invariant($"{maker.AddStream(entries, data)} 0 R"), "");
        return maker.Save();
    }

    private static byte[] Flate(byte[] data) => PdfMaker.Deflate(data);

    private static byte[] Hex(byte[] data) => PdfMaker.Latin(Convert.ToHexString(data) + ">");

    private static byte[] Early(byte[] data) => Encoders.Lzw(data, true);

    private static byte[] Late(byte[] data) => Encoders.Lzw(data, false);

    private static readonly Dictionary<string, Func<byte[], byte[]>[]> Chains = new(StringComparer.Ordinal)
    {
        ["/Filter /FlateDecode"] = [Flate],
        ["/Filter [/FlateDecode]"] = [Flate],
        ["/Filter /Fl"] = [Flate],
        ["/Filter /FlateDecode /DecodeParms null"] = [Flate],
        ["/Filter /ASCIIHexDecode"] = [Hex],
        ["/Filter /AHx"] = [d => PdfMaker.Latin(string.Join(" \n", Convert.ToHexStringLower(d).Chunk(60).Select(c => new string(c))) + ">")],
        ["/Filter /ASCII85Decode"] = [Encoders.Ascii85],
        ["/Filter /A85"] = [d => [.. "<~"u8, .. Encoders.Ascii85(d).Chunk(72).SelectMany(c => c.Append((byte)'\n'))]],
        ["/Filter /RunLengthDecode"] = [Encoders.RunLength],
        ["/Filter /RL"] = [Encoders.RunLength],
        ["/Filter /LZWDecode"] = [Early],
        ["/Filter /LZW /DecodeParms << /EarlyChange 1 >>"] = [Early],
        ["/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>"] = [Late],
        ["/Filter [/LZWDecode] /DecodeParms [<< /EarlyChange 0 >>]"] = [Late],
        ["/Filter [/ASCII85Decode /FlateDecode]"] = [Flate, Encoders.Ascii85],
        ["/Filter [/AHx /A85 /LZW]"] = [Early, Encoders.Ascii85, Hex],
        ["/Filter [/LZW /LZW] /DecodeParms [<< /EarlyChange 0 >> null]"] = [Early, Late],
        ["/Filter [/RL /Fl /A85 /AHx] /DecodeParms [null null null null]"] = [Hex, Encoders.Ascii85, Flate, Encoders.RunLength],
        ["/Filter [/A85 /Fl] /DecodeParms [null << /Predictor 12 /Columns 5 >>]"] = [d => Encoders.Png(d, 5, 1, 2), Flate, Encoders.Ascii85],
        ["/Filter /LZWDecode /DecodeParms << /Predictor 15 /Columns 40 /EarlyChange 0 >>"] = [d => Encoders.Png(d, 40, 1, 4), Late],
        ["/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 7 /Colors 3 >>"] = [d => Encoders.Tiff(d, 7, 3, 8), Flate],
    };

    public static TheoryData<string> AllChains() => [.. Chains.Keys];

    [Theory]
    [MemberData(nameof(AllChains))]
    public void EachFilterIsUndone(string entries) => Assert.Equal(Words, Text(Packed(entries, Chains[entries])));

    [Theory]
    [InlineData("/Filter /DCTDecode")]
    [InlineData("/Filter [/FlateDecode /JPXDecode]")]
    [InlineData("/Filter /Unknown")]
    [InlineData("/Filter [/Fl /Fl /Fl /Fl /Fl /Fl /Fl /Fl /Fl]")]
    public void AContentThatNoFilterOfTextUnpacksIsEmpty(string entries) => Assert.Equal("", Text(Packed(entries, Flate)));

    [Theory]
    [InlineData(0)] // no header at all
    [InlineData(1)] // a header that is wrong
    [InlineData(2)] // no checksum behind
    [InlineData(3)] // a wrong checksum
    [InlineData(4)] // line ends behind
    public void FlateDataNeedNeitherHeaderNorChecksum(int form) => Assert.Equal(Words, Text(Packed("/Filter /FlateDecode", Flate, data => form switch
    {
        0 => data[2..],
        1 => [0x58, 0x00, .. data[2..]],
        2 => data[..^4],
        3 => [.. data[..^4], 1, 2, 3, 4],
        _ => [.. data, .. "\r\n\r\n"u8],
    })));

    [Fact]
    public void ADamagedFlateStreamGivesWhatStandsBeforeTheDamage()
    {
        var noise = new byte[200_000];
        new Random(7).NextBytes(noise);
        Assert.Equal(Words, Text(Packed("/Filter /FlateDecode", d => [.. d, .. " %"u8, .. PdfMaker.Latin(Convert.ToHexString(noise))], Flate, data =>
        {
            data.AsSpan(data.Length / 2, 2000).Fill(0xFF);
            return data;
        })));
    }

    [Fact]
    public void EveryPredictorOfPngIsUndoneForEveryShape()
    {
        var random = new Random(3);
        foreach (var (bits, colors, columns) in Shapes())
        {
            var row = ((bits * colors * columns) + 7) / 8;
            var data = new byte[(row * 5) + Math.Min(row - 1, 2)]; // the last row may be cut off
            random.NextBytes(data);
            for (var kind = 0; kind <= 5; kind++)
            {
                var packed = Encoders.Png(data, row, ((bits * colors) + 7) / 8, kind);
                Assert.Equal(data, Predictor.Undo(packed, PredictorShapeOf(10 + Math.Min(kind, 5), bits, colors, columns)).ToArray());
            }
        }
    }

    [Fact]
    public void ThePredictorOfTiffIsUndoneForEveryShape()
    {
        var random = new Random(4);
        foreach (var (bits, colors, columns) in Shapes().Where(s => s.Bits * s.Colors * s.Columns % 8 == 0))
        {
            var data = new byte[bits * colors * columns / 8 * 4];
            random.NextBytes(data);
            Assert.Equal(data, Predictor.Undo(Encoders.Tiff(data, columns, colors, bits), PredictorShapeOf(2, bits, colors, columns)).ToArray());
        }
    }

    private static IEnumerable<(int Bits, int Colors, int Columns)> Shapes() =>
        from bits in new[] { 1, 2, 4, 8, 16 } from colors in new[] { 1, 3, 4 } from columns in new[] { 1, 5, 8, 16 } select (bits, colors, columns);

    private static PredictorShape PredictorShapeOf(int kind, int bits, int colors, int columns)
    {
        var entries = new Bulletins.Pdf.Objects.PdfDictionary();
        foreach (var (key, value) in new[] { ("Predictor", kind), ("BitsPerComponent", bits), ("Colors", colors), ("Columns", columns) })
        {
            entries.Entries[key] = (double)value;
        }

        return PredictorShape.Of(entries, new Bulletins.Pdf.Objects.PdfFile([], new Budget(PdfLimits.Default)));
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
            Bulletins.Pdf.Filters.Flate.Decode(bytes, new CappedBuffer(100, 10), new Budget(PdfLimits.Default));
            _ = Predictor.Undo(bytes, PredictorShapeOf(random.Next(16), 1 << random.Next(5), random.Next(1, 5), random.Next(1, 70)));
        }
    }
}
