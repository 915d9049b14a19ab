namespace Bulletins.Segment;

/// <summary>Tells personal names from words, by surname, usual given-name characters and a list of words that only look like names.</summary>
internal static class NameReader
{
    /// <summary>How name-like a token of two to four characters (or one with a · in it) is, from 0, no name, to 1.</summary>
    public static double Score(string token)
    {
        if (token.Contains('·'))
        {
            return IsForeignStyle(token) ? 0.9 : 0;
        }

        // 4 characters only behind a compound surname: 欧阳明月, not 安全生产.
        if (token.Length is < 2 or > 4 || Shape.HanCount(token) != token.Length || Vocabulary.NotNames.Contains(token))
        {
            return 0;
        }

        // 卓玛央金, 阿依古丽: all of it in characters that write foreign sounds.
        if (token.Length == 4 && token.All(Vocabulary.SoundChars.Contains))
        {
            return 0.6;
        }

        if (token.Length >= 3 && Vocabulary.Surnames.ContainsKey(token[..2]))
        {
            return Given(token, 2) > 0 ? 0.95 : 0.6;
        }

        if (token.Length == 4 || !Vocabulary.Surnames.TryGetValue(token[..1], out var weight) || IsWordInside(token))
        {
            return 0;
        }

        var given = (double)Given(token, 1) / (token.Length - 1);
        var surname = weight switch { 3 => 1, 2 => 0.85, _ => 0.55 };
        return surname * (0.45 + 0.55 * given);
    }

    /// <summary>True where a token may be a name among other names or behind a label.</summary>
    public static bool IsName(string token) => Score(token) >= 0.24;

    /// <summary>True where a token can hardly be anything but a name.</summary>
    public static bool IsSurelyName(string token) => Score(token) >= 0.65;

    private static int Given(string token, int from)
    {
        var n = 0;
        for (var i = from; i < token.Length; i++)
        {
            if (Vocabulary.GivenChars.Contains(token[i]))
            {
                n++;
            }
        }

        return n;
    }

    // 张报道, 高标准: a word of the list with one character before or behind it.
    private static bool IsWordInside(string token) =>
        token.Length == 3 && (Vocabulary.NotNames.Contains(token[..2]) && !Vocabulary.GivenChars.Contains(token[2]));

    // 阿依古丽·买买提: characters that write foreign sounds round a dot; 榜样·身边人 is a section.
    private static bool IsForeignStyle(string token)
    {
        var dot = token.IndexOf('·', StringComparison.Ordinal);
        if (dot < 1 || dot == token.Length - 1 || token.Length > 14)
        {
            return false;
        }

        var sounds = 0;
        foreach (var c in token)
        {
            sounds += Vocabulary.SoundChars.Contains(c) ? 1 : 0;
        }

        return sounds * 4 >= (token.Length - Shape.Count(token, '·')) * 3;
    }
}
