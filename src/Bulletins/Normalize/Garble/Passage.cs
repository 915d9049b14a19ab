namespace Bulletins.Normalize.Garble;

/// <summary>A stretch of text that is judged at once: some paragraphs, or the most of a long one that fits a window, white space
/// squeezed out so that a word cut by a hard line end is whole.</summary>
internal sealed class Passage
{
    /// <summary>The most characters of a passage; it ends at the first blank line in its second half.</summary>
    public const int Window = 2000;

    private const int EnoughLines = 3;
    private const string ClauseEnds = "。！？；，遥袁";

    private readonly char[] chars = new char[Window];
    private readonly int[] offsets = new int[Window];
    private readonly Gap[] gaps = new Gap[Window];

    public int Length { get; private set; }

    /// <summary>Offset in the text of the first character, or of the end when nothing is left.</summary>
    public int Start { get; private set; }

    /// <summary>True where every line that goes on is equally long: cut by a program, which lets a stop begin a line, and not by a typesetter.</summary>
    public bool IsRewrapped { get; private set; }

    public char this[int i] => chars[i];

    public ReadOnlySpan<char> Chars => chars.AsSpan(0, Length);

    public int Offset(int i) => offsets[i];

    /// <summary>What white space stands before a character; the passage's first begins a paragraph unless it stands within a line.</summary>
    public Gap Before(int i) => i >= Length ? Gap.Blank : gaps[i];

    /// <summary>True where a character begins a line; true behind the passage's last.</summary>
    public bool BeginsLine(int i) => Before(i) >= Gap.Line;

    /// <summary>Reads the passage that begins at or behind an offset; returns where the next one begins.</summary>
    public int Read(string text, int from)
    {
        Length = 0;
        var i = from;
        var blank = from == 0 || char.IsWhiteSpace(text[from - 1]);
        var gap = blank ? Gap.Blank : Gap.None;
        for (; i < text.Length && Length < Window; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (blank && Length > Window / 2)
                {
                    break;
                }

                gap = blank ? Gap.Blank : Gap.Line;
                blank = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                gap = gap == Gap.None ? Gap.Space : gap;
            }
            else
            {
                blank = false;
                chars[Length] = c;
                offsets[Length] = i;
                gaps[Length] = gap;
                Length++;
                gap = Gap.None;
            }
        }

        if (Length == Window && i < text.Length)
        {
            Length = Cut();
            i = offsets[Length - 1] + 1;
        }

        Start = Length > 0 ? offsets[0] : text.Length;
        IsRewrapped = HasEqualLines();
        return i;
    }

    private bool HasEqualLines()
    {
        var (lines, common) = (0, 0);
        for (var (first, i) = (0, 1); i < Length; i++)
        {
            if (gaps[i] >= Gap.Line)
            {
                if (gaps[i] == Gap.Line)
                {
                    var length = offsets[i - 1] - offsets[first] + 1;
                    common = common == 0 ? length : common;
                    if (length != common)
                    {
                        return false;
                    }

                    lines++;
                }

                first = i;
            }
        }

        return lines >= EnoughLines;
    }

    // A full window ends where a line or a clause does, rather than within a word.
    private int Cut()
    {
        for (var i = Length - 1; i > Window / 2; i--)
        {
            if (gaps[i] >= Gap.Line)
            {
                return i;
            }
        }

        var clause = chars.AsSpan(Window / 2).LastIndexOfAny(ClauseEnds);
        return clause < 0 ? Window : (Window / 2) + clause + 1;
    }
}

internal enum Gap : byte { None, Space, Line, Blank }
