using System.Globalization;
using Bulletins.Pdf;
using Bulletins.Pdf.Layout;

namespace Bulletins.Tests.Pdf;

/// <summary>Short forms that the tests share.</summary>
internal static class PdfTesting
{
    public static IPdfTextDocument Open(byte[] file, PdfReadOptions? options = null)
    {
        var result = new PdfTextEngine().Open(file, options ?? PdfReadOptions.Default);
        Assert.True(result.Error is null, result.Error?.Message);
        return result.Document!;
    }

    public static PdfErrorKind Error(byte[] file, PdfReadOptions? options = null) =>
        Assert.IsType<PdfError>(new PdfTextEngine().Open(file, options ?? PdfReadOptions.Default).Error).Kind;

    public static string Text(byte[] file, int page = 1) => string.Concat(Open(file).ReadPage(page).Letters.Select(l => l.Text));

    public static string Text(PdfPage page) => string.Concat(page.Letters.Select(l => l.Text));

    public static PdfPage Page(byte[] file, int page = 1) => Open(file).ReadPage(page);

    /// <summary>A page that shows one string with a font of the maker.</summary>
    public static byte[] Shown(PdfMaker maker, int font, string shown)
    {
        AddShown(maker, font, shown);
        return maker.Save();
    }

    public static void AddShown(PdfMaker maker, int font, string shown) =>
        maker.AddPage(string.Create(CultureInfo.InvariantCulture, $"/Font << /F1 {font} 0 R >>"), PdfMaker.Latin($"BT /F1 10 Tf 50 700 Td {shown} Tj ET"));

    public static string Squeeze(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Two lines after each other, as they stand after each other in what is read.</summary>
    public static IEnumerable<string> Pairs(IReadOnlyList<string> lines) => lines.Zip(lines.Skip(1), (a, b) => Squeeze(a) + Squeeze(b));

    public static void EachIsRead(byte[] file, IReadOnlyList<string> pairs)
    {
        var document = Open(file);
        var read = Squeeze(string.Concat(Enumerable.Range(1, document.PageCount).SelectMany(n => PageLayout.Read(document.ReadPage(n))).SelectMany(b => b.Lines).Select(l => l.Text)));
        Assert.Equal([], pairs.Where(p => !read.Contains(p, StringComparison.Ordinal)));
    }

    /// <summary>A file of one page that says this.</summary>
    public static PdfMaker Saying(string text)
    {
        var maker = new PdfMaker();
        AddShown(maker, maker.AddUnicodeFont(), PdfMaker.Utf16(text));
        return maker;
    }
}
