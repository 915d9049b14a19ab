using Bulletins.Pdf.Fonts;

namespace Bulletins.Pdf.Content;

/// <summary>What q saves and Q brings back, as far as text needs it.</summary>
internal sealed record GraphicsState
{
    public Matrix Transform { get; set; } = Matrix.Identity;

    public PdfFont? Font { get; set; }

    public double FontSize { get; set; }

    public double CharacterSpacing { get; set; }

    public double WordSpacing { get; set; }

    /// <summary>1 is 100 %.</summary>
    public double HorizontalScale { get; set; } = 1;

    public double Leading { get; set; }

    public double Rise { get; set; }

    public int RenderingMode { get; set; }

    public double LineWidth { get; set; } = 1;
}
