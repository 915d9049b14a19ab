namespace Bulletins.Pdf.Filters;

/// <summary>Runs: a length below 128 is followed by that many bytes and one more, one above by a byte to repeat.</summary>
internal static class RunLength
{
    public static void Decode(ReadOnlySpan<byte> input, CappedBuffer output)
    {
        for (var i = 0; i < input.Length && input[i] != 128 && !output.IsFull;)
        {
            var length = input[i++];
            if (length < 128)
            {
                var run = input.Slice(i, Math.Min(length + 1, input.Length - i));
                output.Add(run);
                i += run.Length;
            }
            else if (i < input.Length)
            {
                output.Repeat(input[i++], 257 - length);
            }
        }
    }
}
