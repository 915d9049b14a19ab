using System.Text;

namespace Bulletins.Ingest.Word;

/// <summary>A paragraph or a table of a document.</summary>
internal abstract class WordBlock;

/// <summary>A paragraph as it is printed.</summary>
internal sealed class WordParagraph : WordBlock
{
    public StringBuilder Text { get; } = new();

    /// <summary>The type that each stretch of the text is set in.</summary>
    public List<(int Length, Typography Type)> Runs { get; } = [];

    /// <summary>The style's id; null for the default.</summary>
    public string? Style { get; set; }

    /// <summary>A heading's level from 1; 0 for running text, null where only the style says.</summary>
    public int? Outline { get; set; }

    /// <summary>The numbering it stands in, and its level there from 0; null where only the style says.</summary>
    public string? Numbering { get; set; }

    public int? NumberingLevel { get; set; }

    /// <summary>Its end was deleted: the next paragraph goes on in it.</summary>
    public bool RunsOn { get; set; }

    /// <summary>Text boxes that are anchored in it.</summary>
    public List<WordBlock> Boxes { get; } = [];

    public void Append(string text, Typography type)
    {
        if (text.Length > 0)
        {
            Text.Append(text);
            Runs.Add((text.Length, type));
        }
    }
}

internal sealed class WordTable : WordBlock
{
    /// <summary>Rows of cells of blocks.</summary>
    public List<List<List<WordBlock>>> Rows { get; } = [];
}
