using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>Writes PDF files for tests, exactly as told: right ones and wrong ones.</summary>
internal sealed class PdfMaker
{
    private readonly List<byte[]> objects = [];
    private readonly List<int> pages = [];

    /// <summary>The number that the page tree has in every file made here.</summary>
    public const int Pages = 2;

    public PdfMaker()
    {
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add(""); // the page tree, when the pages are known
    }

    public string PageEntries { get; set; } = "/MediaBox [0 0 600 800]";

    public string TrailerEntries { get; set; } = "";

    public IReadOnlyList<byte[]> Objects => objects;

    public int Count => objects.Count;

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static string Hex(byte[] bytes) => "<" + Convert.ToHexString(bytes) + ">";

    public static string Utf16(string text) => Hex(Encoding.BigEndianUnicode.GetBytes(text));

    public static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    public int Add(string body) => Add(Latin(body));

    public int Add(byte[] body)
    {
        objects.Add(body);
        return objects.Count;
    }

    public void Replace(int number, string body) => objects[number - 1] = Latin(body);

    public int AddStream(string entries, byte[] data) =>
        Add([.. Latin(string.Create(CultureInfo.InvariantCulture, $"<< /Length {data.Length} {entries} >>\nstream\n")), .. data, .. Latin("\nendstream")]);

    public int AddStream(string entries, string data) => AddStream(entries, Latin(data));

    /// <summary>A page with its own resources.</summary>
    public int AddPage(string resources, byte[] content, string entries = "")
    {
        var stream = AddStream("", content);
        return AddPage(resources, string.Create(CultureInfo.InvariantCulture, $"{stream} 0 R"), entries);
    }

    public int AddPage(string resources, string contents, string entries)
    {
        var page = Add($"<< /Type /Page /Parent 2 0 R /Resources << {resources} >> /Contents {contents} {entries} >>");
        pages.Add(page);
        return page;
    }

    /// <summary>A font of one byte that is not embedded: Latin letters.</summary>
    public int AddLatinFont(string name = "Courier", string entries = "") => Add($"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {entries} >>");

    /// <summary>A font that is not embedded, with codes in UTF-16: any Chinese text without tables.</summary>
    public int AddUnicodeFont(string name = "SimSun", string encoding = "UniGB-UTF16-H") =>
        AddCompositeFont(name, "/" + encoding, "");

    /// <param name="font">More entries of the font; <paramref name="descendant"/> of its CID font.</param>
    public int AddCompositeFont(string name, string encoding, string font, string descendant = "", string ordering = "GB1")
    {
        var cid = Add($"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 5 >> {descendant} >>");
        return Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding {encoding} /DescendantFonts [{cid} 0 R] {font} >>"));
    }

    /// <summary>A map from codes to text, as producers write it.</summary>
    public int AddToUnicode(string body) => AddStream("", $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\nendcmap end end");

    /// <summary>The file with a classic cross-reference table.</summary>
    public byte[] Save(string header = "%PDF-1.7\n")
    {
        Finish();
        using var file = new MemoryStream();
        file.Write(Latin(header));
        var junk = header.IndexOf("%PDF", StringComparison.Ordinal);
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length - junk);
            WriteObject(file, i + 1, objects[i]);
        }

        var xref = file.Length - junk;
        file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n")));
        foreach (var offset in offsets)
        {
            file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        }

        file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R {TrailerEntries} >>\nstartxref\n{xref}\n%%EOF\n")));
        return file.ToArray();
    }

    /// <summary>The file with object streams and a cross-reference stream.</summary>
    public byte[] SaveCompressed()
    {
        Finish();
        using var file = new MemoryStream();
        file.Write(Latin("%PDF-1.7\n"));
        var (packed, head, body) = (new List<int>(), new StringBuilder(), new MemoryStream());
        var rows = new byte[objects.Count + 3][];
        rows[0] = Row(0, 0, 65535);
        for (var i = 0; i < objects.Count; i++)
        {
            if (objects[i].AsSpan().IndexOf("stream"u8) >= 0)
            {
                rows[i + 1] = Row(1, file.Length, 0);
                WriteObject(file, i + 1, objects[i]);
                continue;
            }

            rows[i + 1] = Row(2, objects.Count + 1, packed.Count);
            head.Append(CultureInfo.InvariantCulture, $"{i + 1} {body.Length} ");
            packed.Add(i + 1);
            body.Write(objects[i]);
            body.Write("\n"u8);
        }

        rows[objects.Count + 1] = Row(1, file.Length, 0);
        var data = Deflate([.. Latin(head.ToString()), .. body.ToArray()]);
        WriteObject(file, objects.Count + 1, [.. Latin(string.Create(CultureInfo.InvariantCulture, $"<< /Type /ObjStm /N {packed.Count} /First {head.Length} /Filter /FlateDecode /Length {data.Length} >>\nstream\n")), .. data, .. "\nendstream"u8]);
        var at = file.Length;
        rows[objects.Count + 2] = Row(1, at, 0);
        // Rows with the predictor that everybody uses: the difference to the row above.
        var differences = new MemoryStream();
        for (var i = 0; i < rows.Length; i++)
        {
            differences.WriteByte(2);
            for (var k = 0; k < 7; k++)
            {
                differences.WriteByte((byte)(rows[i][k] - (i == 0 ? 0 : rows[i - 1][k])));
            }
        }

        data = Deflate(differences.ToArray());
        WriteObject(file, objects.Count + 2, [.. Latin(string.Create(CultureInfo.InvariantCulture, $"<< /Type /XRef /Size {rows.Length} /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 7 >> /Length {data.Length} >>\nstream\n")), .. data, .. "\nendstream"u8]);
        file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"startxref\n{at}\n%%EOF\n")));
        return file.ToArray();
    }

    public static void WriteObject(Stream file, int number, byte[] body)
    {
        file.Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")));
        file.Write(body);
        file.Write("\nendobj\n"u8);
    }

    /// <summary>A row of a cross-reference stream with fields of 1, 4 and 2 bytes.</summary>
    public static byte[] Row(byte type, long second, int third) =>
        [type, (byte)(second >> 24), (byte)(second >> 16), (byte)(second >> 8), (byte)second, (byte)(third >> 8), (byte)third];

    /// <summary>Writes the page tree, when all pages are there.</summary>
    public void Finish()
    {
        if (objects[1].Length == 0)
        {
            Replace(Pages, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(" ", pages.Select(p => p + " 0 R"))}] {PageEntries} >>"));
        }
    }
}
