using System.Globalization;
using System.Text;
using Bulletins.Figures;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins.Benchmarks;

/// <summary>Megabytes of UTF-8 a second of processor time of every stage (other programs on the machine do not count): each is run on more and more text until it has taken
/// long enough to believe. “growth” is the time for twice the text over the time for once: 2 is linear, 4 quadratic.</summary>
internal static class QuickRun
{
    private const int FirstSize = 1 << 17;
    private const int LastSize = 1 << 25;
    private const double EnoughSeconds = 0.7;
    private const double WarmUpSeconds = 1;

    public static void Run(string filter)
    {
        Console.WriteLine($"{Environment.Version}, {Environment.ProcessorCount} cores, processor time of one, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
        Console.WriteLine($"{"",-44}{"MB/s",9}{"growth",9}{"MB",8}{"garbage/byte",14}");
        Measure("baseline: ReadLine and a regex for digits", Corpus.Dirty, Encoding.UTF8.GetBytes, Baseline.CountNumbers);
        Measure("read utf-8, clean", Corpus.Clean, Encoding.UTF8.GetBytes, Read);
        Measure("read utf-8, dirty", Corpus.Dirty, Encoding.UTF8.GetBytes, Read);
        Measure("read gb18030", Corpus.Clean, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes, Read);
        Measure("read utf-16le", Corpus.Clean, Encoding.Unicode.GetBytes, Read);
        Measure("markup, Markdown", Corpus.Markdown, t => t, t => Markup.Read(t).Marks.Count);
        foreach (var rule in filter == "rule" ? Normalizer.Rules : [])
        {
            Measure($"rule {rule.Id}, clean", Corpus.Clean, Unedited, n => rule.Propose(new RuleContext(n.Text, n)).Count);
            Measure($"rule {rule.Id}, dirty", Corpus.Dirty, Unedited, n => rule.Propose(new RuleContext(n.Text, n)).Count);
        }

        Measure("normalize, clean", Corpus.Clean, t => SourceText.FromText(t), s => Normalizer.Normalize(s).Edits.Count);
        Measure("normalize, dirty", Corpus.Dirty, t => SourceText.FromText(t), s => Normalizer.Normalize(s).Edits.Count);
        Measure("normalize, one line", Corpus.SingleLine, t => SourceText.FromText(t), s => Normalizer.Normalize(s).Edits.Count);
        Measure("segment, dirty", Corpus.Dirty, t => Normalizer.Normalize(SourceText.FromText(t)), n => Segmenter.Segment(n).Count);
        Measure("segment, one line", Corpus.SingleLine, t => Normalizer.Normalize(SourceText.FromText(t)), n => Segmenter.Segment(n).Count);
        Measure("figures, one paragraph", Corpus.Clean, t => Paragraph(t.ReplaceLineEndings("")), p => FigureExtractor.Extract(p).Count);
        Measure("pipeline, dirty", Corpus.Dirty, Encoding.UTF8.GetBytes, Extract);
        Measure("pipeline, one line", Corpus.SingleLine, Encoding.UTF8.GetBytes, Extract);
        Measure("pipeline, small files", n => n.ToString(CultureInfo.InvariantCulture), n => Corpus.Files(int.Parse(n, CultureInfo.InvariantCulture) / 1000), files => files.Sum(Extract));

        if (filter == "hundred")
        {
            var bytes = Encoding.UTF8.GetBytes(Corpus.SingleLine(LastSize + (LastSize / 14)));
            Once("normalize, one line of a hundred megabytes", bytes, b => Normalizer.Normalize(SourceReader.Read(new MemoryStream(b), "-", BulletinOptions.Default).Source!).Edits.Count);
            Once("pipeline, one line of a hundred megabytes", bytes, Extract);
            Once("figures, one line of a hundred megabytes", bytes, b => FigureExtractor.Extract(Paragraph(Encoding.UTF8.GetString(b))).Count);
        }

        void Measure<T>(string name, Func<int, string> text, Func<string, T> prepare, Func<T, int> work)
        {
            if (name.Contains(filter, StringComparison.Ordinal))
            {
                try
                {
                    Grow(name, text, prepare, work);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    Console.WriteLine($"{name,-44} failed: {e.GetType().Name} {e.StackTrace?.Split('\n')[0].Trim()}");
                }
            }
        }
    }

    private static void Grow<T>(string name, Func<int, string> text, Func<string, T> prepare, Func<T, int> work)
    {
        double before = 0;
        var first = prepare(text(FirstSize));
        for (double warm = 0; warm < WarmUpSeconds;)
        {
            warm += Math.Max(0.02, Cost(first, work).Seconds); // until the compiler has made its second, better code
        }

        for (var size = FirstSize; ; size *= 2)
        {
            var input = prepare(text(size));
            var bytes = Bytes(input, text(size));
            var (seconds, garbage) = Cost(input, work);
            if (seconds >= EnoughSeconds || size >= LastSize)
            {
                var growth = before == 0 ? "" : $"{seconds / before:F1}";
                Console.WriteLine($"{name,-44}{bytes / seconds / 1e6,9:F1}{growth,9}{bytes / 1e6,8:F1}{(double)garbage / bytes,14:F1}");
                return;
            }

            before = seconds;
        }
    }

    private static void Once(string name, byte[] bytes, Func<byte[], int> work)
    {
        var (seconds, garbage) = Cost(bytes, work);
        var peak = System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine($"{name,-44}{bytes.Length / seconds / 1e6,9:F1}{"",9}{bytes.Length / 1e6,8:F1}{(double)garbage / bytes.Length,14:F1}  {seconds:F0} s, {peak / 1e6:F0} MB at most");
    }

    private static (double Seconds, long Garbage) Cost<T>(T input, Func<T, int> work)
    {
        GC.Collect();
        var garbage = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        work(input);
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        return (seconds, GC.GetAllocatedBytesForCurrentThread() - garbage);
    }

    private static long Bytes<T>(T input, string text) => input switch
    {
        byte[] bytes => bytes.Length,
        IReadOnlyList<byte[]> files => files.Sum(f => (long)f.Length),
        _ => Encoding.UTF8.GetByteCount(text),
    };

    private static NormalizedText Unedited(string text) => new(SourceText.FromText(text), text, [], []);

    private static FigureInput Paragraph(string text) => new([(new FigurePlace(FigurePart.Paragraph), text)], "2024-05-01");

    private static int Read(byte[] bytes) => SourceReader.Read(new MemoryStream(bytes), "-", BulletinOptions.Default).Source!.Lines.Count;

    private static int Extract(byte[] bytes) => BulletinPipeline.Extract(SourceReader.Read(new MemoryStream(bytes), "-", BulletinOptions.Default).Source!).Sum(d => d.Articles.Count);
}
