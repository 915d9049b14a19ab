using Bulletins.Pdf.Crypto;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Filters;

/// <summary>Unpacks a stream through its filters, each as far as it can be unpacked.</summary>
internal static class FilterChain
{
    // Each filter can make its input a thousand times larger; nobody writes more than two or three.
    private const int MaxFilters = 8;

    public static ReadOnlyMemory<byte> Decode(PdfStream stream, PdfFile file)
    {
        var names = Names(file, stream);
        if (names.Count > MaxFilters)
        {
            return default;
        }

        var data = file.Security is { } security ? security.DecryptStream(stream, CryptFilter(file, stream, names)) : stream.Data;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == "Crypt")
            {
                continue;
            }

            var output = new CappedBuffer(file.Budget.StreamAllowance, data.Length);
            var parameters = Parameters(file, stream, i);
            if (!Apply(names[i], parameters, data.Span, output))
            {
                return default;
            }

            file.Budget.HasCutStream |= output.IsFull;
            file.Budget.SpendBytes(output.Length);
            data = parameters is not null && names[i] is "FlateDecode" or "Fl" or "LZWDecode" or "LZW"
                ? Predictor.Undo(output.ToMemory(), PredictorShape.Of(parameters!, file))
                : output.ToMemory();
        }

        return data;

        bool Apply(string name, PdfDictionary? parameters, ReadOnlySpan<byte> input, CappedBuffer output)
        {
            switch (name)
            {
                case "FlateDecode" or "Fl":
                    Flate.Decode(data, output, file.Budget);
                    return true;
                case "LZWDecode" or "LZW":
                    Lzw.Decode(input, output, parameters is null || file.GetNumber(parameters, "EarlyChange") != 0);
                    return true;
                case "ASCII85Decode" or "A85":
                    AsciiFilters.Decode85(input, output);
                    return true;
                case "ASCIIHexDecode" or "AHx":
                    AsciiFilters.DecodeHex(input, output);
                    return true;
                case "RunLengthDecode" or "RL":
                    RunLength.Decode(input, output);
                    return true;
                default:
                    // Pictures, and what nobody knows: there is no text in them.
                    return false;
            }
        }
    }

    // A stream may name the crypt filter that it was encrypted with; one that names none was not encrypted at all.
    private static string? CryptFilter(PdfFile file, PdfStream stream, List<string> filters) => filters.IndexOf("Crypt") switch
    {
        < 0 => null,
        var at => (Parameters(file, stream, at) is { } parameters ? file.GetName(parameters, "Name") : null) ?? EncryptionDictionary.Identity,
    };

    private static List<string> Names(PdfFile file, PdfStream stream) => file.Resolve(stream.Raw("Filter") ?? stream.Raw("F")) switch
    {
        PdfName name => [name.Value],
        PdfArray array => [.. array.Items.Select(item => file.Resolve(item)).OfType<PdfName>().Select(n => n.Value)],
        _ => [],
    };

    private static PdfDictionary? Parameters(PdfFile file, PdfStream stream, int index) => file.Resolve(stream.Raw("DecodeParms") ?? stream.Raw("DP")) switch
    {
        PdfDictionary one => one,
        PdfArray array when index < array.Count => file.Resolve(array.Items[index]) as PdfDictionary,
        _ => null,
    };
}
