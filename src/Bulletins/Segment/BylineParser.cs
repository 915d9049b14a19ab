namespace Bulletins.Segment;

/// <summary>Reads a byline's labels, names and units one after another; what is none of them ends it.</summary>
internal sealed class BylineParser(string text, bool bracketed, bool bullet, bool alone)
{
    private readonly List<string> waiting = []; // names read before any label
    private string role = "author";
    private bool prefixed; // the names that wait stand behind a label
    private string? organization;
    private int at;

    private readonly bool labelAhead = HasLabel(text);
    private readonly bool companions = AreCompanions(text);

    public List<Byline> Result { get; } = [];

    public bool Labelled { get; private set; }

    /// <summary>Names printed with a space inside: 季 禾.</summary>
    public HashSet<string> SetApart { get; } = new(StringComparer.Ordinal);

    public bool Run()
    {
        while (at < text.Length)
        {
            if (BylineReader.Separators.Contains(text[at]) || text[at] is '（' or '(' or '）' or ')')
            {
                at++;
            }
            else if (LabelHere() is { } label)
            {
                TakeLabel(label);
            }
            else if (!TakeToken())
            {
                return false;
            }
        }

        Flush();
        return organization is null || Result.Count > 0;
    }

    // 文 and 图 are labels only where a separator follows or stands before: 文明 is a word, 图强 a name.
    private string? LabelHere()
    {
        var label = BylineReader.LabelAt(text, at);
        if (label is null)
        {
            return null;
        }

        var end = at + label.Length;
        var free = (at == 0 || BylineReader.Separators.Contains(text[at - 1]) || text[at - 1] is '（' or '(') && (end == text.Length || BylineReader.Separators.Contains(text[end]));
        return label.Length == 1 && !free && !(label == "摄" && end == text.Length && waiting.Count > 0) ? null : label;
    }

    private void TakeLabel(string label)
    {
        at += label.Length;
        Labelled = true;
        var next = Vocabulary.BylineLabels[label];
        if (next == "self")
        {
            Flush();
            Result.Add(new Byline(BylineRole.Author, label));
            role = "author";
            return;
        }

        var follows = at;
        while (follows < text.Length && BylineReader.Separators.Contains(text[follows]))
        {
            follows++;
        }

        // 季小禾/文 丁一木/图: each label is of the name before its stroke.
        if (waiting.Count > 0 && label.Length == 1 && text[at - 2] is '/' or '／' && follows > at)
        {
            role = prefixed && next == "author" ? role : next;
            Flush();
            role = "author";
            prefixed = false;
            return;
        }

        // 季小禾 摄影报道: the label follows its names, at the end or before the next label.
        if (waiting.Count > 0 && prefixed && follows >= text.Length)
        {
            // 记者 张三 文/图: the names have a role already and get the second one too.
            var names = waiting.ToList();
            Flush();
            if (next is "both" or "photographer")
            {
                Result.AddRange(names.Select(n => new Byline(BylineRole.Photographer, n, organization)));
            }

            return;
        }

        if (waiting.Count > 0 && (follows >= text.Length || label is "摄" or "文/图" or "图/文" or "报道" or "摄影报道" && BylineReader.LabelAt(text, follows) is not null))
        {
            role = next;
            Flush();
            role = "author";
            return;
        }

        Flush();
        if (label != "报道" || Result.Count == 0)
        {
            role = next;
            prefixed = true;
        }
    }

