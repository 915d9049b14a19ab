using System.Buffers;
using System.Text;
using Bulletins.Normalize.Garble;

namespace Bulletins.Normalize.Rules;

/// <summary>Decodes passages that were decoded with the wrong encoding before: UTF-8 read as GBK or Latin-1, GBK read as Latin-1.</summary>
public sealed class MojibakeRule : NormalizeRule
{
    private const double CommonCost = 12.5; // average of a word-frequency cost, in nats: ordinary text is below 10, random characters above 15
    private const string Frequent = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严，。、；：！？“”（）《》—…·";

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // The characters that the first two bytes of frequent UTF-8 characters make in GBK.
    private static readonly SearchValues<char> GbkHeads = SearchValues.Create([.. Frequent.Select(c => Encoding.UTF8.GetBytes([c])).Where(b => b.Length == 3).Select(b => Gbk.GetString(b, 0, 2)).Where(s => s.Length == 1).Select(s => s[0]).Distinct()]);
    private static readonly SearchValues<char> Latin = SearchValues.Create([.. Enumerable.Range(0xa1, 0x5e).Select(i => (char)i).Where(c => c is not ('·' or '×' or '°' or '±' or '§' or '²' or '³'))]);
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public override RuleDoc Doc { get; } = new(
        "mojibake",
        new RuleText(
            "Wrong encodings",
            "Decodes passages of UTF-8 that were read as GBK (鍏徃) or as Latin-1 (å®‰å…¨), and of GBK that were read as Latin-1 (ÖÐ¹ú).",
            "The passage, written back in the wrong encoding, is valid in the right one to the last byte and gives ordinary words; chance does not do that.",
            "Foreign words with accents, rare characters that do not decode, and lines that speak of 乱码. 锟斤拷 and U+FFFD have lost what they were: they are reported."),
        new RuleText(
            "编码误读",
            "还原被当成 GBK（鍏徃）或 Latin-1（å®‰å…¨）读入的 UTF-8，以及被当成 Latin-1（ÖÐ¹ú）读入的 GBK。",
            "按误读的编码写回字节，用正确的编码读，一个字节不差，读出的是平常词语，偶然不会如此。",
            "带附加符号的外文词、还原不了的生僻字、谈论乱码的行。锟斤拷和 U+FFFD 已丢失原文，只作提示。"),
        "å®‰å…¨ç”Ÿäº§ï¼Œè´£ä»»åˆ°äºº",
        "安全生产，责任到人");

    public override IReadOnlyList<TextEdit> Propose(RuleContext context)
    {
        var text = context.Text;
        var span = text.AsSpan();
        Lost(text, context);
        if (!span.ContainsAny(GbkHeads) && !span.ContainsAny(Latin))
        {
            return [];
        }

        var edits = new List<TextEdit>();
        foreach (var (start, end) in TextLines.Of(text))
        {
            var line = text.AsSpan(start, end - start);
            if (!line.Contains("乱码", StringComparison.Ordinal))
            {
                Line(text, start, end, edits);
            }
        }

        return edits;
    }

    private void Line(string text, int start, int end, List<TextEdit> edits)
    {
        for (var at = start; at < end;)
        {
            if (text[at] < '\u0080')
            {
                var skip = text.AsSpan(at, end - at).IndexOfAnyExceptInRange('\0', '\u007f');
                at = skip < 0 ? end : at + skip;
                continue;
            }

            var stop = at + 1;
            while (stop < end && text[stop] >= '\u0080')
            {
                stop++;
            }

            var run = text.AsSpan(at, stop - at);
            if (run.ContainsAny(Latin))
            {
                LatinRun(text, at, stop, edits);
            }
            else if (run.Length >= 3 && run.ContainsAny(GbkHeads))
            {
                GbkRun(text, at, stop, edits);
            }

            at = stop;
        }
    }

