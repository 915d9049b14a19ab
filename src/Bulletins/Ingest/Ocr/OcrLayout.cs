using System.Globalization;
using Bulletins.Ingest.Html;

namespace Bulletins.Ingest.Ocr;

/// <summary>Lays recognised words out as text: a line a line, blocks apart by blank lines, in the order that the engine gave. Large lines become hints;
/// words of which the engine was not sure become a warning a page.</summary>
internal sealed class OcrLayout(string text, LineIndex index)
{
    private const double Doubtful = 0.6;
    private const int ShownDoubts = 8;
    private const double Apart = 0.6; // of the line's height
    private const double Larger = 1.35;

    private readonly MarkedFileBuilder builder = new(text);
    private readonly List<OcrWord> words = [];
    private readonly List<(int Start, int End, double Height)> lines = [];
    private readonly List<Warning> warnings = [];
    private readonly List<string> doubts = [];
    private int doubtful;
    private int doubtfulAt;
    private int onPage;
    private double lastRight = double.MaxValue; // of the word before
    private int page;

    /// <summary>Begins a page; the engine's own number, or the next one.</summary>
    public void Page(int? number)
    {
        ClosePage();
        page = number ?? page + 1;
        builder.Separate(Gap.Paragraph);
    }

    public void Block() => builder.Separate(Gap.Paragraph);

    public void Line() => builder.Separate(Gap.Line);

    /// <summary>Takes a word that stands in the file from <paramref name="from"/> to <paramref name="to"/>, character references and all.</summary>
    /// <param name="height">Of its line, in any unit; 0 where it is not known.</param>
    /// <param name="confidence">From 0 to 1; null where the engine does not say.</param>
    /// <param name="isTight">Nothing stands between it and the word before.</param>
    /// <param name="extent">Its left and right edge in the unit of the height; null where they are not known.</param>
    public void Word(int from, int to, Box? box, double height, double? confidence, bool isTight, (double Left, double Right)? extent = null)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        if (from == to)
        {
            return;
        }

        // Engines set a space between any two words; between Chinese ones none is printed, unless they stand apart on the page.
        var isApart = height > 0 && extent is { } own && own.Left - lastRight > Apart * height;
        var isRun = isTight || (WideCharacters.IsWide(builder.Last) && WideCharacters.IsWide(text[from]));
        builder.Separate(isRun && !isApart ? Gap.None : Gap.Space);
        lastRight = extent?.Right ?? double.MaxValue;
        var startsLine = builder.IsAtLineStart;
        var start = -1;
        for (var i = from; i < to;)
        {
            var amp = text.AsSpan(i, to - i).IndexOf('&');
            if (amp != 0)
            {
                var stop = amp < 0 ? to : i + amp;
                builder.PutVerbatim(i, stop);
                start = start < 0 ? builder.Length - (stop - i) : start;
                i = stop;
                continue;
            }

            var length = Math.Max(1, CharacterReference.Read(text.AsSpan(i, Math.Min(40, to - i)), out var characters));
            characters = characters.Length == 0 ? "&" : characters == "\u00a0" ? " " : characters;
            builder.Put(characters, i, i + length);
            start = start < 0 ? builder.Length - characters.Length : start;
            i += length;
        }

        Register(start, startsLine, box, height);
        Doubt(from, to, confidence);
    }

    private OcrFile Build(out string laidOut, out IReadOnlyList<MarkupBlock> blocks)
    {
        ClosePage();
        var marks = builder.Build(index, out laidOut).Marks;
        var heights = lines.Where(l => l.Height > 0).Select(l => l.Height).Order().ToList();
        var usual = heights.Count == 0 ? 0 : heights[heights.Count / 2];
        blocks = [.. lines.Where(l => usual > 0 && l.Height >= Larger * usual && l.End - l.Start is > 1 and <= 40).Select(l => new MarkupBlock(MarkupKind.Strong, l.Start, l.End - l.Start, 0))];
        return new OcrFile(text, index, marks, words);
    }

    /// <summary>A box measured from the upper left corner, in points from the lower left one.</summary>
    /// <param name="page">The page's height in the same unit.</param>
    /// <param name="scale">Points a unit.</param>
    public static Box Points(double left, double top, double right, double bottom, double page, double scale) =>
        new(Math.Round(left * scale, 2), Math.Round((page - bottom) * scale, 2), Math.Round(right * scale, 2), Math.Round((page - top) * scale, 2));

    /// <summary>The source that the words make, or why there is none.</summary>
    public IngestResult Result(SourceFile file, DecodedText decoded, string mediaType)
    {
        var places = Build(out var laidOut, out var blocks);
        return words.Count == 0
            ? IngestResult.Failed(file.Path, "empty", "no word was recognised in it")
            : IngestResult.Of(new SourceText
            {
                Path = file.Path,
                Sha256 = file.Sha256,
                MediaType = mediaType,
                Encoding = decoded.Encoding,
                Text = laidOut,
                Lines = new LineIndex(laidOut),
                Places = places,
                Markup = new Markup { Blocks = blocks },
                Warnings = [.. decoded.Warnings, .. warnings],
            });
    }

    private void Register(int start, bool startsLine, Box? box, double height)
    {
        words.Add(new OcrWord(start, builder.Length, Math.Max(page, 1), box));
        if (startsLine || lines.Count == 0)
        {
            lines.Add((start, builder.Length, height));
        }
        else
        {
            lines[^1] = (lines[^1].Start, builder.Length, Math.Max(lines[^1].Height, height));
        }
    }

    private void Doubt(int from, int to, double? confidence)
    {
        onPage++;
        if (confidence < Doubtful)
        {
            doubtfulAt = doubtful++ == 0 ? from : doubtfulAt;
            if (doubts.Count < ShownDoubts)
            {
                doubts.Add(CharacterReference.Decode(text.AsSpan(from, to - from)));
            }
        }
    }

    private void ClosePage()
    {
        if (doubtful > 0)
        {
            warnings.Add(new Warning(
                "ocr-uncertain",
                string.Create(CultureInfo.InvariantCulture, $"page {Math.Max(page, 1)}: the engine was less than {Doubtful:0%} sure of {doubtful} of {onPage} words: {string.Join('、', doubts)}{(doubtful > doubts.Count ? " …" : "")}"),
                index.LineOf(doubtfulAt) + 1));
        }

        (doubtful, onPage) = (0, 0);
        doubts.Clear();
    }
}
