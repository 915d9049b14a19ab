using System.Collections.Frozen;
using System.Text;

namespace Bulletins.Normalize.Rules;

/// <summary>Writes out numbers and units that recognition set as formulas: <c>$71.4\%$</c>.</summary>
public sealed class LatexRule : NormalizeRule
{
    private const int LongestFormula = 80;
    private const string Plain = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,%×·±≤≥～°℃²³αβγδΔθλμπφωΩ‰/+-=<>():;";

    private static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["%"] = "%", ["times"] = "×", ["cdot"] = "·", ["sim"] = "～", ["pm"] = "±", ["le"] = "≤", ["leq"] = "≤", ["leqslant"] = "≤", ["ge"] = "≥", ["geq"] = "≥", ["geqslant"] = "≥",
        ["circ"] = "°", ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["Delta"] = "Δ", ["theta"] = "θ", ["lambda"] = "λ", ["mu"] = "μ", ["pi"] = "π", ["phi"] = "φ",
        ["varphi"] = "φ", ["omega"] = "ω", ["Omega"] = "Ω", ["mathrm"] = "", ["text"] = "", ["rm"] = "", ["mathbf"] = "", ["mathsf"] = "", ["left"] = "", ["right"] = "", [","] = "", [";"] = "", ["quad"] = "", [" "] = "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override RuleDoc Doc { get; } = new(
        "latex",
        new RuleText(
            "Numbers set as formulas",
            "Writes out numbers, units and simple symbols that stand between dollar signs: $71.4\\%$ is 71.4%, $2.6\\,\\mathrm{m}^{2}$ is 2.6m².",
            "Recognition programs set every number as a LaTeX formula; what is between the signs can be read to the last command, and the text has such a command or several such pairs.",
            "Real formulas (fractions, sums, unknown commands), amounts of dollars, and code."),
        new RuleText(
            "当作公式的数字",
            "还原两个美元符号之间的数字、单位和简单符号：$71.4\\%$ 即 71.4%，$2.6\\,\\mathrm{m}^{2}$ 即 2.6m²。",
            "识别软件把数字都排成 LaTeX 公式；符号之间的内容每个命令都认得，且文中有这类命令或多处这样的成对符号。",
            "真正的公式（分式、求和、不认得的命令）、美元金额和程序代码。"),
        "桥隧占$71.4\\%$，绿化$2.6\\mathrm{m}^{2}$",
        "桥隧占71.4%，绿化2.6m²");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var edits = new List<TextEdit>();
        var commands = 0;
        for (var at = text.IndexOf('$'); at >= 0 && at + 2 < text.Length;)
        {
            var length = text.AsSpan(at + 1, Math.Min(text.Length - at - 1, LongestFormula)).IndexOfAny('$', '\n', '\r');
            var end = at + 1 + length;
            if (length > 0 && text[end] == '$' && Read(text.AsSpan(at + 1, length), ref commands) is { } plain
                && !(end + 1 < text.Length && (Script.IsLetterOrDigit(text[end + 1]) || text[end + 1] == '$')) && !(at > 0 && text[at - 1] == '$'))
            {
                edits.Add(new TextEdit(at, length + 2, plain, Id, 0.95));
                at = text.IndexOf('$', end + 1);
            }
            else
            {
                at = text.IndexOf('$', at + 1);
            }
        }

        return commands > 0 || edits.Count >= 2 ? edits : [];
    }

    private static string? Read(ReadOnlySpan<char> formula, ref int commands)
    {
        // $100, $200 are amounts: nobody sets a space before the sign that ends a formula, but recognition pads both ends.
        if (formula[^1] == ' ' && formula[0] != ' ')
        {
            return null;
        }

        var found = 0;
        var result = new StringBuilder(formula.Length);
        for (var i = 0; i < formula.Length;)
        {
            var c = formula[i];
            if (c == '\\' && i + 1 < formula.Length)
            {
                var stop = i + 1;
                while (stop < formula.Length && char.IsAsciiLetter(formula[stop]))
                {
                    stop++;
                }

                stop = stop == i + 1 ? stop + 1 : stop;
                if (!Commands.TryGetValue(formula[(i + 1)..stop].ToString(), out var meaning))
                {
                    return null;
                }

                result.Append(meaning);
                found++;
                i = stop;
                continue;
            }

            if (c is '^')
            {
                // A power of two or three, or a degree; other exponents have no plain spelling.
                var exponent = Exponent(formula[(i + 1)..], out var used);
                if (exponent is null)
                {
                    return null;
                }

                result.Append(exponent);
                found++;
                i += 1 + used;
                continue;
            }

            if (c is not (' ' or '{' or '}' or '~' or '_'))
            {
                if (!Plain.Contains(c, StringComparison.Ordinal))
                {
                    return null;
                }

                result.Append(c);
            }

            i++;
        }

        var plain = result.Replace("°C", "℃").ToString();
        if (plain.Length == 0 || plain.AsSpan().IndexOfAnyInRange('0', '9') < 0 && found == 0)
        {
            return null;
        }

        commands += found;
        return plain;
    }

    private static string? Exponent(ReadOnlySpan<char> rest, out int used)
    {
        foreach (var (form, meaning) in (ReadOnlySpan<(string, string)>)[("{\\circ}", "°"), ("\\circ", "°"), ("{2}", "²"), ("{3}", "³"), ("2", "²"), ("3", "³"), ("{ 2 }", "²"), ("{ 3 }", "³"), ("{ \\circ }", "°")])
        {
            if (rest.StartsWith(form, StringComparison.Ordinal))
            {
                used = form.Length;
                return meaning;
            }
        }

        used = 0;
        return null;
    }
}
