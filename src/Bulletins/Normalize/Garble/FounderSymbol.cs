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
public sealed record FounderSymbol(char Garbled, string Text, GarbleClasses Class, SymbolRole Role, float Cost)
{
    /// <summary>A sign beside a number, which may be set in the font of the punctuation while the digits have their own: 8豫.</summary>
    public bool IsSign => Class == GarbleClasses.Numbers && Role is SymbolRole.After or SymbolRole.Joint or SymbolRole.Before;

    /// <summary>The classes any of which, garbled, garbles this symbol.</summary>
    public GarbleClasses Classes => IsSign ? Class | GarbleClasses.Punctuation : Class;
}
