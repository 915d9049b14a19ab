namespace Bulletins.Ingest;

/// <summary>The decoded text of one file, where it came from and what was noticed while it was read.</summary>
public sealed record SourceText
{
    public required string Path { get; init; }
    public required string Sha256 { get; init; }
    public required string MediaType { get; init; }
    public string? Encoding { get; init; }

    /// <summary>Decoded, without a byte order mark, otherwise untouched.</summary>
    public required string Text { get; init; }

    public required LineIndex Lines { get; init; }

    /// <summary>What the source's markup says of its lines; empty for plain text.</summary>
    public Markup Markup { get; init; } = Markup.None;

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
