namespace Bulletins.Checking;

/// <summary>Something that a person should look at: a doubt about the text, or a difference from the expected record.</summary>
public sealed record Finding
{
    public required CheckRule Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The file, as the records name it.</summary>
    public required string Source { get; init; }

    /// <summary>Where it stands, one span a line; empty where the file as a whole is meant.</summary>
    public IReadOnlyList<SourceSpan> Spans { get; init; } = [];

    public required string Message { get; init; }

    /// <summary>The headline of the article that it is about.</summary>
    public string? Article { get; init; }

    /// <summary>What differs from the expected record, field by field.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>The source around it.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>Why it does not count; null where it does.</summary>
    public Silence? Silence { get; init; }

    public int? Line => Spans.Count == 0 ? null : Spans[0].Line;

    public int? Column => Spans.Count == 0 ? null : Spans[0].Column;
}

/// <summary>A field whose value is another than expected; null where one side has none.</summary>
public sealed record FieldChange(string Field, string? Expected, string? Actual);

/// <summary>A piece of a source line: <see cref="Length"/> characters from <see cref="Start"/> are meant.</summary>
public sealed record Excerpt(string Text, int Start, int Length);
