using System.Globalization;
using System.Text;
using Bulletins.Checking;

namespace Bulletins.Cli.Output;

/// <summary>Text from a source as it may be shown on a terminal: what cannot be seen is named, and no control character gets through.</summary>
internal static class Printable
{
    /// <summary>On one line: line ends are ⏎, a tab is ⇥, other control and invisible characters ‹U+200B›.</summary>
    public static string Line(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                shown.Append('⏎');
            }
            else if (c == '\t')
            {
                shown.Append('⇥');
            }
            else if (c != '\r')
            {
                Append(shown, text, ref i);
            }
        }

        return shown.ToString();
    }

    /// <summary>One side of an edit, by itself: a space is ␠, an ideographic one ▢, nothing is ∅.</summary>
    public static string Side(string text) => Line(Describe.Side(text));

    private static void Append(StringBuilder shown, string text, ref int at)
    {
        var rune = Rune.TryGetRuneAt(text, at, out var whole) ? whole : Rune.ReplacementChar;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
        {
            shown.Append(CultureInfo.InvariantCulture, $"‹U+{rune.Value:X4}›");
        }
        else
        {
            shown.Append(rune);
        }

        at += rune.Utf16SequenceLength - 1;
    }
}
