using System.Globalization;
using Bulletins.Export;

namespace Bulletins.Cli.Run;

/// <summary>Counts what a run gave.</summary>
internal sealed class Tally
{
    public int Documents { get; private set; }

    public int Articles { get; private set; }

    public int Figures { get; private set; }

    public int Repairs { get; private set; }

    public int Warnings { get; private set; }

    public int Errors { get; private set; }

    public void Add(ExportRecord record)
    {
        if (record.Document is not { } document)
        {
            Errors++;
            return;
        }

        Documents++;
        Articles += document.Articles.Count;
        Figures += document.Articles.Sum(a => a.Figures.Count);
        Repairs += document.Repairs.Count;
        Warnings += document.Warnings.Count;
    }

    public int ExitCode(bool strict) => Errors > 0 ? Cli.ExitCode.Failure : strict && Warnings > 0 ? Cli.ExitCode.Findings : Cli.ExitCode.Done;

    /// <summary><c>5 documents, 61 articles, 184 figures, 530 repairs, 2 warnings, 1 source not read</c>.</summary>
    public override string ToString() => $"{Count(Documents, "document")}, {OfDocument()}" + (Errors > 0 ? $", {Count(Errors, "source")} not read" : "");

    /// <summary>The same of one document.</summary>
    public string OfDocument() =>
        $"{Count(Articles, "article")}, {Count(Figures, "figure")}, {Count(Repairs, "repair")}, {Count(Warnings, "warning")}";

    public static string Count(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n:#,0} {noun}{(n == 1 ? "" : "s")}");
}
