using Bulletins.Pdf.Fonts;

namespace Bulletins.Pdf.Content;

/// <summary>Keeps the text matrices and turns shown strings into letters.</summary>
internal sealed class TextShower(PageCollector collector)
{
    // The em box around a baseline. Fonts state these too, and too often wrongly; all lines measured alike is worth more here.
    private const double Ascent = 0.88;
    private const double Descent = -0.12;

    private Matrix matrix = Matrix.Identity;
    private Matrix line = Matrix.Identity;

    public void Begin() => Set(Matrix.Identity);

    public void Set(Matrix m) => matrix = line = m;

    public void Move(double x, double y) => Set(new Matrix(1, 0, 0, 1, x, y).Then(line));

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

        while (!text.IsEmpty)
        {
            budget.Tick();
            var glyph = font.Next(text);
            text = text[Math.Clamp(glyph.Bytes, 1, text.Length)..];
            if (!isHidden && state.RenderingMode != 7)
            {
                Add(glyph, font, state);
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

    private void Advance(double x, double y) => matrix = new Matrix(1, 0, 0, 1, x, y).Then(matrix);

    private void Add(Glyph glyph, PdfFont font, GraphicsState state)
    {
        var shown = new Matrix(state.FontSize * state.HorizontalScale, 0, 0, state.FontSize, 0, state.Rise).Then(matrix).Then(state.Transform);
        if (!shown.IsFinite || Math.Abs(shown.E) > 1e6 || Math.Abs(shown.F) > 1e6)
        {
            return;
        }

        PdfPoint start, end;
        PdfBox box;
        if (font.IsVertical)
        {
            // The vertical origin is above the middle of the glyph: its em box hangs down from there.
            (start, end) = (shown.Apply(0, 0), shown.Apply(0, -glyph.Advance));
            box = shown.Apply(-0.5, -Math.Max(glyph.Advance, 0.1), 0.5, 0);
        }
        else
        {
            (start, end) = (shown.Apply(0, 0), shown.Apply(glyph.Advance, 0));
            box = shown.Apply(0, Descent, glyph.Advance, Ascent);
        }

        var size = Math.Sqrt((shown.C * shown.C) + (shown.D * shown.D));
        if (size < 0.01 || box.Width > 1e5 || box.Height > 1e5)
        {
            return;
        }

        collector.Add(new Letter
        {
            Text = glyph.Text,
            Box = box,
            Start = start,
            End = end,
            PointSize = size,
            Font = font.Facts,
            Page = collector.Page,
            Order = collector.Letters.Count,
            Code = glyph.Code,
            Mapping = glyph.Mapping,
            Direction = Direction(shown),
            IsInvisible = state.RenderingMode == 3,
        });
    }

    private static int Direction(Matrix m) => Math.Abs(m.A) >= Math.Abs(m.B) ? m.A >= 0 ? 0 : 180 : m.B > 0 ? 90 : 270;
}
