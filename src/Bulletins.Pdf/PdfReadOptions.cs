namespace Bulletins.Pdf;

/// <summary>What a caller may decide about reading a PDF.</summary>
public sealed record PdfReadOptions
{
    public static PdfReadOptions Default { get; } = new();

    /// <summary>The user or owner password; null, the default, tries the empty one.</summary>
    public string? Password { get; init; }

    public PdfLimits Limits { get; init; } = PdfLimits.Default;
}

/// <summary>Where reading stops. A file that reaches a limit gives what was read until then, and a notice.</summary>
public sealed record PdfLimits
{
    public static PdfLimits Default { get; } = new();

    /// <summary>Bytes that one stream may decode to. A page's text is rarely more than 1 MB, a font program rarely more than 20 MB.</summary>
    public int StreamBytes { get; init; } = 128 << 20;

    /// <summary>Bytes that all streams of a file may decode to, fonts and repeated readings included.</summary>
    public long TotalBytes { get; init; } = 4L << 30;

    /// <summary>How deep arrays, dictionaries and forms may stand in one another.</summary>
    public int Nesting { get; init; } = 64;

    public int Objects { get; init; } = 4_000_000;

    public int Pages { get; init; } = 20_000;

    /// <summary>Letters of one page.</summary>
    public int Letters { get; init; } = 500_000;

    /// <summary>Operators of one page, those of its forms included.</summary>
    public int Operators { get; init; } = 10_000_000;

    /// <summary>Time for opening the file, and again for each page.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Time for the whole file.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromMinutes(5);
}
