using System.Globalization;

namespace Bulletins.Tests.Figures;

/// <summary>A figure that a generated statement must give.</summary>
internal sealed record ExpectedFigure
{
    public required string Text { get; init; }
    public required decimal Value { get; init; }
    public decimal? ValueMax { get; init; }
    public decimal? FromValue { get; init; }
    public required string Unit { get; init; }
    public required FigureCategory Category { get; init; }
    public FigureQualifier Qualifier { get; init; }
    public FigureDirection? Direction { get; init; }
    public FigureBasis? Basis { get; init; }
    public string? Measure { get; init; }
    public string? Period { get; init; }
}

/// <summary>Makes statements of a small grammar, with what they say: period, subject, base, verb, qualifier, number, unit; changes with both
/// ends, ranges and coordinated lists.</summary>
internal sealed class StatementGenerator(int seed)
{
    private static readonly (string Words, string Period)[] Periods =
    [
        ("2023年，", "2023"), ("2022年上半年，", "2022-01/2022-06"), ("2024年一季度，", "2024-01/2024-03"), ("2021年9月，", "2021-09"), ("2023年1至8月，", "2023-01/2023-08"),
        ("2024年前三季度，", "2024-01/2024-09"), ("自2022年3月以来，", "2022-03/.."), ("2021—2023年，", "2021/2023"), ("“十三五”期间，", "2016/2020"), ("截至2023年5月底，", "2023-05"),
    ];

    private static readonly (string Name, string Unit, decimal Factor, string Code, FigureCategory Level, FigureCategory Fall)[] Indicators =
    [
        ("玻璃产量", "万重量箱", 10_000, "1", FigureCategory.Count, FigureCategory.Count),
        ("纱线产量", "吨", 1, "t", FigureCategory.Quantity, FigureCategory.Quantity),
        ("供热面积", "万平方米", 10_000, "m2", FigureCategory.Quantity, FigureCategory.Quantity),
        ("综合电耗", "千瓦时/吨", 1, "kW.h/t", FigureCategory.Quantity, FigureCategory.Quantity),
        ("污水处理量", "万立方米", 10_000, "m3", FigureCategory.Quantity, FigureCategory.Quantity),
        ("营业收入", "亿元", 100_000_000, "CNY", FigureCategory.Revenue, FigureCategory.Revenue),
        ("净利润", "万元", 10_000, "CNY", FigureCategory.Profit, FigureCategory.Profit),
        ("单位成本", "元/吨", 1, "CNY/t", FigureCategory.Cost, FigureCategory.CostSaving),
        ("优等品率", "%", 1, "%", FigureCategory.Rate, FigureCategory.Change),
        ("设备完好率", "%", 1, "%", FigureCategory.Rate, FigureCategory.Change),
        ("排水噪声", "分贝", 1, "dB", FigureCategory.Quantity, FigureCategory.Quantity),
        ("管道压力", "兆帕", 1, "MPa", FigureCategory.Quantity, FigureCategory.Quantity),
    ];

    private static readonly (string Word, FigureQualifier Qualifier, bool Behind)[] Qualifiers =
    [
        ("", FigureQualifier.Exact, false), ("约", FigureQualifier.Approximately, false), ("近", FigureQualifier.Nearly, false), ("超过", FigureQualifier.MoreThan, false), ("逾", FigureQualifier.MoreThan, false),
        ("不足", FigureQualifier.LessThan, false), ("至少", FigureQualifier.AtLeast, false), ("不超过", FigureQualifier.AtMost, false),
        ("左右", FigureQualifier.Approximately, true), ("以上", FigureQualifier.MoreThan, true), ("以下", FigureQualifier.LessThan, true), ("以内", FigureQualifier.AtMost, true),
    ];

    private static readonly (string Words, FigureBasis? Basis)[] Bases =
    [
        ("", null), ("同比", FigureBasis.Yoy), ("较上年同期", FigureBasis.Yoy), ("比去年同期", FigureBasis.Yoy), ("环比", FigureBasis.Mom), ("较上月", FigureBasis.Mom), ("比计划", FigureBasis.Plan), ("较预算", FigureBasis.Plan),
        ("较改造前", FigureBasis.Previous), ("比以往", FigureBasis.Previous),
    ];

    private static readonly (string Verb, FigureDirection Direction)[] Verbs =
        [("增加", FigureDirection.Increase), ("增长", FigureDirection.Increase), ("提高", FigureDirection.Increase), ("上升", FigureDirection.Increase), ("减少", FigureDirection.Decrease), ("下降", FigureDirection.Decrease), ("降低", FigureDirection.Decrease)];

    private static readonly (string Open, string Verb, FigureDirection Direction)[] Changes =
        [("从", "提高到", FigureDirection.Increase), ("由", "上升至", FigureDirection.Increase), ("由原来的", "增加到", FigureDirection.Increase), ("从", "降至", FigureDirection.Decrease), ("由", "下降到", FigureDirection.Decrease), ("从", "压缩到", FigureDirection.Decrease)];

    private readonly Random random = new(seed);

