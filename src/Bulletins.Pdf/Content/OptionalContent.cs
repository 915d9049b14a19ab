using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>The layers that are off when the file is opened: what stands in them is not on the page.</summary>
internal sealed class OptionalContent
{
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
    }

    /// <summary>True for a layer, or a membership of layers, that is off.</summary>
    public bool IsHidden(object? entry)
    {
        if (off.Count == 0)
        {
            return false;
        }

        if (entry is PdfReference reference && off.Contains(reference))
        {
            return true;
        }

        if (file.Resolve(entry) is not PdfDictionary member || file.GetName(member, "Type") != "OCMD")
        {
            return false;
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

    private IEnumerable<PdfReference> References(PdfDictionary dictionary, string key) =>
        file.Get<PdfArray>(dictionary, key)?.Items.OfType<PdfReference>() ?? [];
}
