namespace Bulletins.Ingest;

/// <summary>The decoded text of one file, where it came from and what was noticed while it was read.</summary>
public sealed record SourceText
{
    private readonly ISourcePlaces? places;

    public required string Path { get; init; }
    public required string Sha256 { get; init; }
    public required string MediaType { get; init; }
    public string? Encoding { get; init; }

    /// <summary>Of a text file: decoded, without a byte order mark, otherwise untouched. Of other files: their words, a paragraph a line.</summary>
    public required string Text { get; init; }

    /// <summary>The lines of <see cref="Text"/>.</summary>
    public required LineIndex Lines { get; init; }

    /// <summary>Where the text's characters stand in the source, as the records tell it: in the file's own lines, or on pages.</summary>
    public ISourcePlaces Places { get => places ?? Lines; init => places = value; }

    /// <summary>What the source's markup says of its lines; empty for plain text.</summary>
    public Markup Markup { get; init; } = Markup.None;

    /// <summary>The fonts of the text's characters; null where the format does not tell.</summary>
    public FontRuns? Fonts { get; init; }

    /// <summary>What a web page says of itself apart from its words; null for other sources.</summary>
    public Html.PageMarks? Marks { get; init; }

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>A source made of text at hand: tests, and callers that have no file.</summary>
    public static SourceText FromText(string text, string path = "-") => new()
    {
        Path = path,
        Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))),
        MediaType = "text/plain",
        Encoding = "utf-8",
        Text = text,
        Lines = new LineIndex(text),
        Markup = Markup.Read(text),
    };
}
