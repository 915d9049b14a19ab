namespace Bulletins.Normalize.Garble;

/// <summary>What the first reading found in a passage: what is garbled there beyond doubt, and how many marks, digits and letters are garbled and how many are not.</summary>
internal readonly record struct PassageSurvey(int At, GarbleClasses Classes, Tally3 Garbled, Tally3 Real)
{
    public static PassageSurvey Of(Passage p, ReadingLattice reading, GarbleClasses classes)
    {
        var (garbled, real) = (default(Tally3), default(Tally3));
        for (var i = 0; i < p.Length; i++)
        {
            var c = p[i];
            if (c is '，' or '。' or '、')
            {
                real = real with { Punctuation = real.Punctuation + 1 };
            }
            else if (char.IsAsciiDigit(c))
            {
                real = real with { Numbers = real.Numbers + 1 };
            }
            else if (char.IsAsciiLetter(c))
            {
                real = real with { Latin = real.Latin + 1 };
            }
            else if (classes != GarbleClasses.None && FounderCode.Decode(c) is { } symbol && (symbol.Class & classes) != GarbleClasses.None && reading.Margin(i) >= GarbleDecoder.Sure)
            {
                garbled += symbol.Class switch { GarbleClasses.Punctuation => new Tally3(1, 0, 0), GarbleClasses.Numbers => new Tally3(0, 1, 0), _ => new Tally3(0, 0, 1) };
            }
        }

        return new PassageSurvey(p.Start, classes, garbled, real);
    }
}

/// <summary>A count of each class.</summary>
internal readonly record struct Tally3(int Punctuation, int Numbers, int Latin)
{
    public static Tally3 operator +(Tally3 a, Tally3 b) => new(a.Punctuation + b.Punctuation, a.Numbers + b.Numbers, a.Latin + b.Latin);

    public static Tally3 operator -(Tally3 a, Tally3 b) => new(a.Punctuation - b.Punctuation, a.Numbers - b.Numbers, a.Latin - b.Latin);
}

/// <summary>The sum of the surveys within reach of a passage, as it moves through the text.</summary>
internal sealed class NearbyGarble(List<PassageSurvey> surveys, int reach)
{
    private int first;
    private int last; // behind the last one
    private Tally3 garbled;
    private Tally3 real;

    public GarbleClasses Classes { get; private set; }

    public GarbleShare Share => new(Part(garbled.Punctuation, real.Punctuation), Part(garbled.Numbers, real.Numbers), Part(garbled.Latin, real.Latin));

    public void MoveTo(int start)
    {
        for (; last < surveys.Count && surveys[last].At <= start + reach; last++)
        {
            (garbled, real) = (garbled + surveys[last].Garbled, real + surveys[last].Real);
        }

        for (; first < last && surveys[first].At < start - reach; first++)
        {
            (garbled, real) = (garbled - surveys[first].Garbled, real - surveys[first].Real);
        }

        Classes = GarbleClasses.None;
        for (var i = first; i < last && Classes != GarbleClasses.All; i++)
        {
            Classes |= surveys[i].Classes;
        }
    }

    private static float Part(int garbled, int real) => garbled == 0 ? 0 : (float)garbled / (garbled + real);
}
