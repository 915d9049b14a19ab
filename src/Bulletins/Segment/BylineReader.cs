namespace Bulletins.Segment;

/// <summary>A byline as read. <see cref="Strength"/> says how sure it is that this was one: 1 with a label, less for bare names.</summary>
internal sealed record BylineReading(IReadOnlyList<Byline> Bylines, double Strength, bool HasPhotographer);

/// <summary>
/// Reads what credits people: 记者 X 通讯员 Y Z 摄影报道 W, bare names, a unit and a name, X 摄影报道, ●X Y, 责编／X.
/// A text in which anything is neither label, name nor unit is no byline: （略） and （单位：万元） credit nobody.
/// </summary>
internal static class BylineReader
{
    private const string Separators = " \u3000、，,;；/／|｜：:&";
    private const string Bullets = "●○■□◆◇▲△★☆•·◎";

    /// <summary>Reads a whole line, or what stands in brackets; null where it is no byline.</summary>
    /// <param name="alone">The text stands on a line of its own: there a word in brackets that can be a name is one.</param>
    public static BylineReading? Read(string text, bool alone = false)
    {
        var trimmed = text.Trim();
        var bullet = trimmed.Length > 1 && Bullets.Contains(trimmed[0]);
        if (bullet)
        {
            trimmed = trimmed[1..].Trim();
        }

        var bracketed = IsBracketed(trimmed);
        if (bracketed)
        {
            trimmed = trimmed[1..^1].Trim();
        }
        else if (trimmed.StartsWith("——", StringComparison.Ordinal) && trimmed.Length < 30)
        {
            // ——质保部 端阳 below a saying.
            trimmed = trimmed.TrimStart('—').Trim();
            bracketed = trimmed.Contains(' ', StringComparison.Ordinal) || trimmed.Contains('\u3000', StringComparison.Ordinal);
        }

        if (trimmed.Length is < 2 or > 120)
        {
            return null;
        }

        // Behind a comma a sentence goes on, unless a label says that this is a credit.
        var state = new Parser(trimmed, bracketed, bullet, alone && bracketed);
        if (!state.Run() || state.Result.Count == 0 || !state.Labelled && trimmed.AsSpan().IndexOfAny("，,；;：:") >= 0)
        {
            return null;
        }

        var strength = state.Labelled ? 1.0 : Bare(state);
        strength = bullet ? Math.Max(strength, 0.3) : strength;
        return new BylineReading(state.Result, Math.Min(1, strength + (bullet ? 0.35 : 0) + (bracketed ? 0.25 : 0)), state.Result.Any(b => b.Role == BylineRole.Photographer));
    }

    private static bool IsBracketed(string text) => text.Length > 2 && text[0] is '（' or '(' && text[^1] is '）' or ')';

    // A unit before a name, or a name whose two characters are set apart, is hardly anything else.
    private static double Bare(Parser state)
    {
        var mean = state.Result.Average(b => state.SetApart.Contains(b.Name) ? 0.85 : NameReader.Score(b.Name));
        return mean * (state.Result.Count > 1 || state.Result[0].Organization is not null || state.SetApart.Count > 0 ? 0.9 : 0.7);
    }

    /// <summary>The label that stands at a place, longest first; null where there is none.</summary>
    internal static string? LabelAt(string text, int at)
    {
        var lookup = Vocabulary.BylineLabels.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(Vocabulary.LongestBylineLabel, text.Length - at); n > 0; n--)
        {
            if (lookup.TryGetValue(text.AsSpan(at, n), out _))
            {
                return text.Substring(at, n);
            }
        }

        return null;
    }

    private sealed class Parser(string text, bool bracketed, bool bullet, bool alone)
    {
        private readonly List<string> waiting = []; // names read before any label
        private string role = "author";
        private bool prefixed; // the names that wait stand behind a label
        private string? organization;
        private int at;

        private readonly bool labelAhead = HasLabel(text);

        public List<Byline> Result { get; } = [];

        public bool Labelled { get; private set; }

        /// <summary>Names printed with a space inside: 季 禾.</summary>
        public HashSet<string> SetApart { get; } = new(StringComparer.Ordinal);

        public bool Run()
        {
            while (at < text.Length)
            {
                if (Separators.Contains(text[at]) || text[at] is '（' or '(' or '）' or ')')
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
            var label = LabelAt(text, at);
            if (label is null)
            {
                return null;
            }

            var end = at + label.Length;
            var free = (at == 0 || Separators.Contains(text[at - 1]) || text[at - 1] is '（' or '(') && (end == text.Length || Separators.Contains(text[end]));
            return label.Length == 1 && !free ? null : label;
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
            while (follows < text.Length && Separators.Contains(text[follows]))
            {
                follows++;
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

            if (waiting.Count > 0 && (follows >= text.Length || label is "摄" or "文/图" or "图/文" or "报道" or "摄影报道" && LabelAt(text, follows) is not null))
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
            while (end < text.Length && !Separators.Contains(text[end]) && text[end] is not ('（' or '(' or '）' or ')'))
            {
                if (end > at && LabelAt(text, end) is { Length: > 1 })
                {
                    break;
                }

                end++;
            }

            if (SpacedNames.Read(text, at, Labelled || labelAhead || bullet || bracketed, at == 0) is { } spaced)
            {
                waiting.AddRange(spaced.Names);
                SetApart.UnionWith(spaced.Names);
                at = spaced.End;
                return true;
            }

            var token = text[at..end];
            if (token.Length == 1)
            {
                return false;
            }

            at = end;
            var unit = UnitReader.IsUnit(token) && !NameReader.IsSurelyName(token);
            if (!unit && NameReader.IsName(token) || ((Labelled || labelAhead || bracketed || bullet) && IsNameByPlace(token)))
            {
                waiting.Add(token);
                return true;
            }

            // 季小禾庄明远: names that lost the space between them.
            if ((Labelled || bracketed) && RunTogether(token) is { } names)
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

        // 晴川 摄影报道: a label that comes later vouches for the name before it.
        private static bool HasLabel(string text)
        {
            for (var i = 1; i < text.Length; i++)
            {
                if (Separators.Contains(text[i - 1]) && LabelAt(text, i) is { } label && (label.Length > 1 || i + 1 == text.Length))
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
}
