using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Bulletins.Pdf.Data;

namespace Bulletins.Pdf.Fonts;

/// <summary>What character a glyph's name stands for, by the Adobe Glyph List and its rules for other names.</summary>
internal static class GlyphNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> List = new(() => DataFile.Rows("glyph-names.txt")
        .ToFrozenDictionary(r => r.Key, r => string.Concat(r.Value.Split(' ').Select(h => char.ConvertFromUtf32(int.Parse(h, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))), StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string[]>> Orders = new(() => DataFile.Rows("glyph-orders.txt")
        .ToDictionary(r => r.Key, r => r.Value.Split(' '), StringComparer.Ordinal));

    /// <summary>The standard strings of CFF, by their SID.</summary>
    public static string[] CffStrings => Orders.Value["cff"];

    /// <summary>The standard Macintosh order, by glyph.</summary>
    public static string[] Macintosh => Orders.Value["mac"];

    /// <summary>Null for a name that says nothing (<c>.notdef</c>, <c>g17</c>).</summary>
    public static string? Text(string name)
    {
        if (List.Value.TryGetValue(name, out var known))
        {
            return known;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot == 0 || name.Length > 256)
        {
            return null;
        }

        if (dot > 0)
        {
            return Text(name[..dot]);
        }

        if (name.Contains('_', StringComparison.Ordinal))
        {
            var parts = name.Split('_').Select(Text).ToArray();
            return parts.Contains(null) ? null : string.Concat(parts);
        }

        return Coded(name);
    }

    // uni4E00, uni4E004E8C, u20000.
    private static string? Coded(string name)
    {
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0)
        {
            var text = new StringBuilder();
            for (var i = 3; i < name.Length; i += 4)
            {
                if (!int.TryParse(name.AsSpan(i, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) || !Rune.IsValid(unit))
                {
                    return null;
                }

                text.Append((char)unit);
            }

            return text.ToString();
        }

        return name.Length is >= 5 and <= 7 && name[0] == 'u'
            && int.TryParse(name.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) && Rune.IsValid(point) && point != 0
            ? char.ConvertFromUtf32(point)
            : null;
    }
}
