using Bulletins.Tests.Pdf;

namespace Bulletins.Benchmarks;

/// <summary>Measures the PDF reader.</summary>
internal static class PdfRun
{
    public static void Run(string[] args)
    {
        switch (args)
        {
            case ["set", var text, var pdf, .. var how]:
                File.WriteAllBytes(pdf, PaperSetter.Set(File.ReadAllText(text), new PaperSettings
                {
                    SpansHeadlines = how.Contains("span"), Indents = !how.Contains("gaps"), HeadlineSpacing = how.Contains("spaced") ? 0.5 : 0,
                    Order = how.Contains("rows") ? ContentOrder.Rows : how.Contains("shuffled") ? ContentOrder.Shuffled : ContentOrder.Reading,
                }));
                break;
            default:
                Console.Error.WriteLine("pdf set TEXT PDF [span] [gaps] [spaced] [rows|shuffled]");
                break;
        }
    }
}
