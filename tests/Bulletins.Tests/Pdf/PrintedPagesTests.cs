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

    [SofficeFact]
    public void WhatLibreOfficePrintsIsRead()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["page.html"], Page, new UTF8Encoding(false));
        ReadsTheSame(Soffice.Convert(folder["page.html"], "pdf:writer_web_pdf_Export", folder));
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
        // LibreOffice leaves the first page of a web page empty.
        var document = PdfTesting.Open(File.ReadAllBytes(pdf));
        var pages = Enumerable.Range(1, document.PageCount).Select(document.ReadPage).ToList();
        Assert.Empty(pages.SelectMany(p => p.Notices));
        var blocks = pages.SelectMany(PageLayout.Read).ToList();
        Assert.Equal(Headline, blocks[0].Text);
        Assert.Equal(Squeeze(Body), Squeeze(string.Concat(blocks.Skip(1).SelectMany(b => b.Lines).Select(l => l.Text))));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
