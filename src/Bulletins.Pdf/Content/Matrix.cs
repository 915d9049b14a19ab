namespace Bulletins.Pdf.Content;

/// <summary>A PDF matrix: a point times it is (x·A + y·C + E, x·B + y·D + F).</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public static Matrix Of(double[]? n) => n is { Length: >= 6 } ? new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]) : Identity;

    /// <summary>This matrix first, then the other.</summary>
    public Matrix Then(in Matrix m) => new(
        (A * m.A) + (B * m.C), (A * m.B) + (B * m.D),
        (C * m.A) + (D * m.C), (C * m.B) + (D * m.D),
        (E * m.A) + (F * m.C) + m.E, (E * m.B) + (F * m.D) + m.F);

    /// <summary>A move first, then this matrix.</summary>
    public Matrix Moved(double x, double y) => this with { E = (x * A) + (y * C) + E, F = (x * B) + (y * D) + F };

    public PdfPoint Apply(double x, double y) => new((x * A) + (y * C) + E, (x * B) + (y * D) + F);

    /// <summary>The box around a rectangle's four corners.</summary>
    public PdfBox Apply(double left, double bottom, double right, double top)
    {
        // Upright, as most is: no corner needs to be compared with another.
        if (B == 0 && C == 0 && A > 0 && D > 0 && left <= right && bottom <= top)
        {
            return new PdfBox((left * A) + E, (bottom * D) + F, (right * A) + E, (top * D) + F);
        }

        var (p, q, r, s) = (Apply(left, bottom), Apply(right, bottom), Apply(left, top), Apply(right, top));
        return new PdfBox(
            Math.Min(Math.Min(p.X, q.X), Math.Min(r.X, s.X)), Math.Min(Math.Min(p.Y, q.Y), Math.Min(r.Y, s.Y)),
            Math.Max(Math.Max(p.X, q.X), Math.Max(r.X, s.X)), Math.Max(Math.Max(p.Y, q.Y), Math.Max(r.Y, s.Y)));
    }

    public bool IsFinite => double.IsFinite(A) && double.IsFinite(B) && double.IsFinite(C) && double.IsFinite(D) && double.IsFinite(E) && double.IsFinite(F);
}
