namespace Bulletins.Figures;

/// <summary>A number and what follows it like a unit, which the tables do not know: 0.35zSv/a. It is no figure.</summary>
public readonly record struct UnknownUnit(FigurePlace Place, int Start, int Length)
{
    private const int Longest = 12;

    /// <summary>The end of the letters that follow a number like a unit, or its own end. A number with a point, or letters with a
    /// line among them, make a measure; 4K and 985A are names.</summary>
    internal static int End(string text, in Numeral number)
    {
        var p = number.End;
        var (line, letters) = (false, 0);
        while (p < text.Length && p < number.End + Longest && (char.IsAsciiLetter(text[p]) || text[p] is 'μ' or 'µ' or 'Ω' or '·' or '/' or '²' or '³'))
        {
            if (text[p] == '/')
            {
                if (line || letters == 0 || p + 1 >= text.Length || !char.IsAsciiLetter(text[p + 1]))
                {
                    break;
                }

                line = true;
            }

            letters += char.IsAsciiLetter(text[p]) ? 1 : 0;
            p++;
        }

        var point = text.AsSpan(number.Start, number.End - number.Start).Contains('.');
        var ends = p == text.Length || !char.IsAsciiLetterOrDigit(text[p]);
        return letters > 0 && ends && (point || line) ? p : number.End;
    }
}
