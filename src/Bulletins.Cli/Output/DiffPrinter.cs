using System.Globalization;
using System.Text;
using Bulletins.Checking;
using Bulletins.Normalize;

namespace Bulletins.Cli.Output;

/// <summary>Shows each edit in its line: the line before, the line after, and the rules that did it.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="style">Colours, or none.</param>
/// <param name="width">Columns of the terminal: a long line is shown in pieces that fit.</param>
internal sealed class DiffPrinter(TextWriter writer, Style style, int width = int.MaxValue)
{
    /// <summary>How much of a line is shown around an edit; edits of a line that are nearer to one another are shown together.</summary>
    private const int Context = 24;
    private const int LeastContext = 6;
    private const int MostTogether = 1000; // characters of a paragraph whose lines were joined
    private int shown; // what the groups before have shown of the source
    private int shownLine = -1;

    public void Print(NormalizedText text)
    {
        for (var i = 0; i < text.Edits.Count;)
        {
            var end = i + 1;
            while (end < text.Edits.Count && Continues(text, text.Edits[end - 1], text.Edits[end]) && Fits(text, i, end))
            {
                end++;
            }

            Print(text, i, end);
            i = end;
        }
    }

    private static bool Continues(NormalizedText text, TextEdit edit, TextEdit next) =>
        next.Start - edit.End <= 2 * Context && text.Source.Lines.LineOf(edit.End) == text.Source.Lines.LineOf(next.Start);

    /// <summary>Whether the edits from one to another, with some words on both sides, fit on a row.</summary>
    private bool Fits(NormalizedText text, int first, int last)
    {
        var (start, stop) = (text.Edits[first].Start, text.Edits[last].End);
        if (stop - start > MostTogether)
        {
            return false;
        }

        var between = text.Source.Text.AsSpan(start, stop - start);
        return between.IndexOfAny('\n', '\r') >= 0 || Columns(between) <= (long)width - 4 - (4 * LeastContext);
    }

    private static int Columns(ReadOnlySpan<char> source) => DisplayWidth.Of(Printable.Line(source.ToString()));

    private void Print(NormalizedText text, int first, int end)
    {
        var (source, lines) = (text.Source.Text, text.Source.Lines);
        var (start, stop) = (text.Edits[first].Start, text.Edits[end - 1].End);
        var lineStart = lines.Start(lines.LineOf(start));
        var lineEnd = Math.Max(lines.End(lines.LineOf(stop)), stop);
        var room = source.AsSpan(start, stop - start).IndexOfAny('\n', '\r') >= 0 ? Context : Math.Clamp(((long)width - 4 - Columns(source.AsSpan(start, Math.Min(stop - start, MostTogether)))) / 4, LeastContext, Context);
        var from = Whole(source, Math.Max(Math.Max(lineStart, Math.Min(shown, start)), start - (int)room));
        var to = Whole(source, Math.Min(Math.Min(lineEnd, end < text.Edits.Count ? Math.Max(text.Edits[end].Start, stop) : lineEnd), stop + (int)room));
        shown = to;

        var before = new Side(style.Deleted);
        var after = new Side(style.Inserted);
        var (head, tail) = (from > lineStart ? "…" : "", to < lineEnd ? "…" : "");
        Both(head);
        var at = from;
        for (var i = first; i < end; i++)
        {
            var edit = text.Edits[i];
            Both(Printable.Line(source[at..edit.Start]));
            before.Append(Printable.Line(source[edit.Start..edit.End]), edited: true);
            after.Append(Printable.Line(edit.After), edited: true);
            at = edit.End;
        }

        Both(Printable.Line(source[at..to]) + tail);
        var line = text.Source.Places.Locate(start).Line;
        if (shownLine != line)
        {
            shownLine = line;
            writer.WriteLine(style.Bold(string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(text.Source.Path)}:{line}")));
        }

        before.WriteTo(writer, style.Red("-"));
        after.WriteTo(writer, style.Green("+"));
        foreach (var rule in Enumerable.Range(first, end - first).Select(i => text.Edits[i]).GroupBy(e => e.Rule, StringComparer.Ordinal))
        {
            writer.WriteLine("    " + style.Dim($"{rule.Key}: {Changes(source, rule)}"));
        }

        void Both(string shown)
        {
            before.Append(shown, edited: false);
            after.Append(shown, edited: false);
        }
    }

    private static string Changes(string source, IEnumerable<TextEdit> edits) =>
        Printable.Line(Describe.Repairs(edits.Select(e => (source[e.Start..e.End], e.After, e.Confidence))));

    /// <summary>The offset, moved off the middle of a surrogate pair.</summary>
    private static int Whole(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) && char.IsHighSurrogate(text[offset - 1]) ? offset - 1 : offset;

    /// <summary>The text before or after, a line of it on each line.</summary>
    private sealed class Side(Func<string, string> mark)
    {
        private readonly List<StringBuilder> lines = [new()];

        public void Append(string shown, bool edited)
        {
            for (var start = 0; start < shown.Length;)
            {
                var end = shown.IndexOf('⏎', start) + 1;
                var piece = shown[start..(end == 0 ? shown.Length : end)];
                lines[^1].Append(edited ? mark(piece) : piece);
                start += piece.Length;
                if (end > 0)
                {
                    lines.Add(new());
                }
            }
        }

        public void WriteTo(TextWriter writer, string sign)
        {
            foreach (var line in lines.Where((l, i) => l.Length > 0 || i == 0))
            {
                writer.WriteLine($"{sign} {line}");
            }
        }
    }
}
