using Bulletins.Tables;

namespace Bulletins.Figures;

[Flags]
internal enum WordRole
{
    None = 0,
    Before = 1,
    Change = 1 << 1,
    Above = 1 << 2,
    Plan = 1 << 3,
    Early = 1 << 4,
    ToTail = 1 << 5,
    Neutral = 1 << 6,
    To = 1 << 7,
    Level = 1 << 8,
    Base = 1 << 9,
    Compare = 1 << 10,
    Money = 1 << 11,
    Share = 1 << 12,
    Completion = 1 << 13,
    AsOf = 1 << 14,
    Act = 1 << 15,
    Lead = 1 << 16,
    Stop = 1 << 17,
    Function = 1 << 18,
    Adverb = 1 << 19,
    Noise = 1 << 20,
    Head = 1 << 21,
}

/// <summary>What a word may mean beside a number; one word may mean several things.</summary>
internal sealed class FigureWord
{
    public WordRole Roles { get; set; }

    public FigureQualifier Qualifier { get; set; }

    public FigureDirection? Direction { get; set; }

    /// <summary>A noun (增幅) that 达 and 为 may follow.</summary>
    public bool IsNoun { get; set; }

    /// <summary>Counts only directly before the number: 降5%.</summary>
    public bool OnlyAdjacent { get; set; }

    /// <summary>Counts only in a comparison: 比去年多30万元.</summary>
    public bool OnlyCompared { get; set; }

    public FigureBasis? Basis { get; set; }

    public FigureCategory Category { get; set; }

    public bool IsMoneyVerb { get; set; }

    public bool Is(WordRole role) => (Roles & role) != WordRole.None;
}

/// <summary>A word of the lexicon where it stands in a text.</summary>
internal readonly record struct Mark(int Start, int End, FigureWord Word)
{
    public bool Is(WordRole role) => Word.Is(role);
}

/// <summary>The vocabulary of <c>figure-words.tsv</c> and <c>set-phrases.tsv</c>.</summary>
internal static class FigureLexicon
{
    private static readonly WordTrie<FigureWord> Words = Load();
    private static readonly WordTrie<bool> Phrases = LoadPhrases();

    public static List<Mark> Read(string text)
    {
        var marks = new List<Mark>();
        FigureWord word = null!;
        for (var i = 0; i < text.Length;)
        {
            var length = text[i] < '\u2000' && text[i] is not ('<' or '>') ? 0 : Words.Longest(text, i, text.Length, out word);
            // 下降至少5%: the 至 is of 至少
            if (length > 2 && text[i + length - 1] == '至' && i + length < text.Length && text[i + length] is '少' or '多')
            {
                length = Words.Longest(text, i, i + length - 1, out word);
            }

            if (length <= 1 && text[i] == '省' && Saves(text, i) is { } saving)
            {
                marks.Add(saving);
                i = saving.End;
                continue;
            }

            // 由47起降到9起: a classifier, then a verb
            if (text[i] == '起' && i > 0 && (char.IsAsciiDigit(text[i - 1]) || ChineseNumeral.Begins(text[i - 1])) && length == 2 && text[i + 1] == '降')
            {
                i++;
                continue;
            }

            // 120毫克/升降到45毫克/升: the litre is no part of a word
            if (text[i] == '升' && i > 0 && text[i - 1] is '/' or '／' or '每')
            {
                i++;
                continue;
            }

            if (length > 0)
            {
                marks.Add(new Mark(i, i + length, word));
            }

            i += Math.Max(length, 1);
        }

        return marks;
    }

