using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Segment;

namespace Bulletins.Benchmarks;

/// <summary>What each stage leaves alive, throws away and needs at its peak, for one file. Counting what lives collects everything: the peaks
/// of later stages are the least that they can do with, those of the tool itself are higher (see them with <c>/usr/bin/time -v</c>).</summary>
internal static class MemoryRun
{
    public static void Run(string[] args)
    {
        switch (args)
        {
            case ["dump", var bytes, var path]:
                File.WriteAllText(path, Corpus.Dirty(int.Parse(bytes, CultureInfo.InvariantCulture) / 3));
                break;
            case ["line", var bytes, var path]:
                File.WriteAllText(path, Corpus.SingleLine(int.Parse(bytes, CultureInfo.InvariantCulture) / 3));
                break;
            case [var path]:
                Stages(path);
                break;
            default:
                Console.Error.WriteLine("memory FILE | memory dump|line BYTES FILE");
                break;
        }
    }

    private static void Stages(string path)
    {
        Console.WriteLine($"{"",-12}{"live MB",9}{"garbage MB",12}{"seconds",9}{"peak MB",9}");
        var allocated = GC.GetTotalAllocatedBytes(true);
        var clock = Environment.CpuUsage.TotalTime;
        Told("start");
        var source = SourceReader.Read(path, BulletinOptions.Default).Source!;
        Told("ingest");
        var normalized = Normalizer.Normalize(source);
        Told("normalize");
        var issues = Segmenter.Segment(normalized);
        Told("segment");
        IReadOnlyList<Document> documents = [.. DocumentBuilder.Build(normalized, issues)];
        Told("figures");
        GC.KeepAlive(source);
        GC.KeepAlive(normalized);
        GC.KeepAlive(issues);
        issues = null;
        normalized = null;
        source = null;
        Told("documents");
        GC.KeepAlive(documents);

        void Told(string stage)
        {
            var seconds = (Environment.CpuUsage.TotalTime - clock).TotalSeconds;
            var now = GC.GetTotalAllocatedBytes(true);
            Console.WriteLine($"{stage,-12}{GC.GetTotalMemory(true) / 1e6,9:F1}{(now - allocated) / 1e6,12:F1}{seconds,9:F2}{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,9:F0}");
            allocated = GC.GetTotalAllocatedBytes(true);
            clock = Environment.CpuUsage.TotalTime;
        }
    }
}