    private bool TakeToken()
    {
        var end = at;
        while (end < text.Length && !BylineReader.Separators.Contains(text[end]) && text[end] is not ('（' or '(' or '）' or ')'))
        {
            if (end > at && BylineReader.LabelAt(text, end) is { Length: > 1 })
            {
                break;
            }

            end++;
        }

        var token = text[at..end];
        if (SpacedNames.Read(text, at, Labelled || labelAhead || bullet || bracketed || companions, at == 0) is { } spaced)
        {
            waiting.AddRange(spaced.Names);
            SetApart.UnionWith(spaced.Names);
            at = spaced.End;
            return true;
        }

        if (token.Length == 1)
        {
            return false;
        }

        // 季小禾摄: the label without a space.
        if (token.Length is 3 or 4 && token[^1] == '摄' && NameReader.IsName(token[..^1]) && (Labelled || token.Length == 4 || end == text.Length))
        {
            end--;
            token = token[..^1];
        }

        at = end;
        // 江城社记者: a label directly behind a medium.
        var unit = UnitReader.IsUnit(token) && (!NameReader.IsSurelyName(token) || token[^1] is '社' or '网' or '报' or '台' && end < text.Length && BylineReader.LabelAt(text, end) is { Length: > 1 });
        if (!unit && NameReader.IsName(token) || !unit && ((Labelled || labelAhead || bracketed || bullet) && IsNameByPlace(token)) || !unit && companions && IsCompanion(token))
        {
            waiting.Add(token);
            return true;
        }

        // 季小禾庄明远: names that lost the space between them. Not 云岭林场黑石护林点 罗开远: what is long and stands before a name is a unit.
        if ((Labelled || bracketed && (token.Length <= 6 || at >= text.Length)) && RunTogether(token) is { } names)
        {
            waiting.AddRange(names);
            return true;
        }

        // 《江城工运》杂志, 南坡集团第二选矿厂: a unit before the names that belong to it.
        if (token.Length >= 2 && token.AsSpan().IndexOfAny("，。！？；") < 0 && (UnitReader.IsUnit(token) || token.Length is >= 3 and <= 16 && bracketed) && (at < text.Length || Labelled))
        {
            // 季禾/缫丝车间: the unit behind the name.
            if (waiting.Count > 0 && organization is null && Result.Count == 0 && at >= text.TrimEnd('）', ')', ' ').Length && UnitReader.IsUnit(token) && text.AsSpan(0, at - token.Length).IndexOfAny("/／（(|｜") >= 0)
            {
                organization = token;
                return true;
            }

            if (waiting.Count > 0)
            {
                Flush();
            }

            organization = organization is null || Result.Count > 0 ? token : organization + Joint() + token;
            return !Labelled || UnitReader.IsUnit(token) || at < text.Length;
        }

        return false;
    }

    // 江之源 洛清 夏冰洋: in a row of short tokens, half of them names for certain, the others are names of rarer sorts.
    private static bool AreCompanions(string text)
    {
        var tokens = text.Split([' ', '\u3000', '、'], StringSplitOptions.RemoveEmptyEntries);
        return tokens.Length is >= 2 and <= 6 && tokens.All(t => t.Length <= 4 && Shape.HanCount(t) == t.Length) && tokens.Count(NameReader.IsSurelyName) is > 0 and var sure && sure * 2 >= tokens.Count(t => t.Length > 1);
    }

    private static bool IsCompanion(string token) =>
        token.Length is 2 or 3 && !Vocabulary.NotNames.Contains(token) && Shape.HanCount(token) == token.Length && UnitReader.EndingAt(token) < 2;

    // 晴川 摄影报道: a label that comes later vouches for the name before it.
    private static bool HasLabel(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (BylineReader.Separators.Contains(text[i - 1]) && BylineReader.LabelAt(text, i) is { } label && (label.Length > 1 || i + 1 == text.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string>? RunTogether(string token)
    {
        if (token.Length is < 4 or > 12 || Shape.HanCount(token) != token.Length)
        {
            return null;
        }

        var best = new double[token.Length + 1];
        var from = new int[token.Length + 1];
        Array.Fill(best, -1);
        best[0] = 0;
        for (var end = 2; end <= token.Length; end++)
        {
            for (var n = 2; n <= 3 && n <= end; n++)
            {
                var score = NameReader.Score(token.Substring(end - n, n));
                if (best[end - n] >= 0 && score >= 0.38 && best[end - n] + score * n > best[end])
                {
                    (best[end], from[end]) = (best[end - n] + (score * n), end - n);
                }
            }
        }

        if (best[token.Length] < 0)
        {
            return null;
        }

        var names = new List<string>();
        for (var end = token.Length; end > 0; end = from[end])
        {
            names.Insert(0, token[from[end]..end]);
        }

        return names;
    }

    private string Joint() => text.Contains('、') ? "、" : " ";

    // Behind a label or in a signature's brackets two or three characters are a name, whatever else they mean (柏林, 温泉, 苏木).
    private bool IsNameByPlace(string token) =>
        token.Length is 2 or 3 && (Labelled || alone || text.Length > token.Length || !Vocabulary.NotNames.Contains(token)) && Shape.HanCount(token) == token.Length && !Vocabulary.ParenthesisWords.Contains(token) && !UnitReader.IsUnit(token)
        && (UnitReader.EndingAt(token) < 2 || NameReader.IsName(token));

    private void Flush()
    {
        foreach (var name in waiting)
        {
            switch (role)
            {
                case "none":
                    break;
                case "both":
                    Result.Add(new Byline(BylineRole.Author, name, organization));
                    Result.Add(new Byline(BylineRole.Photographer, name, organization));
                    break;
                default:
                    Result.Add(new Byline(RoleOf(role), name, organization));
                    break;
            }
        }

        waiting.Clear();
    }

    private static BylineRole RoleOf(string role) => role switch
    {
        "reporter" => BylineRole.Reporter,
        "correspondent" => BylineRole.Correspondent,
        "photographer" => BylineRole.Photographer,
        "editor" => BylineRole.Editor,
        _ => BylineRole.Author,
    };
}
