using System.Globalization;

namespace Bulletins.Export;

/// <summary>Decimals as the contract prints them: exact, no exponent, no trailing zeros (454.84 × 10000 is 4548400).</summary>
public static class ExactDecimal
{
    public static string Print(decimal value) => Trim(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same value without trailing zeros.</summary>
    public static decimal Trim(decimal value)
    {
        // Dividing by a one of the greatest scale lets the runtime choose the smallest scale that is exact.
        var trimmed = value / 1.0000000000000000000000000000m;
        return trimmed == 0 ? 0m : trimmed;
    }

    /// <summary>Whether a double gives back the same digits.</summary>
    public static bool FitsDouble(decimal value) =>
        Math.Abs(value) < 7.9e28m && (decimal)(double)value == value; // the conversion keeps 15 digits, as spreadsheets do, and refuses the very greatest
}
