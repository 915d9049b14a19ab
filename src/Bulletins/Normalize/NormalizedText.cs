using Bulletins.Ingest;

namespace Bulletins.Normalize;

/// <summary>The repaired text, and for each of its characters the place it came from.</summary>
public sealed class NormalizedText
{
    private readonly int[] starts; // of each edit, in the normalized text

    public NormalizedText(SourceText source, string text, IReadOnlyList<TextEdit> edits, IReadOnlyList<Warning> warnings)
    {
        Source = source;
        Text = text;
        Edits = edits;
        Warnings = warnings;
        starts = new int[edits.Count];
        var shift = 0;
        for (var i = 0; i < edits.Count; i++)
        {
            starts[i] = edits[i].Start + shift;
            shift += edits[i].After.Length - edits[i].Length;
        }
    }

    public SourceText Source { get; }

    /// <summary>The source's own string instance when nothing had to be repaired.</summary>
    public string Text { get; }

    /// <summary>In coordinates of the source, in order.</summary>
    public IReadOnlyList<TextEdit> Edits { get; }

    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>Where the character at an offset of the normalized text begins in the source.</summary>
    public int SourceStart(int offset) => Map(offset).Start;

    /// <summary>Where the character at an offset of the normalized text ends in the source.</summary>
    public int SourceEnd(int offset) => Map(offset).End;

    /// <summary>The range of the source that a non-empty range of the normalized text came from.</summary>
    public (int Start, int End) SourceRange(int start, int length) =>
        length == 0 ? (SourceStart(start), SourceStart(start)) : (SourceStart(start), SourceEnd(start + length - 1));

    /// <summary>The same text with the way back to the decoded file, where the source's words stood between marks there; otherwise this.</summary>
    public NormalizedText InFile()
    {
        if (Source.Places is not MarkedFile file)
        {
            return this;
        }

        var marks = file.Marks.Select(m => new TextEdit(m.Start, m.Length, m.Instead, Rules.MarkupRule.RuleId));
        var edits = EditLog.Compose(file.Text, [.. marks], Edits);
        edits.RemoveAll(edit => file.Text.AsSpan(edit.Start, edit.Length).SequenceEqual(edit.After));
        return new NormalizedText(Source with { Text = file.Text, Lines = file.Lines, Places = file.Lines, Markup = Markup.None }, Text, edits, Warnings);
    }

    /// <summary>The repaired text with the source's markup in its place, so that a Markdown file stays one.</summary>
    public string WithMarkup()
    {
        var marks = Source.Markup.Marks.Select(m => (m.Start, m.Length, m.Instead)).ToHashSet();
        return marks.Count == 0 ? Text : EditLog.Apply(Source.Text, [.. Edits.Where(e => !marks.Contains((e.Start, e.Length, e.After)))]);
    }

    private (int Start, int End) Map(int offset)
    {
        var i = Ordered.LastAtOrBefore(starts, offset);
        if (i < 0)
        {
            return (offset, offset + 1);
        }

        var edit = Edits[i];
        var into = offset - starts[i];
        if (into >= edit.After.Length)
        {
            var start = edit.End + into - edit.After.Length;
            return (start, Math.Min(start + 1, Source.Text.Length));
        }

        return edit.After.Length == edit.Length ? (edit.Start + into, edit.Start + into + 1) : (edit.Start, edit.End);
    }
}
