using System.Collections.Frozen;
using System.Globalization;
using Bulletins.Pdf.Data;

namespace Bulletins.Pdf.Fonts;

/// <summary>The codes of predefined CMaps that no code page tells: second rows of marks, vendors' extensions, private Unicode.</summary>
internal sealed class CMapRest
{
    private static readonly Lazy<FrozenDictionary<string, CMapRest>> Maps = new(() => DataFile.Rows("cmap-rest.txt").ToFrozenDictionary(r => r.Key, r => new CMapRest(r.Value), StringComparer.Ordinal));

    private readonly CodeRanges<int> ranges = new();

    // "a6d9-a6df=27d ac8=1": sorted by code.
    private CMapRest(string row)
    {
        foreach (var run in row.Split(' '))
        {
            var ends = run[..run.IndexOf('=', StringComparison.Ordinal)].Split('-');
            ranges.Add(Hex(ends[0]), Hex(ends[^1]), Hex(run[(run.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        }
    }

    /// <param name="map">A CMap's name without <c>-H</c>.</param>
    public static CMapRest? Find(string map) => Maps.Value.GetValueOrDefault(map);

    /// <summary>The CID of a code; 0 where the code page tells it.</summary>
    public int Cid(int code) => ranges.TryFind(code, out var first, out var offset) ? first + offset : 0;

    private static int Hex(string digits) => unchecked((int)uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
