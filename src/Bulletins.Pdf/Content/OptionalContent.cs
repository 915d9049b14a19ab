using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>The layers that are off when the file is opened: what stands in them is not on the page.</summary>
internal sealed class OptionalContent
{
    private const int MaxExpressionDepth = 8;

    private readonly PdfFile file;
    private readonly HashSet<PdfReference> off = [];

    public OptionalContent(PdfFile file, PdfDictionary catalog)
    {
        this.file = file;
        if (file.Get<PdfDictionary>(catalog, "OCProperties") is not { } properties || file.Get<PdfDictionary>(properties, "D") is not { } usual)
        {
            return;
        }

        if (file.GetName(usual, "BaseState") == "OFF")
        {
            off.UnionWith(References(properties, "OCGs"));
            off.ExceptWith(References(usual, "ON"));
        }

        off.UnionWith(References(usual, "OFF"));
        foreach (var usage in file.Get<PdfArray>(usual, "AS")?.Items ?? [])
        {
            if (file.Resolve(usage) is PdfDictionary rule && file.GetName(rule, "Event") == "View")
            {
                Apply(rule);
            }
        }
    }

    /// <summary>True for a layer, or a membership of layers, that is off.</summary>
    public bool IsHidden(object? entry)
    {
        if (entry is PdfReference reference && off.Contains(reference))
        {
            return true;
        }

        if (file.Resolve(entry) is not PdfDictionary member || file.GetName(member, "Type") != "OCMD")
        {
            return false;
        }

        if (file.Get<PdfArray>(member, "VE") is { } expression)
        {
            return !IsVisible(expression, 0);
        }

        var layers = member.Raw("OCGs") is PdfReference one && file.Resolve(one) is not PdfArray ? [one] : References(member, "OCGs").ToList();
        return layers.Count > 0 && file.GetName(member, "P") switch
        {
            "AllOn" => layers.Any(off.Contains),
            "AnyOff" => !layers.Any(off.Contains),
            "AllOff" => !layers.All(off.Contains),
            _ => layers.All(off.Contains),
        };
    }

    // Layers that say themselves how they begin on a screen.
    private void Apply(PdfDictionary rule)
    {
        foreach (var layer in References(rule, "OCGs"))
        {
            if (file.Resolve(layer) is PdfDictionary group && file.Get<PdfDictionary>(group, "Usage") is { } usage
                && file.Get<PdfDictionary>(usage, "View") is { } view && file.GetName(view, "ViewState") is { } state)
            {
                _ = state == "OFF" ? off.Add(layer) : off.Remove(layer);
            }
        }
    }

    // [/And …], [/Or …], [/Not …] of layers and of such expressions.
    private bool IsVisible(object? part, int depth)
    {
        if (depth > MaxExpressionDepth || file.Resolve(part) is not PdfArray { Count: > 1 } expression)
        {
            return part is not PdfReference layer || !off.Contains(layer);
        }

        var parts = expression.Items.Skip(1);
        return (file.Resolve(expression.Items[0]) as PdfName)?.Value switch
        {
            "Not" => !IsVisible(expression.Items[1], depth + 1),
            "Or" => parts.Any(p => IsVisible(p, depth + 1)),
            _ => parts.All(p => IsVisible(p, depth + 1)),
        };
    }

    private IEnumerable<PdfReference> References(PdfDictionary dictionary, string key) =>
        file.Get<PdfArray>(dictionary, key)?.Items.OfType<PdfReference>() ?? [];
}
