namespace Bulletins.Pdf.Content;

/// <summary>Tells the runs of letters that nothing maps, with their place.</summary>
internal static class UnmappedLetters
{
    private const int MaxNotices = 50;

    public static IEnumerable<PdfNotice> Find(IReadOnlyList<Letter> letters, int page)
    {
        var told = 0;
        for (var i = 0; i < letters.Count && told < MaxNotices;)
        {
            if (letters[i].Mapping != LetterMapping.Unknown)
            {
                i++;
                continue;
            }

            var (first, box) = (i, letters[i].Box);
            for (i++; i < letters.Count && letters[i].Mapping == LetterMapping.Unknown && letters[i].Font == letters[first].Font; i++)
            {
                box = box.Union(letters[i].Box);
            }

            told++;
            yield return new PdfNotice(
                PdfNoticeKind.UnmappedLetters,
                FormattableString.Invariant($"{i - first} letter{(i - first == 1 ? "" : "s")} of the font {letters[first].Font.Name} cannot be told: the file does not say which characters its glyphs are"),
                page, box);
        }
    }
}
