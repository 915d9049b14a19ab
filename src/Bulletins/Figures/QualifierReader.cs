namespace Bulletins.Figures;

/// <summary>What stands directly before and after a number: 近, 约, 超过, 零下; 以上, 左右, 以内, 多.</summary>
internal static class QualifierReader
{
    private static readonly (string Word, FigureQualifier Qualifier)[] Behind =
    [
        ("以上", FigureQualifier.MoreThan),
        ("及以上", FigureQualifier.AtLeast),
        ("以下", FigureQualifier.LessThan),
        ("及以下", FigureQualifier.AtMost),
        ("以内", FigureQualifier.AtMost),
        ("左右", FigureQualifier.Approximately),
        ("上下", FigureQualifier.Approximately),
        ("有余", FigureQualifier.MoreThan),
        ("开外", FigureQualifier.MoreThan),
        ("之多", FigureQualifier.Exact),
    ];

    public static void Read(FigureText text, Quantity q)
    {
        var (inner, start, end) = (q.Qualifier, q.Start, q.End);
        var before = ReadBefore(text, q);
        var behind = q.Kind == UnitKind.Bare && q.Number.ScaleStart == q.Number.End ? FigureQualifier.Exact : ReadBehind(text, q);
        // 约5000余吨, 超过99%以上, 约99%以上: the sharper word decides.
        q.Qualifier = inner == FigureQualifier.MoreThan ? inner
            : before is not (FigureQualifier.Exact or FigureQualifier.Approximately) ? before
            : behind != FigureQualifier.Exact ? behind
            : before != FigureQualifier.Exact ? before : inner;
        if (q.Qualifier != FigureQualifier.Exact && q.Qualifier != inner)
        {
            var isBefore = q.Qualifier == before;
            q.Because(FigureFields.Qualifier, isBefore ? text.Words(q.Start, start) : text.Words(end, q.End), isBefore ? "before the number" : "behind the unit");
        }
    }

    private static FigureQualifier ReadBefore(FigureText text, Quantity q)
    {
        var qualifier = FigureQualifier.Exact;
        var s = text.Text;
        while (q.Start > 0)
        {
            var c = s[q.Start - 1];
            if (text.EndsWith(q.Start, "零下"))
            {
                q.Start -= 2;
                Negate(q);
            }
            else if (c is '-' or '−' or '－' && q.Kind is UnitKind.Percent or UnitKind.Money || (c is '-' or '−' or '－' or '负' && q.Unit.Code == "Cel"))
            {
                q.Start--;
                Negate(q, onlyFirst: !IsSignedTwice(s, q));
            }
            else if (c is '±' or '¥' or '￥')
            {
                q.Start--;
            }
            else if (c is '过' or '上' && (ChineseNumeral.Scale(s[q.Number.Start]) >= 100 || (q.Kind == UnitKind.Tenth && c == '过')) && q.Start == q.Number.Start && IsPassed(text, q.Start - 1))
            {
                // 过百名, 上千台; not 通过百, 经过百, 链上百家
                q.Start--;
                qualifier = FigureQualifier.MoreThan;
            }
            else if (text.LastMarkBefore(q.Start) is >= 0 and var i && text.Marks[i] is var mark && mark.End == q.Start && mark.Is(WordRole.Before))
            {
                q.Start = mark.Start;
                qualifier = qualifier == FigureQualifier.Exact || qualifier == FigureQualifier.Approximately ? mark.Word.Qualifier : qualifier;
            }
            else
            {
                break;
            }
        }

        return qualifier;
    }

    // 过 and 上 are qualifiers where a word has ended before them and they are no part of one.
    private static bool IsPassed(FigureText text, int position)
    {
        var i = text.LastMarkBefore(position + 1);
        return (i < 0 || text.Marks[i].End != position + 1)
            && (text.StartsWith(position + 2, "成") || position == 0 || !UnitReader.IsHan(text.Text[position - 1]) || text.Text[position - 1] is '了' or '的' or '有' or '近' or '花' or '要' || (i >= 0 && text.Marks[i].End == position));
    }

    private static FigureQualifier ReadBehind(FigureText text, Quantity q)
    {
        foreach (var (word, qualifier) in Behind)
        {
            if (text.StartsWith(q.End, word) && !(word == "上下" && q.End + 2 < text.Text.Length && text.Text[q.End + 2] is '料' or '班' or '游' or '级' or '联' or '工'))
            {
                q.End += word.Length;
                return qualifier;
            }
        }

        if (q.End < text.Text.Length && text.Text[q.End] == '+' && q.Number.Large)
        {
            q.End++;
            return FigureQualifier.MoreThan; // 10万+
        }

        var next = q.End < text.Text.Length ? text.Text[q.End] : '\0';
        var after = q.End + 1 < text.Text.Length ? text.Text[q.End + 1] : '\0';
        // 一年多, 3公里多; not 3人多次, 5元多种
        if (next is '多' or '余' && q.Kind is UnitKind.Time or UnitKind.Physical or UnitKind.Money or UnitKind.Multiple or UnitKind.Tenth or UnitKind.Doubling or UnitKind.Fraction or UnitKind.Bare && after is not ('次' or '种' or '元' or '样' or '项' or '家' or '层'))
        {
            q.End++;
            return FigureQualifier.MoreThan;
        }

        return FigureQualifier.Exact;
    }

    // -8～-5℃ is below zero at both ends, -5至8℃ at one
    private static bool IsSignedTwice(string s, Quantity q)
    {
        for (var i = q.Number.Start + 1; i + 1 < q.UnitStart; i++)
        {
            if (s[i] is '-' or '−' or '－' or '负' && s[i - 1] is '至' or '到' or '～' or '~' or '—' or '-' or '、')
            {
                return true;
            }
        }

        return false;
    }

    private static void Negate(Quantity q, bool onlyFirst = false)
    {
        if (onlyFirst)
        {
            q.Value = -q.Value;
        }
        else if (q.Max is { } max)
        {
            (q.Value, q.Max) = (-max, -q.Value);
        }
        else
        {
            q.Value = -q.Value;
        }
    }
}
