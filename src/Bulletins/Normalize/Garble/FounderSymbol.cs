namespace Bulletins.Normalize.Garble;

/// <summary>What Founder's fonts shift together: a font may garble the punctuation of a passage and leave its digits, or the other way round.</summary>
[Flags]
public enum GarbleClasses
{
    None = 0,

    /// <summary>，。、：；（）“”《》 and the symbols of row 1.</summary>
    Punctuation = 1,

    /// <summary>Digits, and the signs that go with them: % . - +.</summary>
    Numbers = 2,

    /// <summary>Latin letters.</summary>
    Latin = 4,

    All = Punctuation | Numbers | Latin,
}

/// <summary>How a symbol behaves in a line: what may stand before and behind it.</summary>
public enum SymbolRole { Digit, Letter, Stop, Open, Close, Dash, Ellipsis, NameDot, Bullet, Joint, Before, After, Unit, Space }

/// <summary>The symbol that a garbled character stands for. <see cref="Cost"/> is -ln of its share in ordinary text.</summary>
public sealed record FounderSymbol(char Garbled, string Text, GarbleClasses Class, SymbolRole Role, float Cost);
