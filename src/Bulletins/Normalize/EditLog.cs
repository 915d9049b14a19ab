using System.Text;

namespace Bulletins.Normalize;

/// <summary>Edits in order of their place, not overlapping, all in coordinates of the text they apply to.</summary>
public static class EditLog
{
    /// <summary>The text with the edits made; the same instance when there are none.</summary>
    public static string Apply(string text, IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0)
        {
            return text;
        }

        var (at, length) = (0, text.Length);
        foreach (var edit in edits)
        {
            if (edit.Start < at)
            {
                throw new ArgumentException($"edit at {edit.Start} overlaps the one before it or is out of order (rule {edit.Rule})", nameof(edits));
            }

            length += edit.After.Length - edit.Length;
            at = edit.End;
        }

        // A text may be the half of what a process holds: it is written once, into its place.
        return string.Create(length, (text, edits), static (result, given) =>
        {
            var text = given.text.AsSpan();
            var at = 0;
            foreach (var edit in given.edits)
            {
                text[at..edit.Start].CopyTo(result);
                result = result[(edit.Start - at)..];
                edit.After.CopyTo(result);
                result = result[edit.After.Length..];
                at = edit.End;
            }

            text[at..].CopyTo(result);
        });
    }

    /// <summary>Two successive lists of edits as one: <paramref name="first"/> turns a source into a middle text,
    /// <paramref name="second"/> turns that into the result. Edits that meet in the middle become one, under the first one's rule.</summary>
    public static List<TextEdit> Compose(string source, IReadOnlyList<TextEdit> first, IReadOnlyList<TextEdit> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return [.. first.Count == 0 ? second : first];
        }

        var result = new List<TextEdit>(first.Count + second.Count);
        int i = 0, j = 0;
        var shift = 0; // middle position minus source position, behind the edits of `first` taken so far
        while (i < first.Count || j < second.Count)
        {
            var a = i < first.Count ? first[i] : default;
            var b = j < second.Count ? second[j] : default;
            var aStart = i < first.Count ? a.Start + shift : int.MaxValue;
            var aEnd = i < first.Count ? aStart + a.After.Length : int.MaxValue;
            if (j >= second.Count || aEnd < b.Start || (aEnd == b.Start && !Touch(aStart, aEnd, b)))
            {
                result.Add(a);
                shift += a.After.Length - a.Length;
                i++;
                continue;
            }

            if (i >= first.Count || b.End <= aStart)
            {
                result.Add(b with { Start = b.Start - shift });
                j++;
                continue;
            }

            (i, j, shift) = Merge(source, first, second, i, j, shift, result);
        }

        return result;
    }

    /// <summary>The edits that take <see cref="Apply"/> back.</summary>
    public static List<TextEdit> Invert(string text, IReadOnlyList<TextEdit> edits)
    {
        var inverse = new List<TextEdit>(edits.Count);
        var shift = 0;
        foreach (var edit in edits)
        {
            inverse.Add(edit with { Start = edit.Start + shift, Length = edit.After.Length, After = text.Substring(edit.Start, edit.Length) });
            shift += edit.After.Length - edit.Length;
        }

        return inverse;
    }

    // An edit of the second list that begins where one of the first ends stays apart from it.
    private static bool Touch(int aStart, int aEnd, TextEdit b) => aStart < aEnd && b.Start < aEnd;

    private static (int I, int J, int Shift) Merge(string source, IReadOnlyList<TextEdit> first, IReadOnlyList<TextEdit> second, int i, int j, int shift, List<TextEdit> result)
    {
        var head = first[i];
        var headIsFirst = head.Start + shift <= second[j].Start;
        var middleStart = Math.Min(head.Start + shift, second[j].Start);
        var sourceStart = middleStart - shift;
        var middleEnd = middleStart;
        var middle = new StringBuilder(); // the middle text from middleStart to middleEnd
        var sourceAt = sourceStart;
        var firstShift = shift;
        var after = new StringBuilder();
        var at = middleStart;
        var confidence = 1.0;
        while (true)
        {
            var grew = false;
            while (i < first.Count && (first[i].Start + firstShift < middleEnd || middle.Length == 0 && first[i].Start + firstShift == middleStart))
            {
                var a = first[i];
                middle.Append(source, sourceAt, a.Start - sourceAt).Append(a.After);
                sourceAt = a.End;
                firstShift += a.After.Length - a.Length;
                middleEnd = Math.Max(middleEnd, sourceAt + firstShift);
                confidence = Math.Min(confidence, a.Confidence);
                i++;
                grew = true;
            }

            while (j < second.Count && (second[j].Start < middleEnd || second[j].Start == middleStart))
            {
                var b = second[j];
                Extend(b.End);
                after.Append(middle.ToString(at - middleStart, b.Start - at)).Append(b.After);
                at = b.End;
                confidence = Math.Min(confidence, b.Confidence);
                j++;
                grew = true;
            }

            if (!grew)
            {
                break;
            }
        }

        Extend(middleEnd);
        after.Append(middle.ToString(at - middleStart, middleEnd - at));
        var lead = headIsFirst ? head : second[j - 1];
        result.Add(lead with { Start = sourceStart, Length = sourceAt - sourceStart, After = after.ToString(), Confidence = confidence });
        return (i, j, firstShift);

        void Extend(int end)
        {
            while (middleStart + middle.Length < end)
            {
                if (i < first.Count && first[i].Start == sourceAt)
                {
                    middle.Append(first[i].After);
                    sourceAt = first[i].End;
                    firstShift += first[i].After.Length - first[i].Length;
                    i++;
                }
                else
                {
                    var stop = i < first.Count ? first[i].Start : source.Length;
                    var take = Math.Min(stop - sourceAt, end - middleStart - middle.Length);
                    middle.Append(source, sourceAt, take);
                    sourceAt += take;
                }
            }

            middleEnd = Math.Max(middleEnd, middleStart + middle.Length);
        }
    }
}
