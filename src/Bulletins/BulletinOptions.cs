namespace Bulletins;

/// <summary>What a caller may decide about one extraction.</summary>
public sealed record BulletinOptions
{
    public static BulletinOptions Default { get; } = new();

    /// <summary>The encoding to decode with (a name such as <c>gb18030</c>); null, the default, detects it.</summary>
    public string? Encoding { get; init; }

    /// <summary>The format to read sources as (<c>html</c>, <c>markdown</c>, <c>text</c>, …); null, the default, goes by content, then by extension.</summary>
    public string? From { get; init; }

    /// <summary>The password of encrypted PDFs; null, the default, opens those that have none for reading.</summary>
    public string? Password { get; init; }
}
