namespace Bulletins.Segment;

/// <summary>Cuts blocks that hold two things on one line: a web title and its header; a caption, its credit and the headline behind it.</summary>
internal static class BlockSplitter
{
    public static List<Block> Split(List<Block> blocks)
    {
        var result = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            if (!block.IsTable && Jumps.At(block.Text) is > 0 and var jump)
            {
                result.Add(Part(block, 0, jump, block.Blank));
                result.Add(Part(block, jump, block.Text.Length, 0));
            }
            else if (!block.IsTable && Jumps.Length(block.Text) is > 0 and var back && back < block.Text.Length)
            {
                result.Add(Part(block, 0, back, block.Blank));
                result.Add(Part(block, back, block.Text.Length, 0));
            }
            else if (!block.IsTable && WebHeader.Read(block.Text) is { TitleLength: > 0 } header)
            {
                result.Add(Part(block, 0, header.TitleLength, block.Blank));
                result.Add(Part(block, header.TitleLength, block.Text.Length, 0));
            }
            else if (!block.IsTable && block.Level == 0 && RunIn(block.Text) is > 0 and var head)
            {
                var title = Part(block, 0, head, block.Blank);
                title.IsRunIn = true;
                result.Add(title);
                result.Add(Part(block, head, block.Text.Length, 1));
            }
            else if (!block.IsTable && block.Level == 0 && BlockFeatures.Signature(block) is { } signature && signature.RestStart < block.Text.AsSpan().TrimEnd().Length)
            {
                result.Add(Part(block, 0, signature.RestStart, block.Blank));
                result.Add(Part(block, signature.RestStart, block.Text.Length, 1));
            }
            else
            {
                result.Add(block);
            }
        }

        return result;
    }

    // 【某厂抗洪保生产】今年夏季，…: a headline in brackets on its body's first line; 【安全提示】 is a label.
    private static int RunIn(string text)
    {
        if (text.Length < 50 || text[0] is not '【')
        {
            return 0;
        }

        var close = text.AsSpan(0, 40).IndexOf('】');
        return close >= 9 && text.AsSpan(1, close - 1).IndexOfAny("，。；：") < 0 && text.AsSpan(close + 1).IndexOfAny('，', '。') > 0 ? close + 1 : 0;
    }

    private static Block Part(Block block, int from, int to, int blank)
    {
        var traced = block.Traced(from, to).Trim();
        var slices = traced.Parts.Select(p => (p.Origin, p.Length)).ToList();
        var (start, end) = block.Source.SourceRange(slices[0].Origin, slices[^1].Origin + slices[^1].Length - slices[0].Origin);
        return new Block
        {
            Source = block.Source,
            Slices = slices,
            Blank = blank,
            Level = block.Level,
            Bold = block.Bold,
            IsIndented = from == 0 && block.IsIndented,
            IsWrapped = from == 0 && block.IsWrapped,
            IsLetterSpaced = Shape.IsLetterSpaced(block.Source.Source.Text.AsSpan(start, Math.Min(200, end - start))),
        };
    }
}
