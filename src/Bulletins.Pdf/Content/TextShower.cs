using Bulletins.Pdf.Fonts;

namespace Bulletins.Pdf.Content;

/// <summary>Keeps the text matrices and turns shown strings into letters.</summary>
internal sealed class TextShower(PageCollector collector)
{
    // The em box around a baseline. Fonts state these too, and too often wrongly; all lines measured alike is worth more here.
    private const double Ascent = 0.88;
    private const double Descent = -0.12;

    private const double SmallestSize = 0.01;
    private const double FarthestPlace = 1e6;
    private const double LargestBox = 1e5;

    private Matrix matrix = Matrix.Identity;
    private Matrix line = Matrix.Identity;

    public void Begin() => Set(Matrix.Identity);

    public void Set(in Matrix m) => matrix = line = m;

    public void Move(double x, double y) => Set(line.Moved(x, y));

    /// <summary>A number between the strings of TJ, in thousandths of an em, which moves back.</summary>
    public void Kern(double amount, GraphicsState state)
    {
        var by = -amount / 1000 * state.FontSize;
        Advance(state.Font is { IsVertical: true } ? 0 : by * state.HorizontalScale, state.Font is { IsVertical: true } ? by : 0);
    }

    public void Show(ReadOnlySpan<byte> text, GraphicsState state, bool isHidden, Budget budget)
    {
        if (state.Font is not { } font)
        {
            return;
        }

        // From letter to letter only the place changes.
        var shown = new Matrix(state.FontSize * state.HorizontalScale, 0, 0, state.FontSize, 0, state.Rise).Then(matrix).Then(state.Transform);
        var size = Math.Sqrt((shown.C * shown.C) + (shown.D * shown.D));
        var isShown = !isHidden && state.RenderingMode != 7 && size >= SmallestSize && shown.IsFinite;
        while (!text.IsEmpty)
        {
            budget.Tick();
            var glyph = font.Next(text);
            text = text[Math.Clamp(glyph.Bytes, 1, text.Length)..];
            if (isShown)
            {
                var place = matrix.Apply(0, state.Rise);
                var (x, y) = state.Transform.Apply(place.X, place.Y);
                Add(glyph, font, shown with { E = x, F = y }, size, state.RenderingMode == 3);
            }

            var spacing = state.CharacterSpacing + (glyph.IsSpaceByte ? state.WordSpacing : 0);
            if (font.IsVertical)
            {
                Advance(0, -(glyph.Advance * state.FontSize) + spacing);
            }
            else
            {
                Advance(((glyph.Advance * state.FontSize) + spacing) * state.HorizontalScale, 0);
            }
        }
    }

    private void Advance(double x, double y) => matrix = matrix.Moved(x, y);

    private void Add(Glyph glyph, PdfFont font, in Matrix shown, double size, bool isInvisible)
    {
        // Infinity and what is no number are not within it either.
        if (!(Math.Abs(shown.E) <= FarthestPlace && Math.Abs(shown.F) <= FarthestPlace))
        {
            return;
        }

        PdfPoint end;
        PdfBox box;
        if (font.IsVertical)
        {
            // The vertical origin is usually above the middle of the glyph: its em box hangs down from there.
            var (x, y) = ((glyph.Width / 2) - glyph.OriginX, Ascent - glyph.OriginY);
            end = shown.Apply(0, -glyph.Advance);
            box = shown.Apply(x - 0.5, y - Math.Max(glyph.Advance, 0.1), x + 0.5, y);
        }
        else
        {
            end = shown.Apply(glyph.Advance, 0);
            box = shown.Apply(0, Descent, glyph.Advance, Ascent);
        }

        if (box.Width > LargestBox || box.Height > LargestBox)
        {
            return;
        }

        collector.Add(new Letter
        {
            Text = glyph.Text,
            Box = box,
            Start = new PdfPoint(shown.E, shown.F),
            End = end,
            PointSize = size,
            Font = font.Facts,
            Page = collector.Page,
            Order = collector.Letters.Count,
            Code = glyph.Code,
            Mapping = glyph.Mapping,
            Direction = Direction(shown),
            IsInvisible = isInvisible,
        });
    }

    private static int Direction(in Matrix m) => Math.Abs(m.A) >= Math.Abs(m.B) ? m.A >= 0 ? 0 : 180 : m.B > 0 ? 90 : 270;
}
