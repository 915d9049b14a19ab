using System.Globalization;
using Bulletins.Tables;

namespace Bulletins.Figures;

internal enum UnitKind { None, Bare, Money, Percent, Multiple, Doubling, Tenth, Fraction, Time, Physical, Count }

/// <summary>A unit as printed: what it is called in the record, and what a printed number is multiplied with.</summary>
internal sealed record Unit(UnitKind Kind, string Code, decimal Factor, string Flags)
{
    /// <summary>The row of the table it was read by.</summary>
    public string Row { get; init; } = "";

    public bool OnlyAfterDigits => Flags.Contains('a', StringComparison.Ordinal);

    public bool StandsAlone => Flags.Contains('w', StringComparison.Ordinal);

    public bool NamesAClass => Flags.Contains('n', StringComparison.Ordinal);
}

/// <summary>Units of measurement and classifiers; rows of kind "none" are words that only begin like one.</summary>
internal static class UnitTable
{
    private static readonly WordTrie<Unit> Units = Load();

    public static int Longest(string text, int start, int end, out Unit unit) => Units.Longest(text, start, end, out unit);

    /// <summary>千瓦, 千克, 千米: 千 belongs to the unit, not to the number.</summary>
    public static bool BeginsWithThousand(string text, int start, int end) =>
        Longest(text, start, end, out var unit) > 1 && unit.Kind == UnitKind.Physical;

    private static WordTrie<Unit> Load()
    {
        var trie = new WordTrie<Unit>();
        foreach (var row in TableReader.Rows("classifiers.tsv"))
        {
            var kind = row[1] == "count" ? UnitKind.Count : UnitKind.None;
            trie.Add(row[0], new Unit(kind, "1", 1, "") { Row = "classifiers.tsv: " + row[0] });
        }

        foreach (var row in TableReader.Rows("units.tsv"))
        {
            var kind = Enum.Parse<UnitKind>(row[1], ignoreCase: true);
            var factor = decimal.Parse(row[3], CultureInfo.InvariantCulture);
            trie.Add(row[0], new Unit(kind, row[2], factor, row.Length > 4 ? row[4] : "") { Row = $"units.tsv: {row[0]} → {row[2]} × {row[3]}" });
        }

        return trie;
    }
}
