namespace Bulletins;

/// <summary>What a caller may decide about one extraction.</summary>
public sealed record BulletinOptions
{
    public static BulletinOptions Default { get; } = new();

    /// <summary>The encoding to decode with (a name such as <c>gb18030</c>); null, the default, detects it.</summary>
    public string? Encoding { get; init; }
}
