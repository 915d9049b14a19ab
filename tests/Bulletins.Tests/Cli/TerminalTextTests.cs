using Bulletins.Cli.Input;
using Bulletins.Cli.Output;
using Bulletins.Cli.Run;

namespace Bulletins.Tests.Cli;

public class TerminalTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("中文，。", 8)]
    [InlineData("“引号”…—·", 4 + 2 + 3)]
    [InlineData("📍𠮷", 4)]
    [InlineData("e\u0301\u200b", 1)]
    [InlineData("ＡＢ１", 6)]
    [InlineData("⻛⼯", 4)]
    public void ChineseTakesTwoCells(string text, int cells) => Assert.Equal(cells, DisplayWidth.Of(text));

    [Theory]
    [InlineData("降本增效", 8, "降本增效")]
    [InlineData("降本增效", 7, "降本增…")]
    [InlineData("降本增效", 6, "降本…")]
    [InlineData("a降本", 4, "a降…")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    public void TextIsCutToItsCells(string text, int width, string clipped)
    {
        Assert.Equal(clipped, DisplayWidth.Clip(text, width));
        Assert.True(DisplayWidth.Of(clipped) <= width);
    }

    [Fact]
    public void WrappedLinesFitAndNoneBeginsWithAClosingMark()
    {
        var lines = DisplayWidth.Wrap("字符经过方正系统错位，逗号成了“袁”，句号成了“遥”。A comma is 0xA3AC, a full stop 0xA1A3, and so on.", 20).ToList();
        Assert.All(lines, l => Assert.InRange(DisplayWidth.Of(l), 1, 20));
        Assert.DoesNotContain(lines, l => l[0] is '，' or '”' or '。' or ' ');
        Assert.Equal("字符经过方正系统错位，逗号成了“袁”，句号成了“遥”。Acommais0xA3AC,afullstop0xA1A3,andsoon.", string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\tb\r\nc\rd", "a⇥b⏎c⏎d")]
    [InlineData("\u001b[31mred", "‹U+001B›[31mred")]
    [InlineData("\u200b\ue5e5", "‹U+200B›‹U+E5E5›")]
    public void NoControlCharacterReachesTheTerminal(string text, string shown) => Assert.Equal(shown, Printable.Line(text));

    [Fact]
    public void HalfACharacterIsShownAsAReplacement() => Assert.Equal("a\ufffdb", Printable.Line("a\ud842b"));

    [Theory]
    [InlineData("a.txt:12", "a.txt", 12)]
    [InlineData(@"C:\dumps\x.txt:7", @"C:\dumps\x.txt", 7)]
    [InlineData("9:30.txt:3", "9:30.txt", 3)]
    public void APlaceIsAFileAndALine(string text, string path, int line)
    {
        Assert.True(TextPlace.TryParse(text, out var place));
        Assert.Equal(new TextPlace(path, line), place);
    }

    [Theory]
    [InlineData("founder-garble")]
    [InlineData(@"C:\dumps\x.txt")]
    [InlineData("a.txt:0")]
    [InlineData("a.txt:-1")]
    [InlineData("a.txt: 1")]
    [InlineData(":12")]
    [InlineData("a.txt:99999999999")]
    public void WhatHasNoLineIsNoPlace(string text) => Assert.False(TextPlace.TryParse(text, out _));

    [Fact]
    public void TheBarShowsTheRateAndTheTimeLeftByBytes()
    {
        var line = Progress.Line(filesDone: 30, files: 40, bytesDone: 25_000, bytes: 100_000, TimeSpan.FromSeconds(20));
        Assert.Equal($"[{new string('█', 6)}{new string(' ', 18)}] 30/40 files  1.5/s  1:00 left", line);
    }

    [Fact]
    public void ResultsComeInOrderAndNoMoreAreHeldThanAllowed()
    {
        var started = 0;
        var taken = 0;
        var results = OrderedParallel.Map(Enumerable.Range(0, 200), i =>
        {
            Interlocked.Increment(ref started);
            Thread.SpinWait(i % 7 * 1000);
            return i;
        }, jobs: 3, CancellationToken.None).Select(i =>
        {
            Assert.InRange(Volatile.Read(ref started) - ++taken, 0, 6);
            return i;
        });
        Assert.Equal(Enumerable.Range(0, 200), results);
    }

    [Fact]
    public void AnItemsResultsComeAsTheyAreMadeAndFewWait()
    {
        var made = 0;
        var taken = 0;
        foreach (var (item, results) in OrderedParallel.MapMany(Enumerable.Range(0, 3), i => Enumerable.Range(0, 500).Select(k => (i, Interlocked.Increment(ref made)).i), jobs: 1, CancellationToken.None))
        {
            foreach (var result in results)
            {
                Assert.Equal(item, result);
                Assert.InRange(Volatile.Read(ref made) - ++taken, 0, 36); // of an item that is whole, and of the next
            }
        }

        Assert.Equal(1500, taken);
    }

    [Fact]
    public void WhatFailsBehindSomeResultsIsThrownBehindThem()
    {
        var taken = new List<int>();
        var thrown = Assert.Throws<FormatException>(() =>
        {
            foreach (var (_, results) in OrderedParallel.MapMany([1], One, jobs: 2, CancellationToken.None))
            {
                taken.AddRange(results);
            }
        });
        Assert.Equal("no more", thrown.Message);

        static IEnumerable<int> One(int i)
        {
            yield return i;
            throw new FormatException("no more");
        }
    }

    [Fact]
    public void NoThreadWaitsForWhoeverHasGone()
    {
        var working = 0;
        foreach (var (_, results) in OrderedParallel.MapMany([1, 2], Endless, jobs: 2, CancellationToken.None))
        {
            Assert.Equal(1, results.First());
            break;
        }

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref working) == 0, TimeSpan.FromSeconds(30)), "somebody still waits to give a result");

        IEnumerable<int> Endless(int i)
        {
            Interlocked.Increment(ref working);
            try
            {
                while (true)
                {
                    yield return i;
                }
            }
            finally
            {
                Interlocked.Decrement(ref working);
            }
        }
    }
}