    // Every maximal stretch of characters that are bytes; a stretch is UTF-8 or GBK, or neither.
    private void LatinRun(string text, int start, int end, List<TextEdit> edits)
    {
        for (var at = start; at < end;)
        {
            if (Byte(text[at]) < 0)
            {
                at++;
                continue;
            }

            var stop = at;
            while (stop < end && Byte(text[stop]) >= 0)
            {
                stop++;
            }

            var bytes = new byte[stop - at];
            for (var i = at; i < stop; i++)
            {
                bytes[i - at] = (byte)Byte(text[i]);
            }

            if (Utf8(bytes, out var decoded) && (IsOrdinary(decoded, 2) || decoded.Length == 1 && IsMark(decoded[0])) || IsGbk(bytes, out decoded))
            {
                edits.Add(new TextEdit(at, stop - at, decoded, Id, 0.97));
            }

            at = stop;
        }
    }

    private void GbkRun(string text, int start, int end, List<TextEdit> edits)
    {
        byte[] bytes;
        try
        {
            bytes = Gbk.GetBytes(text, start, end - start);
        }
        catch (EncoderFallbackException)
        {
            return;
        }

        // The last byte of an odd number of characters found no partner and became a question mark.
        var lost = end < text.Length && text[end] == '?' || text[end - 1] == '\ufffd';
        if (Utf8(bytes, out var decoded, lost) && IsOrdinary(decoded, 2) && Cost(decoded, out _) + 3 < Cost(text.AsSpan(start, end - start), out _))
        {
            edits.Add(new TextEdit(start, end - start + (decoded.EndsWith('\ufffd') && text.Length > end && text[end] == '?' ? 1 : 0), decoded, Id, 0.95));
        }
    }

    private static int Byte(char c) => c is >= '\u0080' and <= '\u00ff' ? c : Windows1252.IndexOf(c, StringComparison.Ordinal) is >= 0 and var i ? 0x80 + i : -1;

    private static bool Utf8(byte[] bytes, out string decoded, bool lastMayBeLost = false)
    {
        decoded = "";
        var length = bytes.Length;
        if (lastMayBeLost)
        {
            // Leave out the sequence that is not complete.
            var lead = length - 1;
            while (lead > 0 && (bytes[lead] & 0xc0) == 0x80)
            {
                lead--;
            }

            length = bytes[lead] >= 0xe0 && bytes.Length - lead < 3 ? lead : length;
        }

        if (length < 2 || !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length)))
        {
            return false;
        }

        decoded = Encoding.UTF8.GetString(bytes, 0, length) + (length < bytes.Length ? "\ufffd" : "");
        return true;
    }

    private static bool IsGbk(byte[] bytes, out string decoded)
    {
        decoded = "";
        if (bytes.Length < 4 || bytes.Length % 2 != 0 || Array.Exists(bytes, b => b is < 0xa1 or 0xff))
        {
            return false;
        }

        try
        {
            decoded = Gbk.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return IsOrdinary(decoded, 2);
    }

    private static bool IsOrdinary(ReadOnlySpan<char> text, int characters) => Cost(text, out var han) < CommonCost && han >= characters;

    /// <summary>The average cost of the Han characters; infinite when something stands among them that is neither Han nor a mark nor ASCII.</summary>
    private static double Cost(ReadOnlySpan<char> text, out int han)
    {
        han = 0;
        var sum = 0.0;
        foreach (var c in text)
        {
            if (Script.IsHan(c))
            {
                han++;
                sum += Lexicon.Shared.Single(c);
            }
            else if (c >= '\u0080' && !IsMark(c) && c != '\ufffd')
            {
                han++;
                sum += 20;
            }
        }

        return han == 0 ? double.PositiveInfinity : sum / han;
    }

    private static bool IsMark(char c) => c is >= '\u3000' and <= '\u303f' or >= '\uff01' and <= '\uff5e' or >= '\u2013' and <= '\u2026' or '·' or '×' or '°' or '℃' or '‰' or '●' or '■' or '◆' or '★';

    private static void Lost(string text, RuleContext context)
    {
        for (var at = text.AsSpan().IndexOfAny('锟', '\ufffd'); at >= 0;)
        {
            if (text[at] == '\ufffd' || string.CompareOrdinal(text, at, "锟斤拷", 0, 3) == 0)
            {
                context.Doubt(at, "text-lost", "此处原文在转码时已丢失，无法恢复 / the original was lost here when the text was converted; it cannot be recovered");
            }

            var end = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (end < 0)
            {
                break;
            }

            var next = text.AsSpan(at + end).IndexOfAny('锟', '\ufffd');
            at = next < 0 ? -1 : at + end + next;
        }
    }
}
