using System.Buffers.Binary;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Filters;

/// <summary>How rows were made before they were packed: bytes a row, and bytes from a sample to the one left of it.</summary>
internal readonly record struct PredictorShape(int Kind, int RowBytes, int SampleBytes, int Bits, int Colors)
{
    public static PredictorShape Of(PdfDictionary parameters, PdfFile file)
    {
        var kind = Number("Predictor", 1, 15);
        var colors = Number("Colors", 1, 64);
        var bits = Number("BitsPerComponent", 8, 16);
        var columns = Number("Columns", 1, 1 << 20);
        return new PredictorShape(kind, (int)(((long)colors * bits * columns + 7) / 8), ((colors * bits) + 7) / 8, bits, colors);

        int Number(string key, int usual, int most) => (int)Math.Clamp(file.GetNumber(parameters, key) ?? usual, 1, most);
    }
}

/// <summary>Undoes the predictors of PNG and TIFF.</summary>
internal static class Predictor
{
    public static ReadOnlyMemory<byte> Undo(ReadOnlyMemory<byte> data, PredictorShape shape) => shape.Kind switch
    {
        2 => Tiff(data.ToArray(), shape),
        >= 10 => Png(data.Span, shape),
        _ => data,
    };

    private static byte[] Tiff(byte[] data, PredictorShape shape)
    {
        for (var start = 0; start < data.Length; start += shape.RowBytes)
        {
            var row = data.AsSpan(start, Math.Min(shape.RowBytes, data.Length - start));
            switch (shape.Bits)
            {
                case 8:
                    for (var i = shape.Colors; i < row.Length; i++)
                    {
                        row[i] += row[i - shape.Colors];
                    }

                    break;
                case 16:
                    for (var i = 2 * shape.Colors; i + 1 < row.Length; i += 2)
                    {
                        var left = BinaryPrimitives.ReadUInt16BigEndian(row[(i - (2 * shape.Colors))..]);
                        BinaryPrimitives.WriteUInt16BigEndian(row[i..], (ushort)(BinaryPrimitives.ReadUInt16BigEndian(row[i..]) + left));
                    }

                    break;
                case 1 or 2 or 4:
                    SmallSamples(row, shape);
                    break;
            }
        }

        return data;
    }

    // Several samples in a byte, the first one in the high bits.
    private static void SmallSamples(Span<byte> row, PredictorShape shape)
    {
        var (inByte, mask) = (8 / shape.Bits, (1 << shape.Bits) - 1);
        for (var i = shape.Colors; i < row.Length * inByte; i++)
        {
            var sum = Sample(row, i) + Sample(row, i - shape.Colors);
            var shift = 8 - (shape.Bits * ((i % inByte) + 1));
            row[i / inByte] = (byte)((row[i / inByte] & ~(mask << shift)) | ((sum & mask) << shift));
        }

        int Sample(ReadOnlySpan<byte> from, int i) => from[i / inByte] >> (8 - (shape.Bits * ((i % inByte) + 1)));
    }

    private static byte[] Png(ReadOnlySpan<byte> data, PredictorShape shape)
    {
        var rows = (data.Length + shape.RowBytes) / (shape.RowBytes + 1);
        var result = new byte[data.Length - rows];
        ReadOnlySpan<byte> above = new byte[Math.Min(shape.RowBytes, data.Length)];
        for (var at = 0; !data.IsEmpty;)
        {
            var kind = data[0];
            var length = Math.Min(shape.RowBytes, data.Length - 1);
            var row = result.AsSpan(at, length);
            data.Slice(1, length).CopyTo(row);
            Row(kind, row, above, shape.SampleBytes);
            above = length == shape.RowBytes ? row : above;
            data = data[(length + 1)..];
            at += length;
        }

        return result;
    }

    private static void Row(byte kind, Span<byte> row, ReadOnlySpan<byte> above, int back)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= back ? row[i - back] : 0, up = above[i], corner = i >= back ? above[i - back] : 0;
            row[i] += kind switch
            {
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Paeth(left, up, corner),
                _ => 0,
            };
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - up), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
