namespace Bulletins.Ingest;

/// <summary>The text of a file's bytes, before anybody looks at what is in it.</summary>
internal sealed record DecodedText(string Text, LineIndex Lines, string Encoding, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Finds the encoding (or takes the one that was asked for) and decodes. One of the two is null.</summary>
    /// <param name="named">The encoding that the file itself names; it decides only where the bytes do not.</param>
    public static (DecodedText? Decoded, IngestResult? Failure) Of(SourceFile file, string? named = null)
    {
        var bytes = file.Bytes;
        var found = file.Options.Encoding is { } asked && KnownEncodings.TryFind(asked, out var forced)
            ? new DetectedEncoding(forced, EncodingDetector.PreambleOf(forced, bytes), true)
            : EncodingDetector.Detect(bytes);
        var says = named is not null && KnownEncodings.TryFind(named, out var declared) ? declared : null;
        found = !found.Certain && says is not null && !says.StartsWith("utf-16", StringComparison.Ordinal) ? new DetectedEncoding(says, 0, true) : found;
        if (found.Name is KnownEncodings.Utf8 or KnownEncodings.Gb18030 && BinarySniffer.Controls(bytes) is { } controls)
        {
            return (null, IngestResult.Failed(file.Path, "binary", controls));
        }

        var log = new UndecodableLog();
        if (TextDecoder.Decode(bytes, found.Preamble, found.Name, log) is not { } text)
        {
            return (null, SourceReader.TooLarge(file.Path));
        }

        if (text.AsSpan().IsWhiteSpace())
        {
            return (null, IngestResult.Failed(file.Path, "empty", "the file holds no text, only white space"));
        }

        var lines = new LineIndex(text);
        return (new DecodedText(text, lines, found.Name, [.. Doubt(found), .. Difference(file, found.Name, named, says, text), .. log.Warnings(bytes, lines, found.Name)]), null);
    }

    private static IEnumerable<Warning> Difference(SourceFile file, string found, string? named, string? says, string text)
    {
        if (named is not null && says != found && file.Options.Encoding is null && text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007f') >= 0)
        {
            yield return new Warning("charset-differs", $"the file says that it is {named}, but its bytes are {found}, as which it was read; if that is wrong, name the encoding with --encoding", null);
        }
    }

    private static IEnumerable<Warning> Doubt(DetectedEncoding found)
    {
        if (!found.Certain)
        {
            yield return new Warning(
                "encoding-uncertain",
                $"no known encoding fits well; read as {found.Name}, the nearest. If that is wrong, name it with --encoding ({string.Join(", ", KnownEncodings.Names)}) or convert the file to UTF-8 first",
                null);
        }
    }
}
