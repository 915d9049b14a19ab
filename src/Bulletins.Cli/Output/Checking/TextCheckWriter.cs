using System.Globalization;
using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Cli.Run;

namespace Bulletins.Cli.Output.Checking;

/// <summary>Findings for a person: each with its place, its source line or what changed, line by line or side by side.</summary>
internal sealed class TextCheckWriter(Stream stream, int width, Style style) : ICheckWriter
{
    private const string Indent = "    ";
    private const int MostOfARule = 8; // in one input; a broken rule changes hundreds of places

    private readonly StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 14, leaveOpen: true) { NewLine = "\n" };

    public bool SideBySide { get; init; }

    public bool ShowAll { get; init; }

    public bool IsUpdate { get; init; }

    public bool FlushEach { get; init; }

    public void Write(CheckedInput input)
    {
        if (input.Error is { } error)
        {
            writer.WriteLine($"{style.Bold(Name(error.Source))}  {style.Red("failed")}  {error.Code}");
            WriteWrapped(error.Message);
        }

        var shown = new Dictionary<(string Rule, bool Silenced), int>();
        foreach (var finding in input.Findings)
        {
            var key = (finding.Rule.Id, finding.Silence is not null);
            shown[key] = shown.GetValueOrDefault(key) + 1;
            if (ShowAll || shown[key] <= MostOfARule)
            {
                Write(finding);
            }
        }

        foreach (var ((rule, _), count) in shown.Where(s => s.Value > MostOfARule && !ShowAll))
        {
            writer.WriteLine(style.Bold(Name(input.Source)) + string.Create(CultureInfo.InvariantCulture, $"  {count - MostOfARule} more {rule}; --all shows them"));
        }

        if (input.Findings.Count > 0 || input.Error is not null)
        {
            writer.WriteLine();
        }

        if (FlushEach)
        {
            writer.Flush();
            stream.Flush();
        }
    }

    public void Updated(string record, bool isNew) => writer.WriteLine($"{style.Green(isNew ? "new" : "updated")}  {Printable.Line(record)}\n");

    public void Complete(CheckTally tally)
    {
        writer.WriteLine(CheckSummary.Of(tally));
        if (tally.Different > 0 && !IsUpdate)
        {
            writer.WriteLine($"{Tally.Count(tally.Different, "input")} {(tally.Different == 1 ? "differs from its expected record" : "differ from their expected records")}; --update accepts the differences");
        }

        writer.Flush();
    }

    private void Write(Finding finding)
    {
        var place = FindingWords.Place(finding);
        writer.WriteLine($"{style.Bold(Name(finding.Source) + (place.Length == 0 ? "" : ":" + place))}  {Severity(finding)}  {finding.Rule.Id}");
        WriteWrapped(finding.Message);

        if (finding.Silence is { } silence)
        {
            WriteWrapped("because: " + FindingWords.Whole(silence));
        }
        else if (finding.Excerpt is { } excerpt)
        {
            Write(excerpt);
        }

        if (SideBySide)
        {
            WriteColumns(finding.Changes);
        }
        else
        {
            WriteLines(finding.Changes);
        }
    }

    private void WriteWrapped(string text)
    {
        foreach (var line in DisplayWidth.Wrap(Printable.Line(text), width - Indent.Length))
        {
            writer.WriteLine(Indent + line);
        }
    }

    private string Severity(Finding finding)
    {
        var word = FindingWords.Severity(finding);
        return finding.Silence is not null || finding.Severity == Bulletins.Checking.Severity.Note ? style.Dim(word)
            : finding.Severity == Bulletins.Checking.Severity.Error ? style.Red(word) : style.Yellow(word);
    }

    /// <summary>The source line, and below it a line under what is meant.</summary>
    private void Write(Excerpt excerpt)
    {
        var before = Printable.Line(excerpt.Text[..excerpt.Start]);
        var meant = Printable.Line(excerpt.Text.Substring(excerpt.Start, excerpt.Length));
        var after = Printable.Line(excerpt.Text[(excerpt.Start + excerpt.Length)..]);
        var room = width - Indent.Length - 2;
        // What is meant stands near the middle where the line does not fit.
        while (DisplayWidth.Of(before) > room / 2 && before.Length > 2)
        {
            before = "…" + before[(char.IsHighSurrogate(before[1]) ? 3 : 2)..];
        }

        // A mark under the whole line would say nothing.
        var whole = excerpt.Text.AsSpan(0, excerpt.Start).Trim("… \u3000").IsEmpty && excerpt.Text.AsSpan(excerpt.Start + excerpt.Length).Trim("… \u3000").IsEmpty;
        meant = DisplayWidth.Clip(meant, Math.Max(4, room - DisplayWidth.Of(before)));
        after = DisplayWidth.Clip(after, Math.Max(0, room - DisplayWidth.Of(before) - DisplayWidth.Of(meant)));
        after = meant.EndsWith('…') && after == "…" ? "" : after;
        writer.WriteLine($"{Indent}{style.Dim("│")} {before}{(whole ? meant : style.Bold(meant))}{after}");
        if (whole)
        {
            return;
        }

        writer.WriteLine($"{Indent}{style.Dim("│")} {new string(' ', DisplayWidth.Of(before))}{style.Yellow(new string('~', Math.Max(1, DisplayWidth.Of(meant))))}");
    }

    private void WriteLines(IReadOnlyList<FieldChange> changes)
    {
        foreach (var change in changes)
        {
            var (was, now) = TextDifference.Around(change.Expected ?? "", change.Actual ?? "");
            writer.WriteLine(Indent + style.Dim(change.Field));
            WriteSide(style.Red("-"), change.Expected, was, style.Deleted);
            WriteSide(style.Green("+"), change.Actual, now, style.Inserted);
        }
    }

    private void WriteSide(string sign, string? value, Piece piece, Func<string, string> mark)
    {
        var room = width - Indent.Length - 4;
        var (head, middle, tail) = (Printable.Line(piece.Head), Printable.Line(piece.Middle), Printable.Line(piece.Tail));
        // A line that fits shows where the difference is; a longer one is wrapped.
        if (value is null)
        {
            writer.WriteLine($"{Indent}  {sign} {style.Dim("(none)")}");
        }
        else if (DisplayWidth.Of(head + middle + tail) <= room)
        {
            writer.WriteLine($"{Indent}  {sign} {head}{mark(middle)}{tail}");
        }
        else
        {
            foreach (var line in DisplayWidth.Wrap(head + middle + tail, room))
            {
                writer.WriteLine($"{Indent}  {sign} {line}");
            }
        }
    }

    private void WriteColumns(IReadOnlyList<FieldChange> changes)
    {
        var column = (width - Indent.Length - 3) / 2;
        if (changes.Count > 0)
        {
            writer.WriteLine(Indent + style.Dim(DisplayWidth.Pad("expected", column) + " │ extracted"));
        }

        foreach (var change in changes)
        {
            var (was, now) = TextDifference.Around(change.Expected ?? "", change.Actual ?? "");
            var left = Cells(change.Expected, was, column);
            var right = Cells(change.Actual, now, column);
            writer.WriteLine(Indent + style.Dim($"{change.Field} ".PadRight(column + 1, '─') + "┼" + new string('─', column + 1)));
            for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
            {
                writer.WriteLine($"{Indent}{style.Red(DisplayWidth.Pad(left.ElementAtOrDefault(i) ?? "", column))} {style.Dim("│")} {style.Green(right.ElementAtOrDefault(i) ?? "")}".TrimEnd());
            }
        }
    }

    private static List<string> Cells(string? value, Piece piece, int column) =>
        value is null ? ["(none)"] : [.. DisplayWidth.Wrap(Printable.Line(piece.Head + piece.Middle + piece.Tail), column)];

    private static string Name(string source) => source == "-" ? "(standard input)" : Printable.Line(source);
}
