using System.Globalization;

namespace Bulletins.Cli.Input;

/// <summary>A line of a file, written <c>FILE:LINE</c>.</summary>
internal readonly record struct TextPlace(string Path, int Line)
{
    /// <summary>The last colon decides, so that a drive letter (<c>C:\x.txt:12</c>) and a colon in a name are the path's.</summary>
    public static bool TryParse(string text, out TextPlace place)
    {
        var colon = text.LastIndexOf(':');
        if (colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0)
        {
            place = new(text[..colon], line);
            return true;
        }

        place = default;
        return false;
    }
}
