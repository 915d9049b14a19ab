using System.Text;

namespace Bulletins.Pdf.Objects;

// An object is one of: null, bool, double, PdfName, PdfString, PdfArray, PdfDictionary, PdfStream, PdfReference.

/// <summary>A name without its slash; bytes above 127 stand as Latin-1 characters.</summary>
internal sealed record PdfName(string Value)
{
    public override string ToString() => "/" + Value;
}

internal sealed class PdfString(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    public override string ToString() => Encoding.Latin1.GetString(Bytes);
}

internal readonly record struct PdfReference(int Number, int Generation);

internal sealed class PdfArray
{
    public List<object?> Items { get; } = [];

    public int Count => Items.Count;
}

internal class PdfDictionary
{
    public Dictionary<string, object?> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The entry as it is written: a reference stays a reference.</summary>
    public object? Raw(string key) => Entries.GetValueOrDefault(key);

    public bool Has(string key) => Entries.ContainsKey(key);
}

/// <summary>A dictionary with bytes of the file behind it, still encoded.</summary>
internal sealed class PdfStream : PdfDictionary
{
    public PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data, int number, int generation)
    {
        foreach (var (key, value) in dictionary.Entries)
        {
            Entries[key] = value;
        }

        Data = data;
        Number = number;
        Generation = generation;
    }

    public ReadOnlyMemory<byte> Data { get; }

    public int Number { get; }

    public int Generation { get; }
}
