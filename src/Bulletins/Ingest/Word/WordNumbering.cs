using System.Globalization;
using System.Text;
using System.Xml;

namespace Bulletins.Ingest.Word;

/// <summary>The numbers that the word processor prints before paragraphs and the document holds only as rules: 一、 （二） 3. and bullets.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const string Digits = "零一二三四五六七八九";
    private readonly Dictionary<string, Level[]> abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal); // by abstract numbering: its instances count on

    public static WordNumbering Read(Stream? part)
    {
        var result = new WordNumbering();
        if (part is not null)
        {
            using var reader = WordXml.Reader(part);
            result.Read(reader);
        }

        return result;
    }

    /// <summary>The next number of a list's level as printed, empty for a bullet; null where there is no such list.</summary>
    public string? Next(string numbering, int level)
    {
        if (!instances.TryGetValue(numbering, out var id) || !abstracts.TryGetValue(id, out var levels) || level is < 0 or >= Levels || levels[level].Format.Length == 0)
        {
            return null;
        }

        if (!counters.TryGetValue(id, out var counts))
        {
            counts = counters[id] = new int[Levels];
        }

        counts[level] = counts[level] == 0 ? levels[level].Start : counts[level] + 1;
        counts.AsSpan(level + 1).Clear();
        if (levels[level].Format is "bullet" or "none")
        {
            return "";
        }

        var label = new StringBuilder(levels[level].Text);
        for (var i = 0; i < Levels; i++)
        {
            var count = counts[i] == 0 ? levels[i].Start : counts[i];
            label.Replace("%" + (i + 1).ToString(CultureInfo.InvariantCulture), Print(count, levels[i].Format));
        }

        return label.ToString();
    }

    private static string Print(int n, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "ideographTraditional" or "taiwaneseCountingThousand" => Chinese(n),
        "ideographDigital" or "taiwaneseCounting" => string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(c => Digits[c - '0'])),
        "upperLetter" => ((char)('A' + ((n - 1) % 26))).ToString(),
        "lowerLetter" => ((char)('a' + ((n - 1) % 26))).ToString(),
        "upperRoman" => Roman(n),
        "lowerRoman" => Roman(n).ToLowerInvariant(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when n is >= 1 and <= 20 => ((char)('①' + n - 1)).ToString(),
        "decimalZero" => n.ToString("00", CultureInfo.InvariantCulture),
        _ => n.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int n) => n switch
    {
        < 0 or > 9999 => n.ToString(CultureInfo.InvariantCulture),
        < 10 => Digits[n].ToString(),
        < 20 => "十" + (n % 10 == 0 ? "" : Digits[n % 10]),
        < 100 => Digits[n / 10] + "十" + (n % 10 == 0 ? "" : Digits[n % 10]),
        < 1000 => Digits[n / 100] + "百" + Rest(n % 100, 10),
        _ => Digits[n / 1000] + "千" + Rest(n % 1000, 100),
    };

    // What follows 百 or 千: 一百零三, 一百一十.
    private static string Rest(int n, int unit) => n == 0 ? "" : n < unit ? "零" + Chinese(n) : n is >= 10 and < 20 ? "一" + Chinese(n) : Chinese(n);

    private static string Roman(int n)
    {
        (int Value, string Sign)[] signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var result = new StringBuilder();
        n = Math.Clamp(n, 0, 3999);
        foreach (var (value, sign) in signs)
        {
            for (; n >= value; n -= value)
            {
                result.Append(sign);
            }
        }

        return result.ToString();
    }

    private void Read(XmlReader reader)
    {
        Level[]? levels = null;
        string? instance = null;
        var level = -1;
        while (reader.Read())
        {
            if (!WordXml.IsWord(reader) || reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var value = WordXml.Value(reader);
            switch (reader.LocalName)
            {
                case "abstractNum":
                    levels = abstracts[WordXml.Attribute(reader, "abstractNumId") ?? ""] = [.. Enumerable.Range(0, Levels).Select(_ => new Level("", "", 1))];
                    (instance, level) = (null, -1);
                    break;
                case "num":
                    (instance, levels) = (WordXml.Attribute(reader, "numId"), null);
                    break;
                case "abstractNumId" when instance is not null:
                    instances[instance] = value ?? "";
                    break;
                case "lvl":
                    level = WordXml.Number(WordXml.Attribute(reader, "ilvl")) is >= 0 and < Levels and var n ? n : -1;
                    if (levels is not null && level >= 0)
                    {
                        levels[level] = levels[level] with { Format = "decimal" };
                    }

                    break;
                case "start" when levels is not null && level >= 0:
                    levels[level] = levels[level] with { Start = WordXml.Number(value) ?? 1 };
                    break;
                case "numFmt" when levels is not null && level >= 0:
                    levels[level] = levels[level] with { Format = value ?? "decimal" };
                    break;
                case "lvlText" when levels is not null && level >= 0:
                    levels[level] = levels[level] with { Text = value ?? "" };
                    break;
            }
        }
    }

    private sealed record Level(string Format, string Text, int Start);
}
