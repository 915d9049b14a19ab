using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bulletins.Pdf.Data;

namespace Bulletins.Pdf.Fonts;

/// <summary>One of Adobe's character collections: what character each CID is.</summary>
internal sealed class CidCollection
{
    private static readonly ConcurrentDictionary<string, CidCollection> Loaded = new(StringComparer.Ordinal);

    private readonly List<string?> texts = [];
    private readonly Dictionary<int, int> cids = [];

    private CidCollection(string file)
    {
        foreach (var (first, row) in DataFile.Rows(file))
        {
            var cid = int.Parse(first, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            while (texts.Count < cid)
            {
                texts.Add(null);
            }

            foreach (var rune in row.EnumerateRunes())
            {
                texts.Add(rune.Value == 0xFFFD ? null : Upright(rune));
                cids.TryAdd(rune.Value, cid++);
            }
        }
    }

    /// <summary>The collection of an ordering (<c>GB1</c>); null for one that is not known.</summary>
    public static CidCollection? Find(string? ordering) => ordering switch
    {
        "GB1" or "CNS1" or "Japan1" or "Korea1" => Loaded.GetOrAdd(ordering, o => new CidCollection($"adobe-{o.ToLowerInvariant()}.txt")),
        _ => null,
    };

    public string? Text(int cid) => cid >= 0 && cid < texts.Count ? texts[cid] : null;

    /// <summary>The first CID of a character, 0 for one that the collection lacks.</summary>
    public int Cid(int codePoint) => cids.GetValueOrDefault(codePoint);

    // CIDs for vertical writing are the same characters turned: the presentation forms say nothing that the layout does not.
    private static string Upright(Rune rune) => rune.Value switch
    {
        0xFE10 => "，", 0xFE11 => "、", 0xFE12 => "。", 0xFE13 => "：", 0xFE14 => "；", 0xFE15 => "！", 0xFE16 => "？",
        0xFE17 => "〖", 0xFE18 => "〗", 0xFE19 => "…", 0xFE30 => "‥", 0xFE31 => "—", 0xFE33 or 0xFE34 => "＿",
        0xFE35 => "（", 0xFE36 => "）", 0xFE37 => "｛", 0xFE38 => "｝", 0xFE39 => "〔", 0xFE3A => "〕", 0xFE3B => "【", 0xFE3C => "】",
        0xFE3D => "《", 0xFE3E => "》", 0xFE3F => "〈", 0xFE40 => "〉", 0xFE41 => "「", 0xFE42 => "」", 0xFE43 => "『", 0xFE44 => "』",
        _ => rune.ToString(),
    };
}