    public (string Statement, List<ExpectedFigure> Figures) Next()
    {
        var (words, period) = random.Next(3) == 0 ? ("", null) : Pick(Periods);
        var (body, figures) = random.Next(6) switch
        {
            0 => Level(),
            1 => Amount(),
            2 => Ratio(),
            3 => FromTo(),
            4 => Between(),
            _ => Listed(),
        };
        return (words + body + "。", [.. figures.Select(f => f with { Period = period })]);
    }

    private (string, List<ExpectedFigure>) Level()
    {
        var i = Pick(Indicators);
        var (word, qualifier, behind) = Pick(Qualifiers);
        var (digits, value) = Number();
        var text = behind ? digits + i.Unit + word : word + digits + i.Unit;
        return ($"{i.Name}{(random.Next(2) == 0 ? "达" : "为")}{text}", [Of(text, value, i) with { Category = i.Level, Qualifier = qualifier, Measure = i.Name }]);
    }

    // 纱线产量同比增加约3万吨
    private (string, List<ExpectedFigure>) Amount()
    {
        var i = Pick(Indicators);
        var (basisWords, basis) = Pick(Bases);
        var (verb, direction) = Pick(Verbs);
        var (word, qualifier, behind) = Pick(Qualifiers);
        var (digits, value) = Number();
        var unit = i.Unit == "%" ? "个百分点" : i.Unit;
        var text = behind ? digits + unit + word : word + digits + unit;
        var category = i.Level == FigureCategory.Rate ? FigureCategory.Change : direction == FigureDirection.Decrease ? i.Fall : i.Level;
        return ($"{i.Name}{basisWords}{verb}{text}", [Of(text, value, i) with { Category = category, Qualifier = qualifier, Direction = direction, Basis = basis, Measure = i.Name }]);
    }

    // 净利润较预算增长12.5%
    private (string, List<ExpectedFigure>) Ratio()
    {
        var i = Pick(Indicators);
        var (basisWords, basis) = Pick(Bases);
        var (verb, direction) = Pick(Verbs);
        var (digits, value) = Number();
        return ($"{i.Name}{basisWords}{verb}{digits}%",
            [new ExpectedFigure { Text = digits + "%", Value = value, Unit = "%", Category = FigureCategory.Change, Direction = direction, Basis = basis, Measure = i.Name }]);
    }

    private (string, List<ExpectedFigure>) FromTo()
    {
        var i = Pick(Indicators);
        var (open, verb, direction) = Pick(Changes);
        var (low, from) = Number();
        var (high, value) = Number();
        if (direction == FigureDirection.Increase == from > value)
        {
            (low, from, high, value) = (high, value, low, from);
        }

        if (from == value)
        {
            return FromTo();
        }

        var text = $"{open}{low}{i.Unit}{verb}{high}{i.Unit}";
        return (i.Name + text, [Of(text, value, i) with { FromValue = from * i.Factor, Category = i.Level, Direction = direction, Basis = FigureBasis.Previous, Measure = i.Name }]);
    }

    private (string, List<ExpectedFigure>) Between()
    {
        var i = Pick(Indicators);
        var low = random.Next(1, 500);
        var high = low + random.Next(1, 400);
        var text = string.Create(CultureInfo.InvariantCulture, $"{low}{(i.Unit == "%" ? "%" : "")}{Pick<string>(["—", "～", "至", "到"])}{high}{i.Unit}");
        return ($"{i.Name}保持在{text}", [Of(text, low, i) with { ValueMax = high * i.Factor, Category = i.Level, Measure = i.Name }]);
    }

    // 纱线产量、净利润、优等品率分别增长3.2%、5.6%和7.1%
    private (string, List<ExpectedFigure>) Listed()
    {
        var names = Indicators.OrderBy(_ => random.Next()).Take(random.Next(2, 4)).Select(i => i.Name).ToList();
        var (basisWords, basis) = Pick(Bases);
        var (verb, direction) = Pick(Verbs);
        var numbers = names.Select(_ => Number()).ToList();
        var shared = random.Next(3) == 0;
        var texts = numbers.Select((n, k) => n.Digits + (!shared ? "%" : k < numbers.Count - 1 ? "" : "个百分点")).ToList();
        var list = string.Join("、", texts.Take(texts.Count - 1)) + (shared ? "、" : "和") + texts[^1];
        var figures = texts.Select((t, k) => new ExpectedFigure { Text = t, Value = numbers[k].Value, Unit = "%", Category = FigureCategory.Change, Direction = direction, Basis = basis, Measure = names[k] });
        return ($"{string.Join("、", names.Take(names.Count - 1))}和{names[^1]}{basisWords}分别{verb}{list}", [.. figures]);
    }

    private static ExpectedFigure Of(string text, decimal value, (string Name, string Unit, decimal Factor, string Code, FigureCategory Level, FigureCategory Fall) i) =>
        new() { Text = text, Value = value * i.Factor, Unit = i.Code, Category = i.Level };

    private (string Digits, decimal Value) Number()
    {
        var value = Math.Round((decimal)random.Next(1, 5_000_000) / (decimal)Math.Pow(10, random.Next(1, 5)), random.Next(0, 3));
        value = value == 0 ? 1 : value;
        var digits = value.ToString("0.##", CultureInfo.InvariantCulture);
        return (random.Next(4) == 0 ? value.ToString("#,##0.##", CultureInfo.InvariantCulture) : digits, decimal.Parse(digits, CultureInfo.InvariantCulture));
    }

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];
}
