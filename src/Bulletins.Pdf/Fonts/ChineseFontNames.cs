using System.Text;

namespace Bulletins.Pdf.Fonts;

/// <summary>Names of Chinese fonts, which some files write as raw GBK.</summary>
internal static class ChineseFontNames
{
    private static readonly string[] Known =
        ["SimSun", "SimHei", "SimKai", "SimFang", "SimLi", "SimYou", "NSimSun", "KaiTi", "FangSong", "STSong", "STHeiti", "STKaiti", "STFangsong", "STZhongsong", "STXihei",
         "GB2312", "GBK", "YouYuan", "LiSu", "MSung", "MHei", "AdobeSong", "AdobeHei", "HYSong", "FZ"];

    /// <summary>A name whose high bytes are GBK, as Chinese; any other name as it is.</summary>
    public static string Decode(string name)
    {
        if (name.AsSpan().IndexOfAnyInRange('\u0080', '\u00FF') < 0 || name.AsSpan().IndexOfAnyExceptInRange('\0', '\u00FF') >= 0)
        {
            return name;
        }

        var bytes = Encoding.Latin1.GetBytes(name);
        var utf8 = Encoding.UTF8.GetString(bytes);
        var decoded = utf8.Contains('\uFFFD', StringComparison.Ordinal) ? PredefinedMaps.Gb18030.GetString(bytes) : utf8;
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) ? name : decoded;
    }

    public static bool IsChinese(string name) =>
        name.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0 || Known.Any(k => name.Contains(k, k is "FZ" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));
}
