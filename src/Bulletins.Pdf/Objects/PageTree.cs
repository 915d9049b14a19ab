namespace Bulletins.Pdf.Objects;

/// <summary>A page with what it inherits.</summary>
internal sealed record PageNode(PdfDictionary Dictionary, PdfDictionary Resources, double[]? MediaBox, double[]? CropBox, int Rotate);

/// <summary>The pages in order. Circles and nodes that name each other are followed once.</summary>
internal static class PageTree
{
    public static List<PageNode> Read(PdfFile file, PdfDictionary catalog)
    {
        var pages = new List<PageNode>();
        Walk(file, catalog.Raw("Pages"), pages);
        if (pages.Count == 0 && (file.IsRebuilt || file.Rebuild()))
        {
            Walk(file, file.Get<PdfDictionary>(file.Trailer, "Root")?.Raw("Pages"), pages);
        }

        if (pages.Count == 0)
        {
            // The tree is lost: every page object that the file has, in the order of their numbers.
            foreach (var number in file.Numbers.Order().ToList())
            {
                if (file.Resolve(new PdfReference(number, 0)) is PdfDictionary page && file.GetName(page, "Type") == "Page")
                {
                    Add(file, page, new Inherited(null, null, null, 0), pages);
                }
            }
        }

        return pages;
    }

    private static void Walk(PdfFile file, object? root, List<PageNode> pages)
    {
        var seen = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object? Node, Inherited From)>();
        open.Push((root, new Inherited(null, null, null, 0)));
        while (open.TryPop(out var next))
        {
            file.Budget.Tick();
            if (file.Resolve(next.Node) is not PdfDictionary node || !seen.Add(node))
            {
                continue;
            }

            var here = next.From.With(file, node);
            if (file.Get<PdfArray>(node, "Kids") is { } kids && file.GetName(node, "Type") != "Page")
            {
                // Backwards, as a stack gives the last one first; depth costs nothing here.
                for (var i = kids.Count - 1; i >= 0; i--)
                {
                    file.CheckCount(open.Count);
                    open.Push((kids.Items[i], here));
                }
            }
            else if (IsPage(file, node))
            {
                Add(file, node, next.From, pages);
            }
        }
    }

    // Pages without a type are pages if they have something of one; nodes without kids, and what else the tree may name, are none.
    private static bool IsPage(PdfFile file, PdfDictionary node) =>
        file.GetName(node, "Type") == "Page" || node.Has("Contents") || (!node.Has("Type") && (node.Has("Resources") || node.Has("MediaBox")));

    private static void Add(PdfFile file, PdfDictionary page, Inherited from, List<PageNode> pages)
    {
        if (pages.Count >= file.Budget.Limits.Pages)
        {
            throw new PdfLimitException(FormattableString.Invariant($"it has more than {file.Budget.Limits.Pages} pages"));
        }

        var here = from.With(file, page);
        pages.Add(new PageNode(page, here.Resources ?? new PdfDictionary(), here.MediaBox, here.CropBox, here.Rotate));
    }

    private sealed record Inherited(PdfDictionary? Resources, double[]? MediaBox, double[]? CropBox, int Rotate)
    {
        public Inherited With(PdfFile file, PdfDictionary node) => new(
            file.Get<PdfDictionary>(node, "Resources") ?? Resources,
            Box(file, node, "MediaBox") ?? MediaBox,
            Box(file, node, "CropBox") ?? CropBox,
            file.GetNumber(node, "Rotate") is { } turn ? (((int)turn % 360) + 360) % 360 / 90 * 90 : Rotate);

        private static double[]? Box(PdfFile file, PdfDictionary node, string key) =>
            file.GetNumbers(node, key) is { Length: >= 4 } n && Math.Abs(n[2] - n[0]) > 1 && Math.Abs(n[3] - n[1]) > 1
                ? [Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3])]
                : null;
    }
}
