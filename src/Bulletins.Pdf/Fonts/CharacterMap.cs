namespace Bulletins.Pdf.Fonts;

/// <summary>A code of a string and how many bytes it took.</summary>
internal readonly record struct CharacterCode(int Value, int Bytes);

/// <summary>Cuts strings into codes, and codes into CIDs: what a CMap does.</summary>
internal abstract class CharacterMap(bool isVertical)
{
    public bool IsVertical { get; } = isVertical;

    /// <summary>The ordering that the map itself stands for; null where it does not say.</summary>
    public virtual string? Ordering => null;

    /// <summary>The next code; takes at least one byte.</summary>
    public abstract CharacterCode Next(ReadOnlySpan<byte> text);

    public abstract int Cid(CharacterCode code);

    /// <summary>The character, where the map tells it without a collection.</summary>
    public virtual string? Text(CharacterCode code) => null;

    protected static CharacterCode Take(ReadOnlySpan<byte> text, int bytes)
    {
        bytes = Math.Min(bytes, text.Length);
        var value = 0;
        for (var i = 0; i < bytes; i++)
        {
            value = (value << 8) | text[i];
        }

        return new CharacterCode(value, bytes);
    }
}

/// <summary>Two bytes, which are the CID.</summary>
internal sealed class IdentityMap(bool isVertical) : CharacterMap(isVertical)
{
    public override CharacterCode Next(ReadOnlySpan<byte> text) => text.Length >= 2 ? new CharacterCode((text[0] << 8) | text[1], 2) : Take(text, 2);

    public override int Cid(CharacterCode code) => code.Value;
}
