using Bulletins.Normalize.Garble;

namespace Bulletins.Segment;

/// <summary>Names that are printed with spaces inside: 季 禾, 高 怀 德, 欧阳 靖, 华 罗庚, and several of them in a row.</summary>
internal static class SpacedNames
{
    private readonly record struct Word(int Start, int End, int Gap)
    {
        public int Length => End - Start;
    }

    /// <summary>The names that begin at a place, and where they end; null where what stands there is no name set apart.</summary>
    /// <param name="vouched">A label, a bullet or brackets say that names stand here.</param>
    /// <param name="whole">The words are all that the text holds.</param>
    public static (IReadOnlyList<string> Names, int End)? Read(string text, int at, bool vouched, bool whole)
    {
        var words = Words(text, at);
        var singles = words.TakeWhile(w => w.Length == 1).Count();
        if (singles >= 2)
        {
            var run = words.GetRange(0, singles);
            var names = Split(text, run, vouched || whole && singles == 2 && run[^1].End == text.Length && IsPenName(text[run[0].Start], text[run[1].Start]));
            return names is null ? null : (names, run[^1].End);
        }

        if (!vouched || words.Count < 2)
        {
            return null;
        }

        var (first, second) = (text[words[0].Start..words[0].End], text[words[1].Start..words[1].End]);
        var joined = first.Length switch
        {
            // 华 罗庚
            1 => second.Length == 2 && Vocabulary.Surnames.ContainsKey(first) && NameReader.Score(first + second) >= NameReader.Score(second),

            // 欧阳 靖, but 祝英 台 only where nothing else stands there: 王刚 李 东 are two.
            2 when Vocabulary.Surnames.ContainsKey(first) => second.Length <= 2 && !NameReader.IsSurelyName(second),
            2 => second.Length == 1 && whole && words.Count == 2 && NameReader.Score(first + second) > 0,
            _ => false,
        };
        return joined ? ([first + second], words[1].End) : null;
    }

    // 佩 兰 alone on a line: two characters of given names that are no word (更 正) are a name without a surname.
    private static bool IsPenName(char first, char second)
    {
        ReadOnlySpan<char> name = [first, second];
        return Vocabulary.GivenChars.Contains(first) && Vocabulary.GivenChars.Contains(second) && float.IsPositiveInfinity(Lexicon.Shared.Word(name));
    }

    // Words of Chinese characters with nothing but white space between them, up to a label.
    private static List<Word> Words(string text, int at)
    {
        var words = new List<Word>();
        var gap = 0;
        while (at < text.Length && Shape.IsHan(text[at]) && (words.Count == 0 || BylineReader.LabelAt(text, at) is not { } label || label.Length == 1 && (at + 1 < text.Length && Shape.IsHan(text[at + 1]) || IsOddSurname(text, words))))
        {
            var end = at + 1;
            while (end < text.Length && Shape.IsHan(text[end]) && BylineReader.LabelAt(text, end) is not { Length: > 1 })
            {
                end++;
            }

            words.Add(new Word(at, end, gap));
            for (gap = 0, at = end; at < text.Length && text[at] is ' ' or '\u3000' or '\t'; at++)
            {
                gap += text[at] == '\u3000' ? 2 : 1;
            }

            if (gap == 0)
            {
                break;
            }
        }

        return words;
    }

    // 马 文, 林 静 马 文: 文 and 图 stand for the second character of a name where a surname waits for one.
    private static bool IsOddSurname(string text, List<Word> words) =>
        words.Count % 2 == 1 && words.TrueForAll(w => w.Length == 1) && (words.Count == 1 || Vocabulary.Surnames.ContainsKey(text.Substring(words[^1].Start, 1)) && Vocabulary.Surnames.ContainsKey(text.Substring(words[0].Start, 1)));

    private static List<string>? Split(string text, List<Word> run, bool vouched)
    {
        // 高 怀 德　　李 东: the wider gaps stand between the names.
        var narrow = run.Skip(1).Min(w => w.Gap);
        var groups = new List<string>();
        if (run.Skip(1).Any(w => w.Gap > narrow))
        {
            foreach (var word in run)
            {
                if (word.Gap > narrow || groups.Count == 0)
                {
                    groups.Add("");
                }

                groups[^1] += text[word.Start];
            }

            if (groups.TrueForAll(g => g.Length is 2 or 3 || g.Length == 4 && Vocabulary.Surnames.ContainsKey(g[..2])))
            {
                return groups;
            }
        }

        var letters = string.Concat(run.Select(w => text[w.Start]));
        // 红 砖 记 is a headline: three characters alone are a name only where all of them speak for it.
        if (!vouched && (letters.Length > 3 || !Vocabulary.Surnames.ContainsKey(letters[..1]) || letters.Length == 3 && NameReader.Score(letters) < 0.8))
        {
            return null;
        }

        return letters.Length <= 3 ? [letters] : letters.Length <= 12 ? BestSplit(letters) : null;
    }

    /// <summary>季 禾 庄 小明: several names that nothing but their surnames vouches for, every one of them a name and no word; null for any other line.</summary>
    public static List<string>? Row(string text)
    {
        var tokens = text.Split([' ', '\u3000', '、'], StringSplitOptions.RemoveEmptyEntries);
        var letters = string.Concat(tokens);
        return letters.Length is >= 4 and <= 12 && Shape.HanCount(letters) == letters.Length && tokens.All(t => t.Length <= 3) && tokens.Any(t => t.Length == 1)
            && BestSplit(letters) is { } names && names.TrueForAll(n => NameReader.IsName(n) && float.IsPositiveInfinity(Lexicon.Shared.Word(n))) && IsAligned(tokens, names) ? names : null;
    }

    // No name begins inside a token of several characters.
    private static bool IsAligned(string[] tokens, List<string> names)
    {
        var inside = new HashSet<int>();
        var at = 0;
        foreach (var token in tokens)
        {
            inside.UnionWith(Enumerable.Range(at + 1, token.Length - 1));
            at += token.Length;
        }

        at = 0;
        return names.TrueForAll(n => !inside.Contains((at += n.Length) - n.Length));
    }

    // 白 朴 马 致 远: the split whose parts look most like names, surnames first.
    private static List<string>? BestSplit(string letters)
    {
        var best = new double[letters.Length + 1];
        var from = new int[letters.Length + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        for (var end = 2; end <= letters.Length; end++)
        {
            for (var n = 2; n <= 4 && n <= end; n++)
            {
                var part = letters.Substring(end - n, n);
                var fits = n < 4 || Vocabulary.Surnames.ContainsKey(part[..2]);
                var score = best[end - n] + (Vocabulary.Surnames.ContainsKey(part[..1]) || n > 2 && Vocabulary.Surnames.ContainsKey(part[..2]) ? 1 : -1) + (NameReader.Score(part) * n);
                if (fits && score > best[end])
                {
                    (best[end], from[end]) = (score, end - n);
                }
            }
        }

        var names = new List<string>();
        for (var end = letters.Length; end > 0; end = from[end])
        {
            names.Insert(0, letters[from[end]..end]);
        }

        return best[^1] > 0 ? names : null;
    }
}
