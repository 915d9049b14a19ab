using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Bulletins.Ingest.Html;

/// <summary>Character references (<c>&amp;nbsp;</c>, <c>&amp;#8220;</c>, <c>&amp;#x201C;</c>), as browsers read them.</summary>
internal static class CharacterReference
{
    private const int LongestName = 32;
    private const int LongestLegacyName = 6;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The length of the reference at an ampersand, and the characters it stands for; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out string characters)
    {
        characters = "";
        return text.Length < 3 ? 0 : text[1] == '#' ? Numeric(text, ref characters) : Named(text, ref characters);
    }

    /// <summary>A text with its references read.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        var result = new StringBuilder(text.Length);
        while (text.IndexOf('&') is var at and >= 0)
        {
            result.Append(text[..at]);
            text = text[at..];
            var length = Read(text, out var characters);
            result.Append(length == 0 ? "&" : characters);
            text = text[Math.Max(length, 1)..];
        }

        return result.Append(text).ToString();
    }

    private static int Numeric(ReadOnlySpan<char> text, ref string characters)
    {
        var hex = text.Length > 2 && text[2] is 'x' or 'X';
        var from = hex ? 3 : 2;
        var end = from;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        if (end == from)
        {
            return 0;
        }

        var valid = int.TryParse(text[from..end], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        characters = !valid || !Rune.IsValid(code) || code == 0 ? "\uFFFD"
            : code is >= 0x80 and <= 0x9F ? Windows1252.GetString([(byte)code])
            : char.ConvertFromUtf32(code);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int Named(ReadOnlySpan<char> text, ref string characters)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString()) is { Length: > 0 } known)
        {
            characters = known;
            return end + 1;
        }

        // &nbsp without its semicolon: a few old names.
        for (var length = Math.Min(end - 1, LongestLegacyName); length >= 2; length--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text.Slice(1, length).ToString()) is { Length: > 0 } legacy)
            {
                characters = legacy;
                return length + 1;
            }
        }

        return 0;
    }
}
