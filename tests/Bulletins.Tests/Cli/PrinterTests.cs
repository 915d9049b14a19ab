using System.Text;
using Bulletins.Cli.Output;
using Bulletins.Export;
using Bulletins.Ingest;
using Bulletins.Normalize;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Cli;

public class PrinterTests
{
    [Fact]
    public void TheSummaryShowsWhatAPersonWantsToSee() =>
        Snapshot.Verify(Records.Text(s => new SummaryWriter(s, width: 100, color: false, flushEach: false), Records.Full, Records.Error));

    [Fact]
    public void TheSummaryOfOneDocumentHasNoTotal() =>
        Assert.DoesNotContain("Total", Records.Text(s => new SummaryWriter(s, 100, color: false, flushEach: false), Records.Full), StringComparison.Ordinal);

    [Fact]
    public void NoLineOfTheSummaryIsWiderThanTheTerminal()
    {
        foreach (var width in new[] { 60, 80, 120 })
        {
            var lines = Records.Text(s => new SummaryWriter(s, width, color: false, flushEach: false), Records.Full).Split('\n');
            Assert.All(lines.Where(l => l.StartsWith("   ", StringComparison.Ordinal)), l => Assert.InRange(DisplayWidth.Of(l), 1, width));
        }
    }

    [Fact]
    public void ColoursAreWrittenOnlyWhereTheyAreWanted()
    {
        Assert.Contains("\u001b[", Records.Text(s => new SummaryWriter(s, 100, color: true, flushEach: false), Records.Full), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Records.Text(s => new SummaryWriter(s, 100, color: false, flushEach: false), Records.Full), StringComparison.Ordinal);
        Assert.Contains("\u001b[", Diff(color: true), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Diff(color: false), StringComparison.Ordinal);
    }

    [Fact]
    public void TheDiffShowsEachEditInItsLineWithItsRule() => Snapshot.Verify(Diff(color: false));

    private static string Diff(bool color)
    {
        var source = SourceText.FromText("清晨　六点袁天刚亮袁\r\n班组已经到岗遥\u200b\n没有改动的一行。\n这一行很长" + new string('长', 60) + "，只有末尾少了一个空 格遥", "早班.txt");
        var edits = new List<TextEdit>();
        Edit("　", "", "spacing", 1);
        Edit("袁", "，", "founder-garble", 0.98);
        Edit("袁", "，", "founder-garble", 0.98);
        Edit("\r\n", "", "hard-line", 0.95);
        Edit("遥", "。", "founder-garble", 1);
        Edit("\u200b", "", "invisible", 1);
        Edit(" ", "", "spacing", 1);
        Edit("遥", "。", "founder-garble", 1);
        using var writer = new StringWriter { NewLine = "\n" };
        new DiffPrinter(writer, new Style(color)).Print(new NormalizedText(source, EditLog.Apply(source.Text, edits), edits, []));
        return writer.ToString();

        void Edit(string before, string after, string rule, double confidence)
        {
            var start = source.Text.IndexOf(before, edits.Count == 0 ? 0 : edits[^1].End, StringComparison.Ordinal);
            edits.Add(new TextEdit(start, before.Length, after, rule, confidence));
        }
    }
}
