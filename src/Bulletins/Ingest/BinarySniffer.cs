using System.Text;

namespace Bulletins.Ingest;

/// <summary>Tells what a file is that is no text, and what to do with it.</summary>
internal static class BinarySniffer
{
    private const int Window = 1 << 16;
    private const string AsDocx = "save it as .docx in Word or WPS, or convert it: soffice --headless --convert-to docx FILE";
    private const string AsText = "save its text as .txt or .md and run bulletins on that";

    // Magic numbers, each at the file's first byte.
    private static readonly (byte[] Magic, string Name, string Advice)[] Formats =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office or WPS document (.doc, .wps, .xls)", AsDocx),
        ("{\\rtf"u8.ToArray(), "a rich text document (.rtf)", AsDocx),
        ([0x89, .. "PNG"u8], "a PNG image", "recognise its text (OCR) and run bulletins on that"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", "recognise its text (OCR) and run bulletins on that"),
        ("GIF8"u8.ToArray(), "a GIF image", "recognise its text (OCR) and run bulletins on that"),
        ([.. "II*"u8, 0], "a TIFF image", "recognise its text (OCR) and run bulletins on that"),
        ([.. "MM"u8, 0, (byte)'*'], "a TIFF image", "recognise its text (OCR) and run bulletins on that"),
        ([0x1F, 0x8B], "a gzip archive", "unpack it first (gunzip)"),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "unpack it first"),
        ("Rar!\x1A\x07"u8.ToArray(), "a RAR archive", "unpack it first"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database", "export the text column to files first"),
        ([0xFF, 0xFE, 0, 0], "UTF-32 text", "convert it first: iconv -f UTF-32 -t UTF-8"),
        ("CAJ\0"u8.ToArray(), "a CNKI document (.caj)", AsText),
        ("HN\0"u8.ToArray(), "a CNKI document (.caj)", AsText),
        ([0x7F, .. "ELF"u8], "a program", "give text files only (see --include)"),
        ("MZ\x90\0"u8.ToArray(), "a program", "give text files only (see --include)"),
    ];

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The message for what only an extension tells: Founder's own formats. Null for the others.</summary>
    public static string? Extension(string extension) => extension is ".ceb" or ".cebx"
        ? Message("a Founder Apabi document (.ceb)", "open it in Apabi Reader, print it to a PDF and run bulletins on that")
        : null;

    // What the names of a ZIP's members tell.
    private static readonly (string Member, string Name)[] Packages =
    [
        ("xl/", "an Excel workbook (.xlsx)"),
        ("ppt/", "a PowerPoint presentation (.pptx)"),
        ("OFD.xml", "an OFD document (.ofd)"),
        ("application/epub+zip", "an EPUB book"),
        ("application/vnd.oasis", "an OpenDocument file"),
    ];

    /// <summary>The message for a file that is no text by its magic number; null for what may be text.</summary>
    public static string? Format(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Window)];
        if (head.StartsWith("PK\x03\x04"u8))
        {
            foreach (var (member, name) in Packages)
            {
                if (head.IndexOf(Encoding.ASCII.GetBytes(member)) >= 0)
                {
                    return Message(name, AsText);
                }
            }

            return Message("a ZIP archive", "give it as a file (bulletins extract FILE.zip), which is read in place");
        }

        if (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8))
        {
            return Message("a WebP image", "recognise its text (OCR) and run bulletins on that");
        }

        if (head.StartsWith(CompoundFile) && bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
        {
            return Message("an Office document with a password", "open it, take the password away and save it again");
        }

        foreach (var (magic, name, advice) in Formats)
        {
            if (head.StartsWith(magic))
            {
                return Message(name, advice);
            }
        }

        return null;
    }

    /// <summary>The message for bytes that no text has so many of: NUL and control characters. For encodings of bytes, not for UTF-16.</summary>
    public static string? Controls(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Window)];
        var nul = head.Count((byte)0);
        var control = 0;
        foreach (var b in head)
        {
            control += b is < 0x20 and not ((>= 9 and <= 13) or 0x1A or 0x1B) ? 1 : 0;
        }

        return nul * 100 > head.Length || control * 20 > head.Length
            ? Message("binary data", $"{control:N0} of its first {head.Length:N0} bytes are control characters")
            : null;
    }

    private static string Message(string what, string advice) => $"not text: it looks like {what}; {advice}";
}
