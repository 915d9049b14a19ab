namespace Bulletins.Figures;

/// <summary>Cuts a paragraph into sentences: at 。！？, closing quotes included; ； and …… do not end one.</summary>
internal static class Sentences
{
    public static List<(int Start, int End)> Split(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('。' or '！' or '？' or '!' or '?'))
            {
                continue;
            }

            while (i + 1 < text.Length && text[i + 1] is '”' or '’' or '」' or '）' or '。' or '！' or '？' or '》')
            {
                i++;
            }

            sentences.Add((start, i + 1));
            start = i + 1;
        }

        if (start < text.Length)
        {
            sentences.Add((start, text.Length));
        }

        return sentences;
    }
}
