namespace Bulletins.Cli.Output;

/// <summary>Colours where they are wanted, plain text elsewhere.</summary>
internal sealed class Style(bool color)
{
    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Red(string text) => Wrap("31", text);

    public string Green(string text) => Wrap("32", text);

    public string Yellow(string text) => Wrap("33", text);

    /// <summary>White space has no colour of its own, so it gets a coloured ground.</summary>
    public string Deleted(string text) => Wrap(string.IsNullOrWhiteSpace(text) ? "41" : "1;31", text);

    public string Inserted(string text) => Wrap(string.IsNullOrWhiteSpace(text) ? "42" : "1;32", text);

    private string Wrap(string code, string text) => color && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
