namespace Bulletins.Cli.Output;

/// <summary>Messages that carry both languages, Chinese first: <c>中文 / English</c>.</summary>
internal static class Bilingual
{
    private const string Between = " / ";

    /// <summary>The half in one language; the whole where there is only one.</summary>
    public static string In(string language, string text)
    {
        var cut = text.IndexOf(Between, StringComparison.Ordinal);
        return cut < 0 ? text : language == "zh" ? text[..cut] : text[(cut + Between.Length)..];
    }

    /// <summary>Both halves as one message.</summary>
    public static string Of(string chinese, string english) => chinese + Between + english;
}
