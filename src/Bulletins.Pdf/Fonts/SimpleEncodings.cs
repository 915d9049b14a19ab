using System.Text;

namespace Bulletins.Pdf.Fonts;

/// <summary>The encodings of one byte that PDF knows by name, as characters.</summary>
internal static class SimpleEncodings
{
    private const string None = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    private const string Ascii = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\0";

    public static string Standard { get; } = None + Ascii.Replace('\'', '’').Replace('`', '‘') + None
        + "\0¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß\0\0\0\0";

    public static string Windows { get; } = None + (Page(1252)[32..] is var page ? page.Replace('\u007f', '•').Replace('\u0081', '•').Replace('\u008d', '•').Replace('\u008f', '•').Replace('\u0090', '•').Replace('\u009d', '•') : "");

    public static string Macintosh { get; } = None + Page(10000)[32..];

    public static string Symbol { get; } = None
        + " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203Eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\0" + None
        + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\0";

    /// <summary>Zapf Dingbats stand in Unicode in their own order, those apart that other sets had.</summary>
    public static string Dingbats { get; } = None + " " + new string([.. Enumerable.Range(0x21, 256 - 0x21).Select(Dingbat)]);

    public static string? Find(string? name) => name switch
    {
        "StandardEncoding" => Standard,
        "WinAnsiEncoding" or "PDFDocEncoding" => Windows,
        "MacRomanEncoding" => Macintosh,
        "SymbolEncoding" => Symbol,
        "ZapfDingbatsEncoding" => Dingbats,
        _ => null,
    };

    private static char Dingbat(int code) => code switch
    {
        0x25 => '☎', 0x2A => '☛', 0x2B => '☞', 0x48 => '★', 0x6C => '●', 0x6E => '■', 0x73 => '▲', 0x74 => '▼', 0x75 => '◆', 0x77 => '◗',
        0xA8 => '♣', 0xA9 => '♦', 0xAA => '♥', 0xAB => '♠', 0xD5 => '→', 0xD6 => '↔', 0xD7 => '↕',
        >= 0xAC and <= 0xB5 => (char)('①' + code - 0xAC),
        (> 0x7E and <= 0xA0) or 0xF0 or 0xFF => '\0',
        > 0xA0 => (char)(0x2761 + code - 0xA1),
        _ => (char)(0x2701 + code - 0x21),
    };

    private static string Page(int page)
    {
        var bytes = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            bytes[i] = (byte)i;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(bytes);
    }
}
