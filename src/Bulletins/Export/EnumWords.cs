namespace Bulletins.Export;

/// <summary>The contract's word for each member of an enumeration: <c>MoreThan</c> is <c>more_than</c>.</summary>
public static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(v => v, v => Snake(v.ToString()));

    private static readonly Dictionary<string, T> Members = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Words.Values;

    public static string Of(T value) => Words[value];

    /// <summary>The member of a word; false where the contract has no such word.</summary>
    public static bool TryParse(string word, out T value) => Members.TryGetValue(word, out value);

    private static string Snake(string name)
    {
        var word = new System.Text.StringBuilder(name.Length + 2);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
