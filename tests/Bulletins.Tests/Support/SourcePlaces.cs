using Bulletins.Ingest;

namespace Bulletins.Tests.Support;

/// <summary>From lines and columns back to offsets, by counting: on purpose not the way the library does it.</summary>
internal sealed class SourcePlaces
{
    private readonly List<(int Start, int[] Columns)> lines = []; // the offset of each code point, and of the line's end

    public SourcePlaces(string text)
    {
        var start = 0;
        var columns = new List<int>();
        for (var i = 0; i <= text.Length; i++)
        {
            columns.Add(i);
            if (i == text.Length || text[i] is '\n' or '\r')
            {
                i += i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n' ? 1 : 0;
                lines.Add((start, [.. columns]));
                columns.Clear();
                start = i + 1;
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
        }
    }

    public int LineCount => lines.Count;

    /// <summary>The number of code points of a 1-based line.</summary>
    public int Width(int line) => lines[line - 1].Columns.Length - 1;

    /// <summary>The column may stand one behind the line's last character.</summary>
    public int Offset(int line, int column) => lines[line - 1].Columns[column - 1];

    public bool Holds(SourceSpan span) =>
        span.Line >= 1 && span.Line <= LineCount && span.Column >= 1 && span.Length >= 1 && span.Column + span.Length - 1 <= Width(span.Line);

    public (int Start, int End) Range(SourceSpan span) => (Offset(span.Line, span.Column), Offset(span.Line, span.Column + span.Length));
}
