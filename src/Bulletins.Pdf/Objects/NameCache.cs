using System.Text;

namespace Bulletins.Pdf.Objects;

/// <summary>Shares the strings of short names: a page names its fonts thousands of times.</summary>
internal static class NameCache
{
    [ThreadStatic]
    private static string?[]? names;

    public static string Get(ReadOnlySpan<byte> raw)
    {
        if (raw.Length is 0 or > 24)
        {
            return Encoding.Latin1.GetString(raw);
        }

        names ??= new string?[1024];
        uint hash = 2166136261;
        foreach (var b in raw)
        {
            hash = (hash ^ b) * 16777619;
        }

        ref var slot = ref names[(hash ^ (hash >> 16)) & 1023];
        if (slot is null || !Same(slot, raw))
        {
            slot = Encoding.Latin1.GetString(raw);
        }

        return slot;
    }

    private static bool Same(string name, ReadOnlySpan<byte> raw)
    {
        if (name.Length != raw.Length)
        {
            return false;
        }

        for (var i = 0; i < raw.Length; i++)
        {
            if (name[i] != raw[i])
            {
                return false;
            }
        }

        return true;
    }
}
