
namespace Bulletins.Figures;

/// <summary>Reads the figures of a table whose units stand in its headers: 能耗(千瓦时/吨) | 312 | 298. Rows are apart by line feeds, cells by bars.</summary>
internal sealed class TableReading(string text, FigurePlace place, string? issueDate)
{
    private const int LongestCell = 24;
    private static readonly string[] NoQuantity = ["序号", "排名", "名次", "编号", "工号", "得分", "分数", "年龄", "电话", "日期", "时间节点", "期号", "页码", "备注"];
    private readonly List<List<(int Start, int End)>> rows = [];

    /// <summary>Whether a line of plain text is a row of a table.</summary>
    public static bool IsRow(string line) => line.AsSpan().Trim() is ['|', _, _, .., '|'] row && row[1..^1].Contains('|');

    public void Read(List<FigureDraft> figures)
    {
        Split();
        var header = rows.Count > 1 && rows[0].TrueForAll(c => !IsNumber(Cell(c))) ? rows[0] : null;
        var units = header?.FindIndex(c => Cell(c) is "单位" or "计量单位") ?? -1;
        foreach (var row in rows.Skip(header is null ? 0 : 1))
        {
            // A row that has lost a cell does not stand under its headers.
            var under = header is not null && header.Count == row.Count ? header : null;
            for (var k = 0; k < row.Count; k++)
            {
                if (k != units && Cell(row[k]) is { Length: > 0 and <= LongestCell } cell && (k > 0 || under is null) && HoldsDigit(cell))
                {
                    Read(row, under, k, under is not null && units >= 0 ? Cell(row[units]) : null, figures);
                }
            }
        }
    }

    private void Read(List<(int Start, int End)> row, List<(int Start, int End)>? header, int k, string? rowUnit, List<FigureDraft> figures)
    {
        var (column, columnUnit) = header is null ? ("", null) : Label(Cell(header[k]));
        var (label, labelUnit) = k == 0 ? ("", null) : Label(Cell(row[0]));
        if (NoQuantity.Any(n => column.Contains(n, StringComparison.Ordinal)))
        {
            return;
        }

        // Where the row names its unit, or the column a time or a change, the row's label is the indicator.
        var cell = Cell(row[k]);
        var change = Change(column);
        var period = Period(column) ?? Period(label);
        var ofRow = labelUnit is not null || rowUnit is not null || change is not null || Period(column) is not null || column.Length == 0;
        var measure = ofRow ? label : column;
        var unit = !IsNumber(cell) ? "" : change is not null ? "%" : columnUnit ?? labelUnit ?? rowUnit;
        if (unit is null || (change is not null && !cell.EndsWith('%') && !IsNumber(cell)))
        {
            return;
        }

        // The cell is read as the sentence that it stands for.
        var number = cell.TrimStart('+', '-', '−', '－', '↑', '↓');
        var falls = cell.Length > number.Length && cell[0] is not ('+' or '↑');
        var said = change is null ? $"{measure}为{cell}{unit}" : $"{measure}{change}{(falls ? "下降" : "增长")}{number}{(cell.EndsWith('%') ? "" : unit)}";
        var read = FigureExtractor.Extract(new FigureInput([(place, said)], issueDate));
        if (read.Count != 1)
        {
            return;
        }

        var (start, end) = row[k];
        figures.Add(read[0] with
        {
            Start = start,
            Length = end - start,
            UnitText = unit.Length > 0 ? unit : read[0].UnitText,
            Measure = measure.Length > 0 ? measure : null,
            Period = period,
            Sentence = text[row[0].Start..row[^1].End].Replace('|', ' '),
            Reasons = Reasons(read[0], cell, unit, measure, period),
        });
    }

