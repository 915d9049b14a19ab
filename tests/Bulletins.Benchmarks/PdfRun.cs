using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Pdf;
using Bulletins.Pdf.Layout;
using Bulletins.Tests.Pdf;
using Bulletins.Tests.Support;

namespace Bulletins.Benchmarks;

/// <summary>Sets PDF files by the tests' own press, and measures the PDF reader.</summary>
internal static class PdfRun
{
    public static void Run(string[] args)
    {
        switch (args)
        {
            case []:
                PdfSpeed.Compare();
                break;
            case ["set", var text, var pdf, .. var how]:
                File.WriteAllBytes(pdf, PaperSetter.Set(File.ReadAllText(text), new PaperSettings
                {
                    Indents = !how.Contains("gaps"), HeadlineSpacing = how.Contains("spaced") ? 0.5 : 0,
                    Order = Order(how),
                }));
                break;
            case ["press", var records, var pdf, .. var how]:
                File.WriteAllBytes(pdf, NewspaperPress.Set(Articles(records), new PressSettings
                {
                    Columns = Number(how, "columns", 5), Width = Number(how, "width", 15), Gutter = Number(how, "gutter", 12) / 10.0, BetweenBoxes = Number(how, "between", 0) / 10.0, Seed = Number(how, "seed", 1),
                    Rules = how.Contains("frames") ? BoxRules.Frames : how.Contains("rules") ? BoxRules.Between : BoxRules.None,
                    IsCentered = !how.Contains("left"), Byline = how.Contains("incolumn") ? BylinePlace.InColumn : BylinePlace.OverColumns,
                    Order = Order(how),
                }, out var boxes));
                File.WriteAllLines(pdf + ".txt", boxes.SelectMany(b => b.Append("")));
                break;
            case ["order", var pdf]:
                foreach (var block in Pages(pdf).SelectMany(PageLayout.Read))
                {
                    Console.WriteLine(block.Text + "\n");
                }

                break;
            case ["paper", var pages, var pdf]:
                File.WriteAllBytes(pdf, Paper(int.Parse(pages, CultureInfo.InvariantCulture), ContentOrder.Reading));
                break;
            case ["peak", var pdf, var stage]:
                Peak(pdf, stage);
                break;
            default:
                Console.Error.WriteLine("pdf | pdf set TEXT PDF [gaps] [spaced] [rows|shuffled] | pdf press RECORDS PDF [columns=5] [width=15] [gutter=12] [between=0] [seed=1] [rules|frames] [left] [incolumn] [rows|shuffled] | pdf paper PAGES PDF | pdf peak PDF letters|layout|read|normalize|extract");
                break;
        }
    }

    private static IEnumerable<PdfPage> Pages(string pdf)
    {
        var document = new PdfTextEngine().Open(File.ReadAllBytes(pdf), PdfReadOptions.Default).Document!;
        return Enumerable.Range(1, document.PageCount).Select(number => document.ReadPage(number));
    }

    private static ContentOrder Order(string[] how) =>
        how.Contains("rows") ? ContentOrder.Rows : how.Contains("shuffled") ? ContentOrder.Shuffled : ContentOrder.Reading;

    private static int Number(string[] how, string name, int otherwise) =>
        Array.Find(how, h => h.StartsWith(name + "=", StringComparison.Ordinal)) is { } said ? int.Parse(said.AsSpan(name.Length + 1), CultureInfo.InvariantCulture) : otherwise;

    // The articles of an export, as they would be printed.
    private static IEnumerable<PressArticle> Articles(string records)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(records));
        var documents = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToList() : [json.RootElement];
        foreach (var article in documents.SelectMany(d => d.GetProperty("articles").EnumerateArray()))
        {
            var names = article.GetProperty("bylines").EnumerateArray().Select(b => b.GetProperty("name").GetString());
            yield return new PressArticle(Said("kicker"), Said("headline"), Said("subtitle"), names.Any() ? "本报记者 " + string.Join(' ', names) : null,
                [.. article.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetProperty("text").GetString()!)]);

            string? Said(string name) => article.GetProperty(name).GetString();
        }
    }

    // In a process of its own: the most memory that a stage and those before it take.
    private static void Peak(string pdf, string stage)
    {
        if (stage is "letters" or "layout")
        {
            foreach (var page in Pages(pdf))
            {
                _ = stage == "layout" ? PageLayout.Read(page).Count : 0;
            }
        }
        else
        {
            using var file = File.OpenRead(pdf);
            var source = SourceReader.Read(file, pdf, BulletinOptions.Default).Source!;
            _ = stage switch { "normalize" => Normalizer.Normalize(source).Edits.Count, "extract" => BulletinPipeline.Stream(source).Count(), _ => 0 };
        }

        Console.WriteLine($"{stage,-12}{Process.GetCurrentProcess().PeakWorkingSet64 >> 20,6} MB, live {GC.GetTotalMemory(true) >> 20} MB, {GC.CollectionCount(2)} full collections");
    }

    /// <summary>A paper of at least so many pages: invented articles under headlines, four columns, 9.5 points.</summary>
    internal static byte[] Paper(int pages, ContentOrder order)
    {
        var random = new Random(pages);
        var text = new StringBuilder();
        while (text.Length < pages * 4600)
        {
            var article = InventedArticle.Create(random);
            text.Append("## ").AppendLine(article.Headline).AppendLine().AppendLine("记者 " + article.Author).AppendLine();
            text.AppendJoin("\n\n", article.Paragraphs.Concat(article.Paragraphs.Skip(1))).AppendLine().AppendLine();
        }

        return PaperSetter.Set(text.ToString(), new PaperSettings { Order = order });
    }
}
