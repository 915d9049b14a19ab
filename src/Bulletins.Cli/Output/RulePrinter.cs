using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Checking;
using Bulletins.Diagnostics;
using Bulletins.Export;
using Bulletins.Normalize;

namespace Bulletins.Cli.Output;

/// <summary>Prints the documentation of rules and warnings.</summary>
internal sealed class RulePrinter(string language, Style style, int width)
{
    private bool Chinese => language == "zh";

    /// <summary>Each rule's id and title and each warning's code and meaning, a line each.</summary>
    public string List(IReadOnlyList<RuleDoc> rules, IReadOnlyList<WarningDoc> warnings, IReadOnlyList<CheckRule> checks)
    {
        var idWidth = rules.Select(r => r.Id.Length).Concat(warnings.Select(w => w.Code.Length)).Concat(checks.Select(c => c.Id.Length)).Max();
        var text = new StringBuilder();
        text.Append(style.Bold(Chinese ? "规则" : "Rules")).Append('\n');
        foreach (var rule in rules)
        {
            Item(rule.Id, rule.In(language).Title);
        }

        text.Append('\n').Append(style.Bold(Chinese ? "警告" : "Warnings")).Append('\n');
        foreach (var warning in warnings)
        {
            Item(warning.Code, warning.Meaning(language));
        }

        text.Append('\n').Append(style.Bold(Chinese ? "检查" : "Findings of check")).Append('\n');
        foreach (var check in checks)
        {
            Item(check.Id, check.In(language).Title);
        }

        return text.ToString();

        void Item(string id, string about)
        {
            text.Append("  ").Append(id).Append(' ', idWidth - id.Length + 2);
            var lines = DisplayWidth.Wrap(about, Math.Max(20, Math.Min(width, 100) - idWidth - 4)).ToList();
            text.AppendJoin("\n" + new string(' ', idWidth + 4), lines).Append('\n');
        }
    }

    public string One(WarningDoc warning)
    {
        var text = new StringBuilder();
        text.Append(style.Bold(warning.Code)).Append('\n');
        Part(text, Chinese ? "含义" : "Means", warning.Meaning(language));
        Part(text, Chinese ? "怎么办" : "What to do", warning.Advice(language));
        return text.ToString();
    }

    public string One(CheckRule rule)
    {
        var doc = rule.In(language);
        var text = new StringBuilder();
        text.Append(style.Bold(rule.Id)).Append("  ").Append(doc.Title).Append('\n');
        Part(text, Chinese ? "发现什么" : "Finds", doc.Finds);
        if (doc.LeavesAlone.Length > 0)
        {
            Part(text, Chinese ? "不报什么" : "Leaves alone", doc.LeavesAlone);
        }

        Part(text, Chinese ? "怎么办" : "What to do", doc.Advice);
        Part(text, Chinese ? "级别" : "Severity", $"{EnumWords<Severity>.Of(rule.Default)}" + (Chinese ? $"；可在 {CheckConfig.FileName} 里或用 --rule {rule.Id}=off 更改" : $"; change it in {CheckConfig.FileName} or with --rule {rule.Id}=off"));
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
