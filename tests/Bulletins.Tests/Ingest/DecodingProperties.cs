using System.Text;
using Bulletins.Ingest;
using Bulletins.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests.Ingest;

public class DecodingProperties
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Fact]
    public void ABulletinInAnyEncodingIsReadAsItWasWritten() => ForSeeds(300, seed =>
    {
        var text = BulletinGenerator.Create(seed).Text;
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), Gb, new UnicodeEncoding(false, false), new UnicodeEncoding(true, true), new UnicodeEncoding(true, false)];
        string[] names = ["utf-8", "utf-8", "gb18030", "utf-16le", "utf-16be", "utf-16be"];
        return encodings.Zip(names).All(e =>
        {
            var source = Read([.. e.First.Preamble, .. e.First.GetBytes(text)]);
            return source.Text == text && source.Encoding == e.Second && source.Warnings.Count == 0;
        });
    });

    [Fact]
    public void EveryCharacterSurvivesGb18030()
    {
        var text = string.Concat(Enumerable.Range(0x20, 0x10FFFF - 0x20).Where(Rune.IsValid).Where(c => c % 7 == 0 || c < 0x10000).Select(char.ConvertFromUtf32));
        var source = SourceReader.Read(new MemoryStream(Gb.GetBytes(text)), "a.txt", new BulletinOptions { Encoding = "gb18030" }).Source!;
        Assert.Empty(source.Warnings);
        Assert.Equal(text, source.Text);
    }

    [Fact]
    public void DamagedUtf8IsReadAsEveryConformingDecoderReadsIt() => ForSeeds(500, seed =>
    {
        var bytes = Damaged(seed, Encoding.UTF8);
        var source = SourceReader.Read(new MemoryStream(bytes), "a.txt", new BulletinOptions { Encoding = "utf-8" }).Source;
        return source is null || source.Text == Encoding.UTF8.GetString(bytes);
    });

    [Fact]
    public void WhereTheTextHasAReplacementCharacterThereIsAWarning() => ForSeeds(500, seed =>
    {
        foreach (var (encoding, name) in new[] { (Encoding.UTF8, "utf-8"), (Gb, "gb18030"), (Encoding.Unicode, "utf-16le") })
        {
            var bytes = Damaged(seed, encoding);
            var result = SourceReader.Read(new MemoryStream(bytes), "a.txt", new BulletinOptions { Encoding = name });
            if (result.Source is { } source && source.Text.Contains('\uFFFD') != source.Warnings.Count > 0)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void RandomBytesAreAnErrorOrATextAndNeverACrash() => ForSeeds(1000, seed =>
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(1, 300)];
        random.NextBytes(bytes);
        if (seed % 2 == 0)
        {
            bytes = [.. bytes.Select(b => b < 0x20 ? (byte)(b + 0x80) : b)];
        }

        var result = SourceReader.Read(new MemoryStream(bytes), "a.txt", BulletinOptions.Default);
        return result.Succeeded == (result.Error is null);
    });

    [Fact]
    public void ACutUtf8FileIsStillUtf8() => ForSeeds(300, seed =>
    {
        var bytes = Encoding.UTF8.GetBytes(BulletinGenerator.Create(seed).Text);
        return Read(bytes[..^(1 + (seed % Math.Min(60, bytes.Length / 2)))]).Encoding == "utf-8";
    });

    private static byte[] Damaged(int seed, Encoding encoding)
    {
        var random = new Random(seed);
        var bytes = encoding.GetBytes(BulletinGenerator.Create(seed).Text);
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            bytes[random.Next(4, bytes.Length)] = (byte)random.Next(0x20, 256);
        }

        return bytes;
    }

    private static SourceText Read(byte[] bytes) => SourceReader.Read(new MemoryStream(bytes), "a.txt", BulletinOptions.Default).Source!;

    private static void ForSeeds(int count, Func<int, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(7UL, 20260001UL), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), holds));
}
