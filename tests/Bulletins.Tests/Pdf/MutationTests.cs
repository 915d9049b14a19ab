using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bulletins.Pdf;
using Bulletins.Pdf.Layout;
using Xunit.Abstractions;

namespace Bulletins.Tests.Pdf;

/// <summary>Any bytes give a result or a typed error. The same mutants every run: a failure names its number.
/// BULLETINS_MUTANTS=100000 in the environment tries more of them.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly int Mutants = int.TryParse(Environment.GetEnvironmentVariable("BULLETINS_MUTANTS"), CultureInfo.InvariantCulture, out var many) ? many : 3000;

    private static readonly string[] Words =
        ["obj", "endobj", "stream", "endstream", "<<", ">>", "[", "]", "(", ")", "/Length", "/Kids", "/Parent", "/Filter", "/FlateDecode", "/LZWDecode", "/Predictor 15", "/Columns 99999999",
         "/Count", "/W", "/Index", "/Prev", "/Size", "0 R", "1 0 R", "2 0 R", "3 0 R", "99999999999", "-1", "xref", "trailer", "startxref", "/Encrypt", "/Contents", "/Resources", "/XObject",
         "/ToUnicode", "/Rotate 90", "/MediaBox [0 0 1e30 1e30]", "BT", "ET", "TJ", "q", "Q", "cm", "Do", "0.00001", "10000000"];

    private static readonly byte[][] Files = [Saying().Save(), Saying().SaveCompressed(), Tables(), Paper()];

    [Fact]
    public void NoMutantCrashesOrHangs()
    {
        var random = new Random(20261121);
        var options = new PdfReadOptions { Limits = new PdfLimits { Time = TimeSpan.FromSeconds(4), TotalTime = TimeSpan.FromSeconds(8), StreamBytes = 8 << 20, TotalBytes = 64 << 20 } };
        var opened = 0;
        var slowest = (Mutant: 0, Time: TimeSpan.Zero);
        for (var i = 0; i < Mutants; i++)
        {
            var file = Mutate(Files[random.Next(Files.Length)], random);
            var clock = Stopwatch.StartNew();
            try
            {
                opened += Read(file, options) ? 1 : 0;
            }
            catch (Exception e)
            {
                Assert.Fail($"mutant {i}: {e}");
            }

            slowest = clock.Elapsed > slowest.Time ? (i, clock.Elapsed) : slowest;
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"mutant {i} took {clock.Elapsed}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Mutants} mutants, {opened} opened; the slowest, {slowest.Mutant}, took {slowest.Time.TotalSeconds:F1} s; at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        // The mutants are near enough to PDF to reach every part of the reader.
        Assert.InRange(opened, Mutants / 4, Mutants);
    }

    private static bool Read(byte[] file, PdfReadOptions options)
    {
        var result = new PdfTextEngine().Open(file, options);
        for (var page = 1; page <= Math.Min(20, result.Document?.PageCount ?? 0); page++)
        {
            _ = PageLayout.Read(result.Document!.ReadPage(page)).Count;
        }

        return result.Document is not null;
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var file = original.ToList();
        for (var n = random.Next(1, 9); n > 0 && file.Count > 1; n--)
        {
            var at = random.Next(file.Count);
            var length = Math.Min(random.Next(200), file.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    var word = Encoding.ASCII.GetBytes(Words[random.Next(Words.Length)]);
                    file.RemoveRange(at, Math.Min(word.Length, file.Count - at));
                    file.InsertRange(at, word);
                    break;
                case 3:
                    file.RemoveRange(at, length);
                    break;
                case 4:
                    file.InsertRange(at, file.GetRange(at, length));
                    break;
                case 5 when random.Next(4) == 0:
                    file.RemoveRange(at, file.Count - at);
                    break;
                default:
                    for (var i = at; i < at + length; i++)
                    {
                        file[i] = file[i] is >= (byte)'0' and <= (byte)'9' ? (byte)random.Next('0', '9' + 1) : file[i];
                    }

                    break;
            }
        }

        return [.. file];
    }

    private static PdfMaker Saying() => PdfTesting.Saying("检修班组提前两天完成大修任务。");

    private static byte[] Tables()
    {
        var maker = new PdfMaker();
        var map = maker.AddToUnicode("2 beginbfrange <0001> <0009> <7535> <0010> <0012> [<89E3> <69FD> <D842DFB7>] endbfrange 1 beginbfchar <0020> <66F0> endbfchar");
        var font = maker.AddCompositeFont("ABCDEF+Song", "/Identity-H", $"/ToUnicode {map} 0 R", "/DW 900 /W [1 [500 600] 10 20 250]", "Identity");
        var simple = maker.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 /Euro /uni4E2D /f_i] >> /FirstChar 65 /Widths [500 600 700] >>");
        var form = maker.AddStream("/Subtype /Form /BBox [0 0 9 9] /Filter /ASCIIHexDecode", Convert.ToHexString("BT /F2 9 Tf (ABC) Tj ET /X Do"u8) + ">");
        maker.AddPage($"/Font << /F1 {font} 0 R /F2 {simple} 0 R >> /XObject << /X {form} 0 R >>", PdfMaker.Latin("q 1 0 0 1 9 9 cm /X Do Q BT /F1 10 Tf 50 700 Td [<000100020010> -300 <00110020>] TJ ET 10 10 m 10 500 l S"));
        return maker.SaveCompressed();
    }

    private static byte[] Paper()
    {
        var press = new PagePress();
        press.Line(30, 740, "春风送暖", 24, 20);
        press.Vertical(500, 740, "安全生产", 14);
        for (var column = 0; column < 3; column++)
        {
            for (var i = 0; i < 6; i++)
            {
                press.Line(30 + (column * 120), 700 - (i * 14), "车间里机器轰鸣人人忙碌");
            }
        }

        return press.Save();
    }
}
