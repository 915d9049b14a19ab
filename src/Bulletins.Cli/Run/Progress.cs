using System.Diagnostics;
using System.Globalization;

namespace Bulletins.Cli.Run;

/// <summary>A bar with rate and time left on standard error, for runs that take longer than a second.</summary>
internal sealed class Progress(CliHost host, bool enabled, int files, long bytes) : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly bool enabled = enabled && files > 1;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = Patience;
    private bool shown;
    private int filesDone;
    private long bytesDone;

    public void Advance(long length)
    {
        filesDone++;
        bytesDone += length;
        if (!enabled || clock.Elapsed < next)
        {
            return;
        }

        next = clock.Elapsed + Beat;
        shown = true;
        host.Error.Write("\r\u001b[K" + Line(filesDone, files, bytesDone, bytes, clock.Elapsed));
    }

    /// <summary>Takes the bar away, so that a line can be written.</summary>
    public void Clear()
    {
        if (shown)
        {
            host.Error.Write("\r\u001b[K");
            shown = false;
        }
    }

    public void Dispose() => Clear();

    /// <summary><c>[████████        ] 120/360  34/s  0:07 left</c>; the time left goes by bytes where they are known.</summary>
    internal static string Line(int filesDone, int files, long bytesDone, long bytes, TimeSpan elapsed)
    {
        var share = bytes > 0 ? (double)bytesDone / bytes : (double)filesDone / files;
        share = Math.Clamp(share, 0, 1);
        var full = (int)(share * BarWidth);
        var left = share > 0 ? elapsed * ((1 - share) / share) : TimeSpan.Zero;
        var rate = filesDone / Math.Max(elapsed.TotalSeconds, 0.001);
        return string.Create(CultureInfo.InvariantCulture,
            $"[{new string('█', full)}{new string(' ', BarWidth - full)}] {filesDone}/{files} files  {rate:0.#}/s  {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }
}
