using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>
/// Takes out what stands on a page by its own right and can be told by its words alone: public-service adverts, the
/// imprint, labelled editor's notes. The rest of the page is then read without them.
/// </summary>
internal static partial class Islands
{
    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+|(?:\+?86[- ]?)?(?:\(?0\d{2,3}\)?[- ]?)\d{7,8}|1[3-9]\d{9}")]
    private static partial Regex Address();

    /// <summary>Each island with the block before it that stays on the page (null at the beginning).</summary>
    public static List<(Block? After, Piece Piece)> TakeOut(List<Block> blocks)
    {
        var islands = new List<(Block?, Piece)>();
        var taken = new bool[blocks.Count];
        var web = blocks.Exists(b => b.IsOfWebPage || b.Header is { IsDated: true });
        for (var i = 0; i < blocks.Count; i++)
        {
            if (taken[i])
            {
                continue;
            }

            var (from, to, kind) = Find(blocks, i, taken, web);
            if (to <= from)
            {
                continue;
            }

            for (var k = from; k < to; k++)
            {
                taken[k] = true;
            }

            Block? after = null;
            for (var k = from - 1; k >= 0 && after is null; k--)
            {
                after = taken[k] ? null : blocks[k];
            }

            islands.Add((after, Make(blocks.GetRange(from, to - from), kind)));
        }

        var at = 0;
        blocks.RemoveAll(_ => taken[at++]);
        return islands;
    }

    private static (int From, int To, ArticleKind Kind) Find(List<Block> blocks, int i, bool[] taken, bool web)
    {
        var block = blocks[i];
        if (block.KindLabel == "advert" && !block.IsProse)
        {
            var from = i;
            while (from > 0 && i - from < 8 && !taken[from - 1] && IsSlogan(blocks[from - 1]))
            {
                from--;
            }

            var to = i + 1;
            while (from == i && to < blocks.Count && to - i < 8 && IsSlogan(blocks[to]))
            {
                to++;
            }

            return to - from > 1 ? (from, to, ArticleKind.Advert) : (i, i, default);
        }

        if (block.KindLabel == "editor_note")
        {
            if (block.IsProse || block.Text.Length > 12)
            {
                return (i, i + 1, ArticleKind.EditorNote);
            }

            var to = i + 1;
            while (to < blocks.Count && to - i <= 3 && blocks[to].IsProse && !blocks[to].Lead.IsMarker)
            {
                to++;
                if (blocks[to - 1].Signature is not null)
                {
                    break;
                }
            }

            return to > i + 1 ? (i, to, ArticleKind.EditorNote) : (i, i, default);
        }

        // 联系人：… in a notice is the notice's.
        if (IsContact(block.Text) && IsInNotice(blocks, i))
        {
            return (i, i, default);
        }

        // Under a web page's one article 编辑：X credits that article.
        if (IsImprint(block) && !(web && (block.Byline is not null || block.Header is not null)))
        {
            var to = i + 1;
            while (to < blocks.Count && (IsImprint(blocks[to]) || to + 1 < blocks.Count && IsImprint(blocks[to + 1]) && !blocks[to].IsProse && blocks[to].Text.Length <= 40))
            {
                to++;
            }

            return (i, to, ArticleKind.Imprint);
        }

        return (i, i, default);
    }

    /// <summary>联系人：…, 报名电话：….</summary>
    internal static bool IsContact(string text) =>
        text.Length <= 60 && text.AsSpan().IndexOfAny('：', ':') is > 0 and < 8 && (text.StartsWith("联系", StringComparison.Ordinal) || text.StartsWith("咨询", StringComparison.Ordinal) || text.StartsWith("报名", StringComparison.Ordinal) || text.StartsWith("电话", StringComparison.Ordinal));

    private static bool IsInNotice(List<Block> blocks, int i)
    {
        var k = i - 1;
        while (k >= 0 && i - k <= 8 && (blocks[k].IsProse || blocks[k].EndsSentence || blocks[k].Bullet == BulletSort.Number || IsContact(blocks[k].Text)) && !blocks[k].Lead.IsMarker && blocks[k].Signature is null)
        {
            k--;
        }

        return k >= 0 && k < i - 1 && (blocks[k].KindLabel == "notice" || KindReader.Labelled(blocks[k].Text) == ArticleKind.Notice);
    }

