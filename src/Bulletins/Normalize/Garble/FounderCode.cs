using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Bulletins.Tables;

namespace Bulletins.Normalize.Garble;

/// <summary>Founder's shift: a GB 2312 (or 748) symbol whose lead byte is read 0x31 too high is a Chinese character.
/// ， is A3AC, and D4AC is 袁.</summary>
public static class FounderCode
{
    private const int Shift = 0x31;
    private const int FullWidth = 0xa380; // the code of a full-width ASCII character is this much above ASCII
    private static readonly FrozenDictionary<char, FounderSymbol> Symbols = Build();
    private static readonly SearchValues<char> Garbled = SearchValues.Create(Symbols.Keys.ToArray());

    /// <summary>Every character that may be garbled.</summary>
    public static SearchValues<char> Suspects => Garbled;

    public static IReadOnlyCollection<FounderSymbol> All => Symbols.Values;

    /// <summary>What the character stands for if it is garbled; null where the shift makes no symbol of it.</summary>
    public static FounderSymbol? Decode(char c) => Symbols.GetValueOrDefault(c);

    /// <summary>The garbled form of a symbol's code.</summary>
    public static char Garble(int code)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb18030") ?? Encoding.GetEncoding("gb18030");
        return encoding.GetString([(byte)((code >> 8) + Shift), (byte)code])[0];
    }

    private static FrozenDictionary<char, FounderSymbol> Build()
    {
        var symbols = new List<FounderSymbol>();
        foreach (var row in TableReader.Rows("founder-marks.tsv"))
        {
            var role = Enum.Parse<SymbolRole>(row[3], ignoreCase: true);
            var kind = row[2] == "P" ? GarbleClasses.Punctuation : GarbleClasses.Numbers;
            symbols.Add(new(Garble(Convert.ToInt32(row[0], 16)), row[1], kind, role, int.Parse(row[4], CultureInfo.InvariantCulture) / 10f));
        }

        for (var c = '0'; c <= '9'; c++)
        {
            symbols.Add(new(Garble(FullWidth + c), c.ToString(), GarbleClasses.Numbers, SymbolRole.Digit, 0));
        }

        foreach (var c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        {
            symbols.Add(new(Garble(FullWidth + c), c.ToString(), GarbleClasses.Latin, SymbolRole.Letter, 0));
        }

        return symbols.ToFrozenDictionary(s => s.Garbled);
    }
}
