using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bulletins.Figures;
using Bulletins.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Bulletins.Tests.Figures;

public class FigureProperties
{
    private static readonly (string Printed, string Code, decimal Factor)[] Units =
    [
        ("元", "CNY", 1), ("万元", "CNY", 10_000), ("亿元", "CNY", 100_000_000), ("美元", "USD", 1), ("%", "%", 1), ("‰", "[ppth]", 1), ("吨", "t", 1), ("万吨", "t", 10_000),
        ("公斤", "kg", 1), ("米", "m", 1), ("公里", "km", 1), ("平方米", "m2", 1), ("亩", "mu", 1), ("万千瓦时", "kW.h", 10_000), ("千瓦", "kW", 1), ("MPa", "MPa", 1), ("℃", "Cel", 1),
        ("元/吨", "CNY/t", 1), ("g/kW·h", "g/kW.h", 1), ("万吨/年", "t/a", 10_000), ("小时", "h", 1), ("天", "d", 1), ("个月", "mo", 1), ("人", "1", 1), ("台", "1", 1), ("万人次", "1", 10_000),
        ("倍", "1", 1), ("个百分点", "%", 1), ("mg/m³", "mg/m3", 1), ("立方米/秒", "m3/s", 1), ("吨公里", "t.km", 1), ("千伏安", "kV.A", 1),
    ];

    private static readonly string[] Fragments =
    [
        "同比增长", "降低", "从", "至", "、", "，", "。", "；", "和", "分别", "约", "近", "以上", "余", "多", "3", "12.5", "1,234", "三", "十几", "百余", "千", "万", "亿", "%", "元", "吨", "人",
        "个", "年", "月", "日", "第", "2024", "-", "—", "～", "±", "百分之", "十分之", "成", "倍", "翻", "番", "零下", "℃", "kWh/t·Al", "元/吨", "（", "）", "“", "”", "产量", "成本", "利润",
        "占", "完成", "计划的", "较去年同期", "Al99", "A", "/", "·", "半", "小时", "点", "一", "二", "数", "几", " ", "\t", "+", "。。",
    ];

    [Fact]
    public void ANumberWithAUnitIsReadBackExactly()
    {
        Each((random, _) =>
        {
            var (printed, code, factor) = Units[random.Next(Units.Length)];
            var number = Math.Round((decimal)random.Next(1, 1_000_000_000) / (decimal)Math.Pow(10, random.Next(0, 7)), 4) + 0.0m;
            var digits = number.ToString("0.####", CultureInfo.InvariantCulture);
            if (printed is "人" or "台" or "个月" or "天")
            {
                digits = decimal.Truncate(number + 1).ToString(CultureInfo.InvariantCulture);
            }

            var text = $"全厂该项指标达到{digits}{printed}，职工很高兴。";
            var figure = Assert.Single(FigureExtractor.Extract(Input(text)));
            Assert.Equal(decimal.Parse(digits, CultureInfo.InvariantCulture) * factor, figure.Value);
            Assert.Equal(code, figure.Unit);
            Assert.Equal(digits + printed, text.Substring(figure.Start, figure.Length));
        });
    }

    [Fact]
    public void AChineseNumeralIsReadAsItsDigitsAre()
    {
        Each((random, _) =>
        {
            var number = random.Next(1, 100_000_000);
            var figure = Assert.Single(FigureExtractor.Extract(Input($"仓库存煤{Spell(number)}吨。")), f => f.Unit == "t");
            Assert.Equal(number, figure.Value);
        });
    }

    // A title that a column cut, a paragraph whose head is lost: a text may begin and end anywhere.
    [Fact]
    public void ATextMayBeginAndEndAnywhere()
    {
        var cut = 0;
        foreach (var line in Directory.EnumerateFiles(SourceTree.Samples, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Append("均装车30辆，均用时5分钟，人均装卸6吨。"))
        {
            for (var start = 0; start < line.Length; start++)
            {
                var text = line.Substring(start, Math.Min(8 + (start % 13), line.Length - start));
                cut += FigureExtractor.Extract(Input(text)).Count(f => f.Start >= 0 && f.Start + f.Length <= text.Length);
            }
        }

        Assert.True(cut > 1000);
    }

    [Fact]
    public void FiguresOfAnyTextStandInOrderAndApartInsideIt()
    {
        Each((random, size) =>
        {
            var text = new StringBuilder();
            for (var i = 0; i < size; i++)
            {
                text.Append(Fragments[random.Next(Fragments.Length)]);
            }

            var end = 0;
            foreach (var figure in FigureExtractor.Extract(Input(text.ToString())))
            {
                Assert.True(figure.Start >= end, text.ToString());
                Assert.True(figure.Length > 0 && figure.Start + figure.Length <= text.Length, text.ToString());
                Assert.Contains(figure.Sentence, text.ToString(), StringComparison.Ordinal);
                end = figure.Start + figure.Length;
            }
        });
    }

    [Fact]
    public void ThreadsReadAlike()
    {
        const string text = "2024年，产量同比增长5.6%，达到120万吨，较计划提前12天完成全年任务，降本3600万元。";
        var expected = FigureDump.Lines(text);
        Assert.NotEmpty(expected);
        Parallel.For(0, 200, _ => Assert.Equal(expected, FigureDump.Lines(text)));
    }

    [Theory]
    [InlineData("产量达到3万吨，同比增长5%，")] // one endless sentence
    [InlineData("7")]
    [InlineData("三")]
    [InlineData("1万")]
    [InlineData("从3吨、")]
    [InlineData("较去年")]
    [InlineData("设备运行平稳")]
    [InlineData("3%和")]
    public void ALongLineTakesTimeInProportion(string part)
    {
        _ = FigureExtractor.Extract(Input(part));
        // The best of a few runs: a busy machine slows some of them.
        var small = Enumerable.Range(0, 3).Min(_ => Time(part, 20_000));
        var large = Enumerable.Range(0, 3).Min(_ => Time(part, 160_000));
        // eight times the text; a quadratic reader would take sixty-four times as long
        Assert.True(large < (small * 30) + TimeSpan.FromMilliseconds(500), $"{small} then {large}");
    }

    private static TimeSpan Time(string part, int length)
    {
        var text = new StringBuilder(length + part.Length);
        while (text.Length < length)
        {
            text.Append(part);
        }

        var input = Input(text.ToString());
        var watch = Stopwatch.StartNew();
        _ = FigureExtractor.Extract(input);
        return watch.Elapsed;
    }

    private static void Each(Action<Random, int> check)
    {
        var seeds = ArbMap.Default.GeneratorFor<int>().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(seeds, seed =>
        {
            var random = new Random(seed);
            check(random, random.Next(1, 60));
        }));
    }

    private static FigureInput Input(string text) => new([(new FigurePlace(FigurePart.Paragraph), text)], null);

    private static string Spell(int number)
    {
        if (number >= 10_000)
        {
            var rest = number % 10_000;
            return Spell(number / 10_000) + "万" + (rest == 0 ? "" : rest < 1000 ? "零" + Spell(rest) : Spell(rest));
        }

        var spelled = new StringBuilder();
        var zero = false;
        foreach (var (scale, word) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / scale % 10;
            if (digit == 0)
            {
                zero = spelled.Length > 0;
                continue;
            }

            spelled.Append(zero ? "零" : "").Append("零一二三四五六七八九"[digit]).Append(word);
            zero = false;
        }

        return spelled.ToString();
    }
}
