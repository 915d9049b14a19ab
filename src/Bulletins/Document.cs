namespace Bulletins;

/// <summary>What one issue of a bulletin says: the root record of the output contract, <c>bulletins/1</c>.</summary>
public sealed record Document
{
    public const string SchemaId = "bulletins/1";

    /// <summary>Stable across runs and machines: from the content's hash and, in a dump of several issues, the issue's ordinal.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The path as given (a relative one stays relative), or <c>-</c> for standard input.</summary>
    public required string Source { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the raw bytes.</summary>
    public required string Sha256 { get; init; }

    public required string MediaType { get; init; }

    /// <summary>What the text was decoded from (<c>utf-8</c>, <c>gb18030</c>, <c>utf-16le</c>, …); null where no text was decoded.</summary>
    public string? Encoding { get; init; }

    public Masthead? Masthead { get; init; }

    /// <summary>In reading order.</summary>
    public required IReadOnlyList<Article> Articles { get; init; }

    /// <summary>Every change that was made to the text; applied forward they turn the source into the normalized text.</summary>
    public required IReadOnlyList<Repair> Repairs { get; init; }

    public required IReadOnlyList<Warning> Warnings { get; init; }
}

/// <summary>The title piece of an issue (报头). <see cref="Date"/> is ISO 8601.</summary>
public sealed record Masthead(string? Title, string? Publisher, int? Issue, int? IssueTotal, string? Date);

/// <summary>What a person should look at. <see cref="Line"/> is 1-based in the source, null where no line is meant.</summary>
public sealed record Warning(string Code, string Message, int? Line)
{
    /// <summary>How likely it is that what was decided is right, between 0 and 1; null where nothing was decided.</summary>
    public decimal? Confidence { get; init; }
}

/// <summary>A source that could not be read: it takes a document's place in the output, and the run goes on.</summary>
public sealed record DocumentError(string Source, string Code, string Message);
