using System.Diagnostics;
using System.Text;
using Bulletins.Pdf.Layout;
using Bulletins.Tests.Support;
using Xunit.Abstractions;

namespace Bulletins.Tests.Pdf;

/// <summary>A page that LibreOffice and Chromium print: their fonts, maps and marks instead of our own. Skipped, and said so, where there is none.</summary>
public sealed class PrintedPagesTests(ITestOutputHelper output)
{
    private const string Headline = "云桂冶炼厂推行节能改造";
    private const string Body = "入冬以来，厂里组织12名技术骨干进行见学，对3条生产线的骨料仓作了改造，累计节电45.6万千瓦时，降低成本￥1,234.50元（不含税）。“质量第一”——是大家的口头禅：office fi fl。";
    private const string Page = $$"""
        <!doctype html><html lang="zh"><meta charset="utf-8"><style>@page { size: A4; margin: 15mm } body { font-size: 11pt } h1 { font-size: 20pt }</style>
        <h1>{{Headline}}</h1><p>{{Body}}</p></html>
        """;

    private const string Document = $$"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
          xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
        <office:automatic-styles><style:style style:name="H" style:family="paragraph"><style:text-properties fo:font-size="20pt" style:font-size-asian="20pt"/></style:style></office:automatic-styles>
        <office:body><office:text><text:p text:style-name="H">{{Headline}}</text:p><text:p>{{Body}}</text:p></office:text></office:body></office:document>
        """;

    [SofficeFact]
    public void WhatLibreOfficePrintsIsRead()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["page.fodt"], Document, new UTF8Encoding(false));
        ReadsTheSame(Soffice.Convert(folder["page.fodt"], "pdf:writer_pdf_Export", folder));
    }

    [Fact]
    public void WhatChromiumPrintsIsRead()
    {
        var program = new[] { "chromium", "chromium-browser", "google-chrome" }.Select(Find).FirstOrDefault(p => p is not null);
        if (program is null)
        {
            output.WriteLine("skipped: Chromium is not installed");
            return;
        }

        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["page.html"], Page, new UTF8Encoding(false));
        using var process = Process.Start(new ProcessStartInfo(program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--user-data-dir={folder["profile"]}", $"--print-to-pdf={folder["page.pdf"]}", folder["page.html"],
        ])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(60_000) || !File.Exists(folder["page.pdf"]))
        {
            process.Kill(true);
            output.WriteLine("skipped: Chromium printed nothing here");
            return;
        }

        ReadsTheSame(folder["page.pdf"]);
    }

    private static void ReadsTheSame(string pdf)
    {
        var page = PdfTesting.Page(File.ReadAllBytes(pdf));
        Assert.Empty(page.Notices);
        var blocks = PageLayout.Read(page);
        Assert.Equal(Headline, blocks[0].Text);
        Assert.Equal(PdfTesting.Squeeze(Body), PdfTesting.Squeeze(string.Concat(blocks.Skip(1).SelectMany(b => b.Lines).Select(l => l.Text))));
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
