namespace Bulletins.Pdf.Objects;

/// <summary>Where an object stands: at an offset of the file or, when <see cref="Container"/> is not 0, at an index of an object stream.</summary>
internal readonly record struct ObjectPlace(int Offset, int Container, int Index)
{
    /// <summary>Of an object that an update has deleted.</summary>
    public static ObjectPlace Free { get; } = new(-1, 0, 0);
}

/// <summary>The places of all objects, and the trailer.</summary>
internal sealed class CrossReference
{
    public Dictionary<int, ObjectPlace> Places { get; } = [];

    public PdfDictionary Trailer { get; set; } = new();

    /// <summary>Adds a place that an older section tells: a newer one stays.</summary>
    public void Add(int number, ObjectPlace place) => Places.TryAdd(number, place);
}
