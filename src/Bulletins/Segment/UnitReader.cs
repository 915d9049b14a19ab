namespace Bulletins.Segment;

/// <summary>Tells the names of units and media by their endings.</summary>
internal static class UnitReader
{
    private static readonly int Longest = Vocabulary.UnitSuffixes.Keys.Max(k => k.Length);

    /// <summary>The length of the unit ending at the end of a token, 0 where there is none.</summary>
    public static int EndingAt(ReadOnlySpan<char> text)
    {
        var lookup = Vocabulary.UnitSuffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(Longest, text.Length); n > 0; n--)
        {
            if (lookup.ContainsKey(text[^n..]))
            {
                return n;
            }
        }

        return 0;
    }

    /// <summary>True where the whole token reads as a unit's name: 炼铁厂烧结作业区, 党群工作部.</summary>
    public static bool IsUnit(string token)
    {
        var text = token.Trim();
        if (text.Length is < 2 or > 40 || text.AsSpan().IndexOfAny("，。！？；：“”") >= 0)
        {
            return false;
        }

        var ending = EndingAt(text);
        return ending > 0 && (text.Length > ending || ending >= 3) && (ending > 1 || text.Length > 2);
    }

    public static bool IsMedium(string token)
    {
        var text = token.Trim().Trim('《', '》');
        var lookup = Vocabulary.UnitSuffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(Longest, text.Length); n > 0; n--)
        {
            if (lookup.TryGetValue(text.AsSpan(text.Length - n), out var media))
            {
                return media;
            }
        }

        return false;
    }

    /// <summary>One unit or several set apart by spaces or 、: a kicker that names who the piece is about.</summary>
    public static bool IsUnitLine(string line)
    {
        var any = false;
        foreach (var token in line.Split([' ', '\u3000', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsUnit(token))
            {
                return false;
            }

            any = true;
        }

        return any;
    }
}
