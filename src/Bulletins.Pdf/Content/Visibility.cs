namespace Bulletins.Pdf.Content;

/// <summary>Invisible text is the recognized text under a scan where it is all there is, and a doubled layer where it is not.</summary>
internal static class Visibility
{
    public static IReadOnlyList<Letter> Choose(List<Letter> letters, int invisible)
    {
        // A scan may have a stamp or a page number set over it.
        return invisible == 0 || letters.Count - invisible <= invisible / 10 ? letters : letters.FindAll(l => !l.IsInvisible);
    }
}
