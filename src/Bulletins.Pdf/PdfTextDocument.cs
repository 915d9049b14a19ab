using Bulletins.Pdf.Content;
using Bulletins.Pdf.Fonts;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf;

internal sealed class PdfTextDocument : IPdfTextDocument
{
    private static readonly double[] A4 = [0, 0, 595, 842];

    private readonly PdfFile file;
    private readonly List<PageNode> pages;
    private readonly FontLoader fonts;
    private readonly OptionalContent layers;

    public PdfTextDocument(PdfFile file, PdfDictionary catalog, List<PageNode> pages)
    {
        (this.file, this.pages) = (file, pages);
        fonts = new FontLoader(file);
        layers = new OptionalContent(file, catalog);
    }

    public int PageCount => pages.Count;

    public IReadOnlyList<PdfNotice> Notices =>
        file.IsRebuilt ? [new PdfNotice(PdfNoticeKind.RebuiltCrossReference, "its table of objects is damaged; the file was searched for them")] : [];

    public PdfPage ReadPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, pages.Count);
        var page = pages[number - 1];
        var (matrix, width, height) = Placement(page);
        var collector = new PageCollector(number, file.Budget.Limits);
        var notices = new List<PdfNotice>();
        file.Budget.BeginPage();
        file.Budget.HasCutStream = false;
        try
        {
            new ContentReader(file, fonts, layers, collector).Run(Content(page), page.Resources, matrix);
        }
        catch (PdfLimitException e)
        {
            notices.Add(new PdfNotice(PdfNoticeKind.LimitReached, e.Message, number));
        }
        catch (PdfFormatException e)
        {
            notices.Add(new PdfNotice(PdfNoticeKind.DamagedContent, e.Message, number));
        }

        if (file.Budget.HasCutStream)
        {
            notices.Add(new PdfNotice(PdfNoticeKind.LimitReached, FormattableString.Invariant($"a stream unpacks to more than {file.Budget.Limits.StreamBytes >> 20} MB and was cut off"), number));
        }

        var inside = Visibility.Inside(collector.Letters, width, height);
        var letters = Visibility.Choose(inside, inside.Count == collector.Letters.Count ? collector.Invisible : inside.Count(l => l.IsInvisible));
        notices.AddRange(collector.HasUnknown ? UnmappedLetters.Find(letters, number) : []);
        return new PdfPage
        {
            Number = number, Width = width, Height = height,
            Letters = letters, Rules = collector.Rules, Pictures = collector.Pictures, Notices = notices,
        };
    }

    private static (Matrix, double Width, double Height) Placement(PageNode page)
    {
        var media = page.MediaBox ?? A4;
        var crop = page.CropBox ?? media;
        var box = new[] { Math.Max(crop[0], media[0]), Math.Max(crop[1], media[1]), Math.Min(crop[2], media[2]), Math.Min(crop[3], media[3]) };
        box = box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : media;
        var (w, h) = (box[2] - box[0], box[3] - box[1]);
        var toOrigin = new Matrix(1, 0, 0, 1, -box[0], -box[1]);
        return page.Rotate switch
        {
            90 => (toOrigin.Then(new Matrix(0, -1, 1, 0, 0, w)), h, w),
            180 => (toOrigin.Then(new Matrix(-1, 0, 0, -1, w, h)), w, h),
            270 => (toOrigin.Then(new Matrix(0, 1, -1, 0, h, 0)), h, w),
            _ => (toOrigin, w, h),
        };
    }

    private ReadOnlyMemory<byte> Content(PageNode page)
    {
        switch (file.Get(page.Dictionary, "Contents"))
        {
            case PdfStream one:
                return file.DecodeMemory(one);
            case PdfArray array:
                using (var joined = new MemoryStream())
                {
                    // A token may not cross from one stream into the next.
                    foreach (var item in array.Items)
                    {
                        if (joined.Length >= file.Budget.Limits.StreamBytes)
                        {
                            file.Budget.HasCutStream = true;
                            break;
                        }

                        if (file.Resolve(item) is PdfStream part)
                        {
                            joined.Write(file.DecodeMemory(part).Span);
                            joined.WriteByte((byte)'\n');
                        }
                    }

                    return joined.ToArray();
                }

            default:
                return default;
        }
    }
}
