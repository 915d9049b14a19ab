namespace Bulletins.Ingest;

/// <summary>Characters of Chinese type, between which no space is printed.</summary>
internal static class WideCharacters
{
    public static bool IsWide(char c) =>
        c is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\uff01' and <= '\uff60' or '“' or '”' or '‘' or '’' or '…' or '—';
}