    private static bool IsSlogan(Block block) =>
        !block.IsProse && DateReader.Date(block.Text) is null && !block.IsTable && block.Signature is null && block.Byline is not { Strength: >= 0.6 } && block.KindLabel is null && block.Text.Length <= 40
        && block.Bullet == BulletSort.None && block.Header is null;

    /// <summary>发放：… | 投稿邮箱：… | 责编／季小禾 | 编辑 庄明远 校对 丁一木 | （本期截稿时间：…）.</summary>
    internal static bool IsImprint(Block block)
    {
        if (block.Text.Length > 160 || block.IsTable || block.Header is not null && block.Header.IsDated)
        {
            return false;
        }

        var text = block.Text.Trim('（', '）', '(', ')', ' ', '\u3000', '【', '】', '●', '■');
        var colon = text.AsSpan(0, Math.Min(14, text.Length)).IndexOfAny("：:／/ \u3000");
        if (colon > 0 && Vocabulary.ImprintLabels.Contains(text[..colon].Trim()) && !(block.IsProse && block.EndsSentence && text[colon] is ' ' or '\u3000'))
        {
            return !block.EndsSentence || text.Length <= 60 || Address().IsMatch(text);
        }

        // （共印120份）
        if (text.Length <= 12 && text.EndsWith('份') && (text.StartsWith("共印", StringComparison.Ordinal) || text.StartsWith('印')))
        {
            return true;
        }

        // 综合新闻 2024.3.8 责任编辑 季禾 版式 丁一木: two labels of a page's foot in a short line.
        if (!block.IsProse && text.Length <= 60 && Vocabulary.PageCredits.Count(l => text.Contains(l, StringComparison.Ordinal)) >= 2)
        {
            return true;
        }

        if (block.Byline is { Strength: >= 1 } byline && byline.Bylines.All(b => b.Role == BylineRole.Editor))
        {
            return true;
        }

        return !block.IsProse && text.Length <= 80 && Address().IsMatch(text) && !block.EndsSentence;
    }

    private static Piece Make(List<Block> blocks, ArticleKind kind)
    {
        var piece = new Piece { Kind = kind, Stage = 5 };
        piece.Blocks.AddRange(blocks);
        foreach (var block in blocks)
        {
            if (kind == ArticleKind.Advert)
            {
                if (block.KindLabel == "advert")
                {
                    continue;
                }

                if (piece.Head.Count == 0)
                {
                    piece.Head.Add(block);
                    continue;
                }
            }

            if (kind == ArticleKind.Imprint)
            {
                piece.Credit(ImprintEditors.Read(block.Spaced(0, block.Text.Length).Text));
                piece.Paragraphs.Add((ParagraphKind.Text, block.Traced(0, int.MaxValue)));
                continue;
            }

            var from = kind == ArticleKind.EditorNote && block.KindLabel == "editor_note" ? LabelLength(block.Text) : 0;
            var to = block.Signature?.TextEnd ?? block.Text.Length;
            piece.Credit(block.Signature?.Bylines ?? []);
            if (to > from)
            {
                piece.Paragraphs.Add((ParagraphKind.Text, block.Traced(from, to)));
            }
        }

        if (kind == ArticleKind.Advert && piece.Paragraphs.Count == 0 && piece.Head.Count > 0)
        {
            piece.Paragraphs.Add((ParagraphKind.Text, piece.Head[0].Traced(0, int.MaxValue)));
            piece.Head.Clear();
        }

        return piece;
    }

    private static int LabelLength(string text)
    {
        var at = text.AsSpan(0, Math.Min(14, text.Length)).IndexOfAny("：:】〗］]");
        if (at < 0)
        {
            at = text.AsSpan(0, Math.Min(14, text.Length)).IndexOfAny(' ', '\u3000');
        }

        return at < 0 ? (text.Length <= 12 ? text.Length : 0) : at + 1 < text.Length && text[at + 1] is '：' or ':' or ' ' ? at + 2 : at + 1;
    }
}
