using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Pdf;
using Bulletins.Pdf.Layout;
using Bulletins.Tests.Pdf;
using Bulletins.Tests.Support;

namespace Bulletins.Benchmarks;

/// <summary>Measures the PDF reader against pdftotext (poppler-utils) on the same files: invented papers of four columns, set by the tests' own press.</summary>
internal static class PdfRun
{
    private const int Rounds = 8;

    public static void Run(string[] args)
    {
        switch (args)
        {
            case []:
                Compare();
                break;
            case ["set", var text, var pdf, .. var how]:
                File.WriteAllBytes(pdf, PaperSetter.Set(File.ReadAllText(text), new PaperSettings
                {
                    SpansHeadlines = how.Contains("span"), Indents = !how.Contains("gaps"), HeadlineSpacing = how.Contains("spaced") ? 0.5 : 0,
                    Order = how.Contains("rows") ? ContentOrder.Rows : how.Contains("shuffled") ? ContentOrder.Shuffled : ContentOrder.Reading,
                }));
                break;
            case ["paper", var pages, var pdf]:
                File.WriteAllBytes(pdf, Paper(int.Parse(pages, CultureInfo.InvariantCulture), ContentOrder.Reading));
                break;
            case ["peak", var pdf, var stage]:
                Peak(pdf, stage);
                break;
            default:
                Console.Error.WriteLine("pdf | pdf set TEXT PDF [span] [gaps] [spaced] [rows|shuffled] | pdf paper PAGES PDF | pdf peak PDF letters|layout|read|normalize|extract");
                break;
        }
    }

    // In a process of its own: the most memory that a stage and those before it take.
    private static void Peak(string pdf, string stage)
    {
        if (stage is "letters" or "layout")
        {
            var document = new PdfTextEngine().Open(File.ReadAllBytes(pdf), PdfReadOptions.Default).Document!;
            for (var number = 1; number <= document.PageCount; number++)
            {
                var page = document.ReadPage(number);
                _ = stage == "layout" ? PageLayout.Read(page).Count : 0;
            }
        }
        else
        {
            using var file = File.OpenRead(pdf);
            var source = SourceReader.Read(file, pdf, BulletinOptions.Default).Source!;
            _ = stage switch { "normalize" => Normalizer.Normalize(source).Edits.Count, "extract" => BulletinPipeline.Extract(source).Count, _ => 0 };
        }

        Console.WriteLine($"{stage,-12}{Process.GetCurrentProcess().PeakWorkingSet64 >> 20,6} MB, live {GC.GetTotalMemory(true) >> 20} MB, {GC.CollectionCount(2)} full collections");
    }

    /// <summary>A paper of at least so many pages: invented articles under headlines, four columns, 9.5 points.</summary>
    private static byte[] Paper(int pages, ContentOrder order)
    {
        var random = new Random(pages);
        var text = new StringBuilder();
        while (text.Length < pages * 4600)
        {
            var article = InventedArticle.Create(random);
            text.Append("## ").AppendLine(article.Headline).AppendLine().AppendLine("记者 " + article.Author).AppendLine();
            text.AppendJoin("\n\n", article.Paragraphs.Concat(article.Paragraphs.Skip(1))).AppendLine().AppendLine();
        }

        return PaperSetter.Set(text.ToString(), new PaperSettings { Order = order });
    }

    private static void Compare()
    {
        Console.WriteLine($"{Environment.Version}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; {PdfToTextVersion()}");
        Console.WriteLine("Milliseconds of processor time a page; pdftotext less what it takes for a page of nothing (its start), ours once warm.");
        Console.WriteLine($"{"",-36}{"pages",6}{"KB",8}{"pdftotext",11}{"-raw",8}{"letters",9}{"+ layout",10}");
        var empty = Timed("", Empty());
        foreach (var (name, file) in new[]
        {
            ("four columns, lines in order", Paper(40, ContentOrder.Reading)), ("four columns, row by row", Paper(40, ContentOrder.Rows)), ("four columns, letters shuffled", Paper(40, ContentOrder.Shuffled)),
            ("a paper of 200 pages", Paper(200, ContentOrder.Reading)),
        })
        {
            var pages = new PdfTextEngine().Open(file, PdfReadOptions.Default).Document!.PageCount;
            var (theirs, raw) = ((Timed("", file) - empty) / pages, (Timed("-raw ", file) - empty) / pages);
            var letters = Ours(file, page => page.Letters.Count) / pages;
            var layout = Ours(file, page => PageLayout.Read(page).Count) / pages;
            Console.WriteLine($"{name,-36}{pages,6}{file.Length / 1024,8}{theirs,11:F2}{raw,8:F2}{letters,9:F2}{layout,10:F2}");
        }
    }

    private static byte[] Empty()
    {
        var maker = new PdfMaker();
        maker.AddPage("", PdfMaker.Latin("q Q"));
        return maker.Save();
    }

    // The best of some rounds, as other programs may run beside it.
    private static double Ours(byte[] file, Func<PdfPage, int> work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var document = new PdfTextEngine().Open(file, PdfReadOptions.Default).Document!;
            for (var number = 1; number <= document.PageCount; number++)
            {
                work(document.ReadPage(number));
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        return best;
    }

    private static double Timed(string option, byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"bulletins-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, file);
            var best = double.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardError = true };
                start.ArgumentList.Add("-c");
                start.ArgumentList.Add($"TIMEFORMAT='%3U %3S'; time pdftotext {option}-enc UTF-8 {path} /dev/null 2>/dev/null");
                using var process = Process.Start(start)!;
                var said = process.StandardError.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                process.WaitForExit();
                best = Math.Min(best, 1000 * said.Sum(s => double.Parse(s, CultureInfo.InvariantCulture)));
            }

            return best;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string PdfToTextVersion()
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { UseShellExecute = false, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return said.Split('\n')[0];
    }
}
