using System.Text;
using Bulletins.Normalize;

namespace Bulletins.Cli.Output;

/// <summary>Prints the documentation of rules.</summary>
internal sealed class RulePrinter(string language, Style style, int width)
{
    private bool Chinese => language == "zh";

    /// <summary>Each rule's id and title, a line each.</summary>
    public string List(IReadOnlyList<RuleDoc> rules)
    {
        var idWidth = rules.Count == 0 ? 0 : rules.Max(r => r.Id.Length);
        var text = new StringBuilder();
        foreach (var rule in rules)
        {
            text.Append(style.Bold(rule.Id)).Append(' ', idWidth - rule.Id.Length + 2).Append(rule.In(language).Title).Append('\n');
        }

        return text.ToString();
    }

    public string One(RuleDoc rule)
    {
        var doc = rule.In(language);
        var text = new StringBuilder();
        text.Append(style.Bold(rule.Id)).Append("  ").Append(doc.Title).Append('\n');
        Part(text, Chinese ? "修复什么" : "Mends", doc.Mends);
        Part(text, Chinese ? "依据" : "Why the evidence suffices", doc.Evidence);
        Part(text, Chinese ? "不动什么" : "Leaves alone", doc.LeavesAlone);
        text.Append('\n').Append(style.Bold(Chinese ? "例" : "Example")).Append('\n')
            .Append("  ").Append(style.Red("-")).Append(' ').Append(Printable.Line(rule.Before)).Append('\n')
            .Append("  ").Append(style.Green("+")).Append(' ').Append(Printable.Line(rule.After)).Append('\n');
        return text.ToString();
    }

    private void Part(StringBuilder text, string title, string body)
    {
        text.Append('\n').Append(style.Bold(title)).Append('\n');
        foreach (var line in DisplayWidth.Wrap(body, Math.Min(width, 100) - 2))
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }
}
