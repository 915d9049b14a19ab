using System.Globalization;

namespace Bulletins.Tests.Support;

/// <summary>An article as its author wrote it, before any style of source gets at it.</summary>
internal sealed record InventedArticle(string Company, string Unit, string Headline, string Author, IReadOnlyList<string> Paragraphs)
{
    public static InventedArticle Create(Random random)
    {
        var company = Pick(random, Words.Places) + Pick(random, Words.Trades);
        var unit = company + Pick(random, Words.Forms) + Pick(random, Words.Units);
        var headline = $"{Pick(random, Words.HeadlineHeads)} {Pick(random, Words.HeadlineHeads)}{Pick(random, Words.HeadlineTails)}";
        var author = Pick(random, Words.Surnames) + Pick(random, Words.Given);
        var paragraphs = new List<string>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            paragraphs.Add(string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentence(random, unit))));
        }

        return new InventedArticle(company, unit, headline, author, paragraphs);
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static string Sentence(Random random, string unit) =>
        string.Format(CultureInfo.InvariantCulture, Pick(random, Words.Sentences), unit, Number(random), Number(random));

    private static string Number(Random random) => random.Next(4) switch
    {
        0 => random.Next(2, 10).ToString(CultureInfo.InvariantCulture),
        1 => random.Next(10, 1000).ToString(CultureInfo.InvariantCulture),
        2 => $"{random.Next(1, 100)}.{random.Next(1, 10)}",
        _ => $"{random.Next(1, 10)}.{random.Next(0, 10)}{random.Next(1, 10)}",
    };
}
