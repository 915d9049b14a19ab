using System.Text.Json;
using Bulletins.Ingest;
using Bulletins.Normalize;

namespace Bulletins.Tests.Normalize;

/// <summary>One case of <c>Cases/normalize</c>: without an output it must pass unchanged.</summary>
public sealed record NormalizeCase(string Name, string Source, string? Output = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string Expected => Output ?? Source;

    public static IEnumerable<object[]> Read(string file) =>
        JsonSerializer.Deserialize<NormalizeCase[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "normalize", file)), Options)!.Select(c => new object[] { c });

    /// <summary>Normalizes a text and holds, whatever the text, that the edits lead forward and back and that nothing is left to do.</summary>
    public static NormalizedText Run(string source)
    {
        var result = Normalizer.Normalize(SourceText.FromText(source));
        Assert.Equal(result.Text, EditLog.Apply(source, result.Edits));
        Assert.Equal(source, EditLog.Apply(result.Text, EditLog.Invert(source, result.Edits)));
        Assert.All(result.Edits, edit => Assert.NotEqual(edit.After, source.Substring(edit.Start, edit.Length)));
        var again = Normalizer.Normalize(SourceText.FromText(result.Text));
        Assert.Empty(again.Edits);
        Assert.Same(again.Source.Text, again.Text);
        return result;
    }

    public override string ToString() => Name;
}
