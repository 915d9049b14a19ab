using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Decides what kind of piece an article is.</summary>
internal static partial class KindReader
{
    // 本版将陆续刊发… / 即日起开设专栏…: a paper speaks of what it prints.
    [GeneratedRegex(@"(?:本报|本刊|本版|本栏|[一二三四]版|即日起|今日起|今起|从本期|从今天)[^。]{0,16}(?:刊发|刊登|推出|开设|开辟|转载|陆续|连载|选取|选登|遴选|摘登|选编|撷取|约请|邀请|集中展示|带您|陪您)|(?:陆续|特|现)(?:刊发|刊登|推出)|敬请(?:读者|关注|期待)|以飨读者|与读者(?:共享|分享|见面)|欢迎[^。，]{0,14}(?:投稿|来稿|赐稿|关注|线索)")]
    private static partial Regex Announces();

    /// <summary>True where a paper speaks of what it prints.</summary>
    public static bool IsAnnouncement(string text) => Announces().IsMatch(text);

    public static ArticleKind Read(Piece piece, string? headline)
    {
        if (piece.Kind is { } known)
        {
            return known;
        }

        if (piece.IsCaption)
        {
            return ArticleKind.Caption;
        }

        if (piece.IsVerse)
        {
            return ArticleKind.Literary;
        }

        if (headline is not null && Labelled(headline) is { } kind)
        {
            return kind;
        }

        if (piece.IsBrief)
        {
            return ArticleKind.Brief;
        }

        var body = string.Concat(piece.Paragraphs.Select(p => p.Text.Text));
        var bare = headline is null && piece.Bylines.Count == 0 && !piece.HasMarker;
        if (bare && body.Length <= 500 && Announces().IsMatch(body))
        {
            return ArticleKind.EditorNote;
        }

        if (IsLiterary(piece, body))
        {
            return ArticleKind.Literary;
        }

        // A short item under a section's name, signed or not.
        if (headline is null && !piece.HasMarker && piece.Section.Count > 0 && piece.Paragraphs.Count <= 2 && body.Length <= 420)
        {
            return ArticleKind.Brief;
        }

        if (bare && piece.Paragraphs.Count == 1)
        {
            return body.Length < 60 || !Shape.EndsSentence(body) ? ArticleKind.Notice : ArticleKind.Article;
        }

        return ArticleKind.Article;
    }

    /// <summary>The kind that a headline's own words say: 征稿启事, 关于…的公示.</summary>
    internal static ArticleKind? Labelled(string headline)
    {
        var words = headline.Trim('【', '】', ' ');
        string? kind = null;
        if (Vocabulary.KindLabels.TryGetValue(words, out var whole))
        {
            kind = whole;
        }
        else
        {
            foreach (var ending in (string[])["启事", "公示", "通告", "声明", "讣告", "公告", "名单", "通知"])
            {
                // 关于…的通知 is one; 集团召开…印发通知 ends alike and is news: only a title of its own form counts.
                if (words.EndsWith(ending, StringComparison.Ordinal) && (words.Length <= 8 || words.StartsWith("关于", StringComparison.Ordinal) || words[^(ending.Length + 1)] == '的' || ending is "启事" or "公示" or "名单"))
                {
                    kind = "notice";
                }
            }
        }

        return kind switch { "notice" => ArticleKind.Notice, "advert" => ArticleKind.Advert, "editor_note" => ArticleKind.EditorNote, _ => null };
    }

    private static bool IsLiterary(Piece piece, string body)
    {
        if (body.Length < 60 || piece.HasMarker || piece.IsBrief)
        {
            return false;
        }

        var labelled = piece.Section.Any(s => Vocabulary.KindLabels.TryGetValue(s, out var k) && k == "literary" || s.Contains("副刊", StringComparison.Ordinal));
        return EssayReader.IsEssay(body, labelled);
    }
}
