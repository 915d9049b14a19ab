using System.Diagnostics;

namespace Bulletins.Pdf;

/// <summary>A limit was reached: what was read until then stands.</summary>
internal sealed class PdfLimitException(string what) : Exception(what);

/// <summary>The file breaks the format where nothing can stand in for what is missing.</summary>
internal sealed class PdfFormatException(string what) : Exception(what);

/// <summary>Counts what a file costs, and stops it at the limits.</summary>
internal sealed class Budget(PdfLimits limits)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan stepStart;
    private long bytes;
    private int untilClock = 4096;
    private int operators;

    public PdfLimits Limits { get; } = limits;

    /// <summary>Begins the time and the operators of a page.</summary>
    public void BeginPage()
    {
        operators = 0;
        stepStart = clock.Elapsed;
    }

    /// <summary>A stream was cut off at the limit for one stream.</summary>
    public bool HasCutStream { get; set; }

    /// <summary>How many bytes a stream may still decode to.</summary>
    public int StreamAllowance => (int)Math.Min(Limits.StreamBytes, Math.Max(0, Limits.TotalBytes - bytes));

    public void SpendBytes(long count)
    {
        bytes += count;
        if (bytes > Limits.TotalBytes)
        {
            throw new PdfLimitException(FormattableString.Invariant($"its streams unpack to more than {Limits.TotalBytes >> 20} MB"));
        }

        CheckClock();
    }

    public void SpendOperator()
    {
        if (++operators > Limits.Operators)
        {
            throw new PdfLimitException(FormattableString.Invariant($"a page draws with more than {Limits.Operators} operators"));
        }

        Tick();
    }

    /// <summary>One step of work that is cheap by itself, or as many.</summary>
    public void Tick(int steps = 1)
    {
        untilClock -= steps;
        if (untilClock <= 0)
        {
            untilClock = 4096;
            CheckClock();
        }
    }

    public void CheckClock()
    {
        var now = clock.Elapsed;
        if (now - stepStart > Limits.Time || now > Limits.TotalTime)
        {
            throw new PdfLimitException("it takes too long");
        }
    }
}
