namespace Bulletins.Segment;

/// <summary>Reads the editors out of an imprint's line: 本版责编：罗曼 金石开 电话：… credits two; proof-readers and printers are not editors.</summary>
internal static class ImprintEditors
{
    public static IReadOnlyList<Byline> Read(string text)
    {
        var found = new List<Byline>();
        for (var i = 0; i < text.Length; i++)
        {
            if (BylineReader.LabelAt(text, i) is not { Length: > 1 } label)
            {
                continue;
            }

            var from = i + label.Length;
            if (Vocabulary.BylineLabels[label] == "editor" && from < text.Length && text[from] is '：' or ':' or '／' or '/' or ' ' or '\u3000')
            {
                var end = EndOfNames(text, from + 1);
                var names = text[(from + 1)..end].Trim();
                if (BylineReader.Read("编辑 " + names) is { } reading)
                {
                    found.AddRange(reading.Bylines.Where(b => b.Role == BylineRole.Editor));
                }
            }

            i = from - 1;
        }

        return found;
    }

    // Names end where the next label begins: a credit's, or the imprint's own (电话, 邮箱).
    private static int EndOfNames(string text, int from)
    {
        for (var i = from + 1; i < text.Length; i++)
        {
            if (text[i] is '：' or ':' or '／' or '/')
            {
                var start = i;
                while (start > from && text[start - 1] is not (' ' or '\u3000' or '，' or '；' or ';'))
                {
                    start--;
                }

                return start;
            }

            if (text[i - 1] is ' ' or '\u3000' && BylineReader.LabelAt(text, i) is { Length: > 1 })
            {
                return i;
            }
        }

        return text.Length;
    }
}