    private static List<FigureReason> Reasons(FigureDraft read, string cell, string unit, string measure, string? period)
    {
        List<FigureReason> reasons = [new(FigureFields.Recognizer, cell, Recognizers.TableCell), .. read.Reasons.Where(r => r.Field is not (FigureFields.Recognizer or FigureFields.Measure or FigureFields.Period or FigureFields.Unit))];
        var row = read.Reasons.FirstOrDefault(r => r.Field == FigureFields.Unit).Why;
        reasons.Add(new(FigureFields.Unit, unit.Length > 0 ? unit : read.UnitText ?? "", unit.Length > 0 ? $"{row}, from a header" : row));
        if (measure.Length > 0)
        {
            reasons.Add(new(FigureFields.Measure, measure, "the header of its row or column"));
        }

        if (period is not null)
        {
            reasons.Add(new(FigureFields.Period, period, "the header of its row or column"));
        }

        return reasons;
    }

    // 同比增减(%), 较上年, 比计划: what the column's numbers are changes against
    private static string? Change(string column) =>
        column.Contains("环比", StringComparison.Ordinal) || column.Contains("上月", StringComparison.Ordinal) ? "环比"
        : column.Contains("比计划", StringComparison.Ordinal) || column.Contains("较计划", StringComparison.Ordinal) || column.Contains("较预算", StringComparison.Ordinal) ? "较计划"
        : column.Contains("同比", StringComparison.Ordinal) || column.Contains("上年", StringComparison.Ordinal) || column.Contains("去年", StringComparison.Ordinal) ? "同比"
        : column is "增减" or "增幅" or "增长率" or "升降" or "增减幅" or "增长" or "变化" ? "" : null;

    private string? Period(string label) =>
        label.Length > 0 && new PeriodScanner(issueDate).Scan(new FigureText(label)) is [{ Start: 0, IsBase: false, Period: { } period } first] && label.Length - first.End <= 2 ? period : null;

    // 产量(万吨), 能耗/千瓦时, 合格率（%）
    private static (string Name, string? Unit) Label(string cell)
    {
        var open = cell.LastIndexOfAny(['(', '（', '[', '/', '／']);
        var closed = cell.Length > 0 && cell[^1] is ')' or '）' or ']';
        if (open <= 0 || (!closed && cell[open] is not ('/' or '／')))
        {
            return (cell, null);
        }

        // the line of 千瓦时/吨 is the unit's
        open = closed && cell[open] is '/' or '／' ? cell.AsSpan(0, open).LastIndexOfAny('(', '（', '[') : open;
        if (open <= 0)
        {
            return (cell, null);
        }

        var unit = cell[(open + 1)..(closed ? cell.Length - 1 : cell.Length)].Replace("单位：", "", StringComparison.Ordinal).Replace("单位:", "", StringComparison.Ordinal);
        return IsUnit(unit) ? (cell[..open].TrimEnd(), unit) : (cell, null);
    }

    private static bool IsUnit(string unit)
    {
        var start = 0;
        while (start < unit.Length && ChineseNumeral.Scale(unit[start]) >= 100 && !UnitTable.BeginsWithThousand(unit, start, unit.Length))
        {
            start++;
        }

        return start < unit.Length && UnitReader.TryRead(unit, start, unit.Length, false, out var match) && match.End == unit.Length && match.Unit.Kind is not (UnitKind.None or UnitKind.Bare);
    }

    private static bool HoldsDigit(string cell) => cell.AsSpan().ContainsAnyInRange('0', '9');

    // 1,002 and -4.5 are numbers; 312吨 and 2023年 are none
    private static bool IsNumber(string cell)
    {
        var digits = 0;
        foreach (var c in cell)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',' or '-' or '−' or '－' or '+' or ' ' or '↑' or '↓'))
            {
                return false;
            }

            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits > 0;
    }

    private string Cell((int Start, int End) cell) => text[cell.Start..cell.End];

    private void Split()
    {
        var row = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c is not ('|' or '\n'))
            {
                continue;
            }

            var (from, to) = (start, i);
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                row.Add((from, to));
            }

            start = i + 1;
            if (c == '\n' && row.Count > 0)
            {
                rows.Add(row);
                row = [];
            }
        }
    }
}
