using System.Diagnostics;
using System.Globalization;
using Bulletins.Pdf;
using Bulletins.Pdf.Layout;
using Bulletins.Tests.Pdf;

namespace Bulletins.Benchmarks;

/// <summary>Measures the PDF reader against pdftotext (poppler-utils) on the same files in one run: invented papers of four columns.</summary>
internal static class PdfSpeed
{
    private const int Rounds = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    public static void Compare()
    {
        Console.WriteLine($"{Environment.Version}, {Environment.ProcessorCount} cores, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; {Version()}");
        Console.WriteLine("Milliseconds a page, the best of 8 rounds; pdftotext less what it takes for a page of nothing (its start), ours once warm.");
        Console.WriteLine($"{"",-52}{"processor time",-38}wall time");
        Console.WriteLine($"{"",-36}{"pages",6}{"KB",8}{"pdftotext",11}{"-raw",8}{"letters",9}{"+ layout",10}{"pdftotext",12}{"+ layout",10}");
        var start = PdfToText("", Empty());
        foreach (var (name, file) in new[]
        {
            ("four columns, lines in order", PdfRun.Paper(40, ContentOrder.Reading)), ("four columns, row by row", PdfRun.Paper(40, ContentOrder.Rows)),
            ("four columns, letters shuffled", PdfRun.Paper(40, ContentOrder.Shuffled)), ("a paper of 200 pages", PdfRun.Paper(200, ContentOrder.Reading)),
        })
        {
            var pages = new PdfTextEngine().Open(file, PdfReadOptions.Default).Document!.PageCount;
            var theirs = PdfToText("", file).Since(start).Over(pages);
            var raw = PdfToText("-raw ", file).Since(start).Over(pages);
            var letters = Ours(file, page => page.Letters.Count).Over(pages);
            var layout = Ours(file, page => PageLayout.Read(page).Count).Over(pages);
            Console.WriteLine($"{name,-36}{pages,6}{file.Length / 1024,8}{theirs.Processor,11:F2}{raw.Processor,8:F2}{letters.Processor,9:F2}{layout.Processor,10:F2}{theirs.Wall,12:F2}{layout.Wall,10:F2}");
        }
    }

    private static byte[] Empty()
    {
        var maker = new PdfMaker();
        maker.AddPage("", PdfMaker.Latin("q Q"));
        return maker.Save();
    }

    private static Times Ours(byte[] file, Func<PdfPage, int> work)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < WarmUp;)
        {
            Read();
        }

        return Times.Best(Rounds, () =>
        {
            var (processor, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            Read();
            return new Times((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
        });

        void Read()
        {
            var document = new PdfTextEngine().Open(file, PdfReadOptions.Default).Document!;
            for (var number = 1; number <= document.PageCount; number++)
            {
                work(document.ReadPage(number));
            }
        }
    }

    private static Times PdfToText(string option, byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"bulletins-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(path, file);
            return Times.Best(Rounds, () =>
            {
                var said = Said("bash", "-c", $"TIMEFORMAT='%3R %3U %3S'; time pdftotext {option}-enc UTF-8 {path} /dev/null 2>/dev/null");
                var seconds = said.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => double.Parse(s, CultureInfo.InvariantCulture)).ToList();
                return new Times(1000 * (seconds[1] + seconds[2]), 1000 * seconds[0]);
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Version() => Said("pdftotext", "-v").Split('\n')[0];

    private static string Said(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return said;
    }

    /// <summary>In milliseconds.</summary>
    private readonly record struct Times(double Processor, double Wall)
    {
        // The best of each, as other programs may run beside it.
        public static Times Best(int rounds, Func<Times> round)
        {
            var all = Enumerable.Range(0, rounds).Select(_ => round()).ToList();
            return new Times(all.Min(t => t.Processor), all.Min(t => t.Wall));
        }

        public Times Since(Times start) => new(Processor - start.Processor, Wall - start.Wall);

        public Times Over(int pages) => new(Processor / pages, Wall / pages);
    }
}
