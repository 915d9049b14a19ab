using System.Globalization;
using System.Text;

namespace Bulletins.Tests.Pdf;

/// <summary>A subset as producers make them: codes counted up, widths, a map to Unicode (which may be a wrong one).</summary>
internal sealed class PaperFont(string name, string resource, Func<Rune, string>? said = null)
{
    private readonly List<Rune> letters = [];
    private readonly Dictionary<Rune, int> codes = [];

    public string Resource => resource;

    public int Code(Rune letter)
    {
        if (!codes.TryGetValue(letter, out var code))
        {
            codes[letter] = code = letters.Count + 1;
            letters.Add(letter);
        }

        return code;
    }

    public int AddTo(PdfMaker maker)
    {
        var map = new StringBuilder();
        for (var i = 0; i < letters.Count; i += 100)
        {
            var some = letters.Skip(i).Take(100).ToList();
            map.Append(CultureInfo.InvariantCulture, $"{some.Count} beginbfchar\n");
            map.AppendJoin("", some.Select((r, k) => string.Create(CultureInfo.InvariantCulture, $"<{i + k + 1:X4}> {PdfMaker.Utf16(said?.Invoke(r) ?? r.ToString())}\n")));
            map.Append("endbfchar\n");
        }

        var unicode = maker.AddToUnicode(map.ToString());
        var widths = string.Join(' ', letters.Select(r => r.Value < 128 ? 500 : 1000));
        var descriptor = maker.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>");
        return maker.AddCompositeFont(name, "/Identity-H", $"/ToUnicode {unicode} 0 R", $"/FontDescriptor {descriptor} 0 R /DW 1000 /W [1 [{widths}]]", "Identity");
    }
}