    // 每袋省0.17元, 年省电费60万元, 省电80万度; not 江苏省3家, 全省电力, 省水利厅
    private static Mark? Saves(string text, int i)
    {
        if (i > 0 && (char.IsAsciiDigit(text[i - 1]) || "全各外个几数多些本该我两邻跨出入在于驻北西宁林江苏徽建东南川州肃海湾".Contains(text[i - 1], StringComparison.Ordinal)))
        {
            return null;
        }

        var p = i + 1;
        var thing = p < text.Length && text[p] is '电' or '水' or '油' or '煤' or '气';
        p += thing ? 1 : 0;
        var fee = p < text.Length && text[p] == '费';
        var amount = p + (fee ? 1 : 0);
        while (amount < text.Length && text[amount] is '近' or '约' or '超' or '逾' or '达')
        {
            amount++;
        }

        return amount >= text.Length || !(char.IsAsciiDigit(text[amount]) || ChineseNumeral.Begins(text[amount])) ? null
            : Words.TryGet(thing && !fee ? $"节{text[i + 1]}" : "节省", out var word) ? new Mark(i, thing && !fee ? i + 2 : i + 1, word) : null;
    }

    /// <summary>Set phrases that hold a numeral: what they cover is no quantity.</summary>
    public static int PhraseAt(string text, int start) => Phrases.Longest(text, start, text.Length, out _);

    private static WordTrie<bool> LoadPhrases()
    {
        var trie = new WordTrie<bool>();
        foreach (var row in TableReader.Rows("set-phrases.tsv"))
        {
            trie.Add(row[0], true);
        }

        return trie;
    }

    private static WordTrie<FigureWord> Load()
    {
        var trie = new WordTrie<FigureWord>();
        foreach (var row in TableReader.Rows("figure-words.tsv"))
        {
            if (!trie.TryGet(row[0], out var word))
            {
                trie.Add(row[0], word = new FigureWord());
            }

            Apply(word, row[1], row.Length > 2 ? row[2] : "");
        }

        return trie;
    }

    private static void Apply(FigureWord word, string role, string argument)
    {
        switch (role)
        {
            case "before":
                word.Roles |= WordRole.Before;
                word.Qualifier = Enum.Parse<FigureQualifier>(argument.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
                break;
            case "up" or "down":
                word.Roles |= WordRole.Change;
                word.Direction = role == "up" ? FigureDirection.Increase : FigureDirection.Decrease;
                word.IsNoun = argument == "n";
                word.OnlyAdjacent = argument == "1";
                word.OnlyCompared = argument == "c";
                break;
            case "above" or "plan":
                word.Roles |= role == "above" ? WordRole.Above : WordRole.Plan;
                word.Direction = argument == "up" ? FigureDirection.Increase : FigureDirection.Decrease;
                break;
            case "early":
                word.Roles |= WordRole.Early;
                word.Direction = Enum.Parse<FigureDirection>(argument, ignoreCase: true);
                break;
            case "totail":
                word.Roles |= WordRole.ToTail;
                word.Direction = argument == "up" ? FigureDirection.Increase : FigureDirection.Decrease;
                break;
            case "base":
                word.Roles |= WordRole.Base;
                word.Basis = Enum.Parse<FigureBasis>(argument, ignoreCase: true);
                break;
            case "money":
                var parts = argument.Split(':');
                word.Roles |= WordRole.Money;
                word.Category = Enum.Parse<FigureCategory>(parts[0].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
                word.IsMoneyVerb = parts[1] == "v";
                break;
            default:
                word.Roles |= role switch
                {
                    "neutral" => WordRole.Neutral,
                    "to" => WordRole.To,
                    "level" => WordRole.Level,
                    "cmp" => WordRole.Compare,
                    "share" => WordRole.Share,
                    "completion" => WordRole.Completion,
                    "asof" => WordRole.AsOf,
                    "act" => WordRole.Act,
                    "lead" => WordRole.Lead,
                    "stop" => WordRole.Stop,
                    "func" => WordRole.Function,
                    "adv" => WordRole.Adverb,
                    "noise" => WordRole.Noise,
                    "head" => WordRole.Head,
                    _ => throw new InvalidOperationException($"figure-words.tsv: no role {role}"),
                };
                break;
        }
    }
}
