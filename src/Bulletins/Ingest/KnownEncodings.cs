using System.Diagnostics.CodeAnalysis;

namespace Bulletins.Ingest;

/// <summary>The encodings that are read, and the names by which people call them.</summary>
public static class KnownEncodings
{
    public const string Utf8 = "utf-8";
    public const string Gb18030 = "gb18030";
    public const string Utf16Le = "utf-16le";
    public const string Utf16Be = "utf-16be";

    // GB 18030 holds GBK, which holds GB 2312: one decoder reads all three.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = Utf8,
        ["gbk"] = Gb18030,
        ["gb2312"] = Gb18030,
        ["gb-2312"] = Gb18030,
        ["gb-18030"] = Gb18030,
        ["cp936"] = Gb18030,
        ["windows-936"] = Gb18030,
        ["936"] = Gb18030,
        ["utf16le"] = Utf16Le,
        ["utf-16"] = Utf16Le,
        ["utf16"] = Utf16Le,
        ["unicode"] = Utf16Le,
        ["utf16be"] = Utf16Be,
    };

    /// <summary>The names that the records use.</summary>
    public static IReadOnlyList<string> Names { get; } = [Utf8, Gb18030, Utf16Le, Utf16Be];

    /// <summary>The record's name of an encoding; false for a name that is not known.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out string? known)
    {
        var asked = name.Trim();
        known = Names.FirstOrDefault(n => n.Equals(asked, StringComparison.OrdinalIgnoreCase)) ?? Aliases.GetValueOrDefault(asked);
        return known is not null;
    }

    public static string UnknownMessage(string name) =>
        $"unknown encoding '{name}'; known are {string.Join(", ", Names)} (gbk, gb2312 and cp936 mean gb18030); leave --encoding out to have it detected";
}
