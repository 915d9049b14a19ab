namespace Bulletins.Ingest.Ocr;

/// <summary>A word that was recognised: its place in the text, its page, its box in points where the file tells the resolution.</summary>
internal readonly record struct OcrWord(int Start, int End, int Page, Box? Box);

/// <summary>A file of recognised words. Its spans are a word each, with page and box.</summary>
internal sealed class OcrFile(string text, LineIndex lines, IReadOnlyList<MarkupMark> marks, IReadOnlyList<OcrWord> words) : MarkedFile(text, lines, marks)
{
    /// <inheritdoc/>
    public override IEnumerable<SourceSpan> Spans(int start, int end)
    {
        for (var i = Ordered.Leading(words, start, static (word, start) => word.End <= start); i < words.Count && words[i].Start < end; i++)
        {
            foreach (var span in base.Spans(Math.Max(start, words[i].Start), Math.Min(end, words[i].End)))
            {
                yield return span with { Page = words[i].Page, Box = words[i].Box };
            }
        }
    }
}
