using System.Text;
using BenchmarkDotNet.Attributes;
using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Benchmarks;

/// <summary>The stages on four million characters, and the whole on many small files and on one line.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private const int Chars = 4_000_000;
    private byte[] utf8 = [];
    private byte[] gb18030 = [];
    private byte[] singleLine = [];
    private SourceText clean = SourceText.FromText("");
    private SourceText dirty = SourceText.FromText("");
    private IReadOnlyList<byte[]> files = [];

    [GlobalSetup]
    public void Setup()
    {
        utf8 = Encoding.UTF8.GetBytes(Corpus.Dirty(Chars));
        gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Corpus.Dirty(Chars));
        singleLine = Encoding.UTF8.GetBytes(Corpus.SingleLine(Chars));
        clean = SourceText.FromText(Corpus.Clean(Chars));
        dirty = SourceText.FromText(Corpus.Dirty(Chars));
        files = Corpus.Files(1000);
    }

    [Benchmark(Baseline = true, Description = "ReadLine and a regex for digits")]
    public int ReadLineAndRegex() => Baseline.CountNumbers(utf8);

    [Benchmark]
    public SourceText ReadUtf8() => Read(utf8);

    [Benchmark]
    public SourceText ReadGb18030() => Read(gb18030);

    [Benchmark]
    public NormalizedText NormalizeClean() => Normalizer.Normalize(clean);

    [Benchmark]
    public NormalizedText NormalizeDirty() => Normalizer.Normalize(dirty);

    [Benchmark]
    public IReadOnlyList<Document> ExtractDirty() => BulletinPipeline.Extract(Read(utf8));

    [Benchmark]
    public IReadOnlyList<Document> ExtractSingleLine() => BulletinPipeline.Extract(Read(singleLine));

    [Benchmark]
    public int ExtractAThousandFiles() => files.Sum(f => BulletinPipeline.Extract(Read(f)).Count);

    private static SourceText Read(byte[] bytes) => SourceReader.Read(new MemoryStream(bytes), "-", BulletinOptions.Default).Source!;
}

/// <summary>A hundred megabytes without a line end.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class HundredMegabyteLine
{
    private byte[] bytes = [];

    [GlobalSetup]
    public void Setup() => bytes = Encoding.UTF8.GetBytes(Corpus.SingleLine(100_000_000 / 3));

    [Benchmark]
    public int Extract() => BulletinPipeline.Extract(SourceReader.Read(new MemoryStream(bytes), "-", BulletinOptions.Default).Source!).Count;
}
