using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace Bulletins.Tests.Pdf;

/// <summary>Other readers find the same letters (Debian: poppler-utils, mupdf-tools). Where one is not installed, the test says so and passes.</summary>
public sealed class OtherEnginesTests(ITestOutputHelper output)
{
    private const double Recall = 0.999;

    [Theory]
    [InlineData("pdftotext", "-enc UTF-8 {0} -")]
    [InlineData("mutool", "draw -q -F txt {0} 1")]
    public void TheSameLettersAreFound(string program, string arguments)
    {
        if (!IsInstalled(program))
        {
            output.WriteLine($"skipped: {program} is not installed");
            return;
        }

        // mutool reads no font without a descriptor.
        foreach (var (name, file) in Files().Where(f => program != "mutool" || f.Name.StartsWith("a paper", StringComparison.Ordinal)))
        {
            var path = Path.Combine(Path.GetTempPath(), $"bulletins-{Guid.NewGuid():N}.pdf");
            try
            {
                File.WriteAllBytes(path, file);
                var theirs = Count(Run(program, string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, path)));
                var ours = Count(PdfTesting.Text(file));
                var shared = theirs.Sum(p => Math.Min(p.Value, ours.GetValueOrDefault(p.Key)));
                Assert.True(theirs.Values.Sum() > 100, $"{program} reads nothing of {name}");
                Assert.True(shared >= Recall * theirs.Values.Sum(), $"{name}: {shared} of {theirs.Values.Sum()} letters that {program} finds");
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    // What our own writer takes for right is right for another reader too.
    [Fact]
    public void PopplerReadsTheFormsThatOurWriterMakes()
    {
        if (!IsInstalled("pdftotext") || !Directory.Exists("/usr/share/poppler/cMap/Adobe-GB1"))
        {
            output.WriteLine("skipped: pdftotext or poppler-data is not installed");
            return;
        }

        using var folder = new Support.TemporaryFolder();
        foreach (var (name, file, text) in LockedFileTests.Files().Concat(CrossReferenceTests.Files()))
        {
            File.WriteAllBytes(folder["form.pdf"], file);
            var theirs = Run("pdftotext", $"-enc UTF-8 {folder["form.pdf"]} -");
            Assert.True(theirs.Contains(text, StringComparison.Ordinal), $"{name}: {theirs}");
        }
    }

    private static IEnumerable<(string Name, byte[] File)> Files()
    {
        var words = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('\u4E00' + (i * 37 % 20000))));
        var mapped = new PdfMaker();
        var map = mapped.AddToUnicode("1 beginbfrange <0000> <FFFF> <0000> endbfrange");
        var font = mapped.AddCompositeFont("ABCDEF+Song", "/Identity-H", $"/ToUnicode {map} 0 R", ordering: "Identity");
        PdfTesting.AddShown(mapped, font, PdfMaker.Utf16(words[..50]) + " Tj 0 -20 Td " + PdfMaker.Utf16(words[50..100]) + " Tj 0 -20 Td " + PdfMaker.Utf16(words[100..150]));
        yield return ("ToUnicode", mapped.Save());

        foreach (var order in Enum.GetValues<ContentOrder>())
        {
            yield return ($"a paper of four columns, {order}", PaperSetter.Set(Support.BulletinGenerator.CleanText(7, 3000), new PaperSettings { Order = order }));
        }

        foreach (var name in new[] { "UniGB-UTF16-H", "UniGB-UCS2-H" })
        {
            var maker = new PdfMaker();
            PdfTesting.AddShown(maker, maker.AddUnicodeFont("SimSun", name), PdfMaker.Utf16(words[..50]) + " Tj 0 -20 Td " + PdfMaker.Utf16(words[50..100]) + " Tj 0 -20 Td " + PdfMaker.Utf16(words[100..150]));
            yield return (name, maker.Save());
            yield return (name + " in object streams", maker.SaveCompressed());
        }
    }

    private static Dictionary<char, int> Count(string text) =>
        text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        _ = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
