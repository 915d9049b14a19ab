using System.Collections.Frozen;
using Bulletins.Tables;

namespace Bulletins.Segment;

/// <summary>The tables that the segmenter reads, each loaded once.</summary>
internal static class Vocabulary
{
    public static readonly FrozenDictionary<string, int> Surnames =
        TableReader.Rows("surnames.tsv").ToFrozenDictionary(r => r[0], r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static readonly FrozenSet<char> GivenChars = TableReader.Rows("given-chars.tsv").SelectMany(r => r[0]).ToFrozenSet();

    /// <summary>Characters that write the sounds of names of other languages.</summary>
    public static readonly FrozenSet<char> SoundChars = TableReader.Rows("sound-chars.tsv").SelectMany(r => r[0]).ToFrozenSet();

    public static readonly FrozenSet<string> NotNames = Set("not-names.tsv");

    /// <summary>Ending of a unit's name → true where it is a medium's.</summary>
    public static readonly FrozenDictionary<string, bool> UnitSuffixes =
        TableReader.Rows("unit-suffixes.tsv").ToFrozenDictionary(r => r[0], r => r[1] == "media", StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, string> BylineLabels =
        TableReader.Rows("byline-labels.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    public static readonly int LongestBylineLabel = BylineLabels.Keys.Max(k => k.Length);

    public static readonly FrozenDictionary<string, string> WebLabels =
        TableReader.Rows("web-labels.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>Credits of a page, not of an article.</summary>
    public static readonly string[] PageCredits = ["责任编辑", "责编", "版式", "校对", "美编", "组版", "值班主任", "值班编辑", "本版编辑", "热线", "电话"];

    /// <summary>（完）: says that a piece is over, or is not.</summary>
    public static readonly FrozenSet<string> EndMarks = new[] { "完", "全文完", "本文完", "完毕", "续完", "未完待续", "待续", "连载完" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of a web page round its article, longest first.</summary>
    public static readonly string[] WebFurniture = [.. TableReader.Rows("web-furniture.tsv").Select(r => r[0]).OrderByDescending(w => w.Length)];

    /// <summary>What begins the foot of a web page: alone on its line, or (head) at the line's beginning.</summary>
    public static readonly (string Word, bool IsHead)[] WebFeet = [.. TableReader.Rows("web-feet.tsv").Select(r => (r[0], r[1] == "head"))];

    public static readonly FrozenSet<string> SectionWords = Set("section-words.tsv");

    public static readonly FrozenDictionary<string, string> KindLabels =
        TableReader.Rows("kind-labels.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    public static readonly FrozenSet<string> ParenthesisWords = Set("parenthesis-words.tsv");

    public static readonly FrozenSet<string> ImprintLabels = Set("imprint-labels.tsv");

    /// <summary>Label of who publishes → its rank.</summary>
    public static readonly FrozenDictionary<string, int> MastheadLabels =
        TableReader.Rows("masthead-labels.tsv").ToFrozenDictionary(r => r[0], r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static FrozenSet<string> Set(string table) => TableReader.Rows(table).Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);
}
