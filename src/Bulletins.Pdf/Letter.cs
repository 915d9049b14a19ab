namespace Bulletins.Pdf;

/// <summary>How a letter's text was found.</summary>
public enum LetterMapping
{
    /// <summary>The file says what it is, or a published table does.</summary>
    Mapped,

    /// <summary>Taken from a convention that most files keep.</summary>
    Guessed,

    /// <summary>Nothing tells: the text is U+FFFD.</summary>
    Unknown,
}

/// <summary>One shown glyph. PdfPig's names: Value, GlyphRectangle, StartBaseLine, EndBaseLine, PointSize, FontName, TextSequence.</summary>
public sealed class Letter
{
    /// <summary>What stands in the place of a letter that nothing maps.</summary>
    public const string UnknownText = "\uFFFD";

    /// <summary>One character or several (a ligature); <see cref="UnknownText"/> where nothing maps it.</summary>
    public required string Text { get; init; }

    /// <summary>The em box as far as the letter advances: the same for every letter of a size, whatever its ink.</summary>
    public required PdfBox Box { get; init; }

    /// <summary>Where the baseline begins; for vertical writing the middle of the upper edge.</summary>
    public required PdfPoint Start { get; init; }

    public required PdfPoint End { get; init; }

    /// <summary>The letter's height on the page in points, scaling included.</summary>
    public required double PointSize { get; init; }

    public required LetterFont Font { get; init; }

    public required int Page { get; init; }

    /// <summary>Position in the page's content, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The code in the content stream.</summary>
    public required int Code { get; init; }

    public required LetterMapping Mapping { get; init; }

    /// <summary>The way the baseline runs: 0 to the right, 90 up, 180 to the left, 270 down; of other angles the nearest.</summary>
    public required int Direction { get; init; }

    /// <summary>Drawn with rendering mode 3, as the text under a scanned page is.</summary>
    public bool IsInvisible { get; init; }

    /// <summary>The same letter with the text that the file tells apart from the font.</summary>
    internal Letter Saying(string text) => text == Text && Mapping == LetterMapping.Mapped ? this : new Letter
    {
        Text = text, Mapping = LetterMapping.Mapped,
        Box = Box, Start = Start, End = End, PointSize = PointSize, Font = Font, Page = Page, Order = Order, Code = Code, Direction = Direction, IsInvisible = IsInvisible,
    };

    public override string ToString() => Text;
}

/// <summary>The font of a letter. Letters of one font resource share one instance.</summary>
public sealed class LetterFont(string name, int id, bool isVertical)
{
    /// <summary>The base font's name without its subset tag.</summary>
    public string Name { get; } = name;

    /// <summary>Differs between two subsets of one typeface: a garble is a fact about a subset.</summary>
    public int Id { get; } = id;

    public bool IsVertical { get; } = isVertical;

    public bool IsBold { get; } = HasWord(name, "Bold", "Black", "Heavy", "Hei", "黑", "粗");

    public override string ToString() => Name;

    private static bool HasWord(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
