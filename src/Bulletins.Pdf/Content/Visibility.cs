namespace Bulletins.Pdf.Content;

/// <summary>Which of a page's letters a reader sees.</summary>
internal static class Visibility
{
    /// <summary>The letters that stand on the page: what is drawn beyond its crop box (printer's marks, the rest of a spread) is cut off.</summary>
    public static List<Letter> Inside(List<Letter> letters, double width, double height)
    {
        bool IsInside(Letter l) => l.Box.CenterX >= 0 && l.Box.CenterX <= width && l.Box.CenterY >= 0 && l.Box.CenterY <= height;
        // Where all of it stands outside, the box is wrong rather than the text.
        return letters.TrueForAll(IsInside) || !letters.Exists(IsInside) ? letters : letters.FindAll(IsInside);
    }

    /// <summary>Invisible text is the recognized text under a scan where it is all there is, and a doubled layer where it is not.</summary>
    public static IReadOnlyList<Letter> Choose(List<Letter> letters, int invisible)
    {
        // A scan may have a stamp or a page number set over it.
        return invisible == 0 || letters.Count - invisible <= invisible / 10 ? letters : letters.FindAll(l => !l.IsInvisible);
    }
}
