using System.Globalization;
using Bulletins.Ingest;

namespace Bulletins.Tests.Support;

/// <summary>Runs the pipeline where it could go differently: in cultures with other digits, casing and separators, and on many threads.</summary>
internal static class Determinism
{
    private static readonly string[] Cultures = ["zh-CN", "tr-TR", "ar-SA", "de-DE"];

    public static IReadOnlyList<byte[]> JsonUnderOtherConditions(Func<SourceText> read)
    {
        var results = new byte[Cultures.Length + 8][];
        for (var i = 0; i < Cultures.Length; i++)
        {
            results[i] = InCulture(Cultures[i], () => InvariantChecks.Json(read()));
        }

        Parallel.For(Cultures.Length, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => results[i] = InvariantChecks.Json(read()));
        return results;
    }

    private static T InCulture<T>(string name, Func<T> work)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
