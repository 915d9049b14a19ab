using System.Globalization;
using Bulletins.Export;

namespace Bulletins.Checking.Compare;

/// <summary>Finds the fields in which two records differ, by the contract's table of columns.</summary>
internal static class FieldComparer
{
    private const int MostShown = 3;
    private const long MostCells = 1 << 18; // of the table that aligns paragraphs

    // What names a record, where it stands in its list, and what is compared item by item.
    private static readonly Column<Article>[] ArticleColumns =
        [.. ExportColumns.Article.Columns.Where(c => c.Name is not ("article_id" or "ordinal" or "paragraphs" or "figures" or "spans"))];

    private static readonly Column<Figure>[] FigureColumns = [.. ExportColumns.Figure.Columns.Where(c => c.Name is not ("figure_id" or "spans"))];

    private static readonly Column<Document>[] DocumentColumns =
        [.. ExportColumns.Document.Columns.Where(c => c.Name is not ("document_id" or "source" or "sha256" or "masthead" or "articles" or "repairs" or "warnings"))];

    /// <summary>
    /// 
    /// </summary>
    /// <param name="places">Whether both records are of the same bytes, so that places can be compared.</param>
    public static IReadOnlyList<FieldChange> Article(Article expected, Article actual, bool places) =>
    [
        .. Fields(ArticleColumns, expected, actual),
        .. Paragraphs(expected.Paragraphs, actual.Paragraphs),
        .. places ? Items("spans", [.. expected.Spans.Select(ExportColumns.CompactSpan)], [.. actual.Spans.Select(ExportColumns.CompactSpan)]) : [],
    ];

    public static IReadOnlyList<FieldChange> Figure(Figure expected, Figure actual, bool places) =>
    [
        .. Fields(FigureColumns, expected, actual),
        .. places ? Items("spans", [.. expected.Spans.Select(ExportColumns.CompactSpan)], [.. actual.Spans.Select(ExportColumns.CompactSpan)]) : [],
    ];

    public static IReadOnlyList<FieldChange> Document(Document expected, Document actual)
    {
        var (was, now) = (expected.Masthead ?? new(null, null, null, null, null), actual.Masthead ?? new(null, null, null, null, null));
        return
        [
            .. Fields(DocumentColumns, expected, actual),
            .. Fields(ExportColumns.Masthead.Columns, was, now).Select(c => c with { Field = "masthead." + c.Field }),
            .. Items("warnings", [.. expected.Warnings.Select(ExportColumns.CompactWarning)], [.. actual.Warnings.Select(ExportColumns.CompactWarning)]),
        ];
    }

    private static IEnumerable<FieldChange> Fields<T>(IEnumerable<Column<T>> columns, T expected, T actual) => columns
        .Select(c => new FieldChange(c.Name, Value(c.Cell(expected)), Value(c.Cell(actual))))
        .Where(c => c.Expected != c.Actual);

    private static string? Value(Cell cell) => cell.IsEmpty ? null : cell.ToString();

    /// <summary>The items of either side that the other has not, the first of them.</summary>
    private static IEnumerable<FieldChange> Items(string field, List<string> expected, List<string> actual)
    {
        if (expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            yield break;
        }

        var (missed, added) = (Without(expected, actual), Without(actual, expected));
        // The same items in another order.
        yield return missed.Count + added.Count == 0
            ? new FieldChange(field, Shown(expected), Shown(actual))
            : new FieldChange(field, Shown(missed), Shown(added));
    }

    private static List<string> Without(List<string> items, List<string> others)
    {
        var left = others.CountBy(o => o, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. items.Where(i => left.GetValueOrDefault(i) is var n && (n == 0 || (left[i] = n - 1) < 0))];
    }

    private static string? Shown(List<string> items) => items.Count == 0 ? null
        : string.Join("; ", items.Take(MostShown)) + (items.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $"; {items.Count - MostShown} more") : "");

    /// <summary>Aligns the paragraphs; what stands between equal ones is paired in order.</summary>
    private static IEnumerable<FieldChange> Paragraphs(IReadOnlyList<Paragraph> expected, IReadOnlyList<Paragraph> actual)
    {
        var (head, tail) = (0, 0);
        while (head < expected.Count && head < actual.Count && expected[head] == actual[head])
        {
            head++;
        }

        while (tail < expected.Count - head && tail < actual.Count - head && expected[^(tail + 1)] == actual[^(tail + 1)])
        {
            tail++;
        }

        var (e, a) = (head, head);
        foreach (var (nextE, nextA) in Common(expected, actual, head, tail).Append((expected.Count - tail, actual.Count - tail)))
        {
            for (; e < nextE || a < nextA; e++, a++)
            {
                var (was, now) = (e < nextE ? expected[e] : null, a < nextA ? actual[a] : null);
                var field = string.Create(CultureInfo.InvariantCulture, $"paragraph {(was is null ? a : e) + 1}");
                if (was is not null && now is not null && was.Kind != now.Kind)
                {
                    yield return new FieldChange(field + ".kind", EnumWords<ParagraphKind>.Of(was.Kind), EnumWords<ParagraphKind>.Of(now.Kind));
                }

                if (was?.Text != now?.Text)
                {
                    yield return new FieldChange(field, was?.Text, now?.Text);
                }
            }

            (e, a) = (nextE + 1, nextA + 1);
        }
    }

    /// <summary>The pairs of equal paragraphs on the longest common way through both lists.</summary>
    private static List<(int Expected, int Actual)> Common(IReadOnlyList<Paragraph> expected, IReadOnlyList<Paragraph> actual, int head, int tail)
    {
        var (rows, columns) = (expected.Count - head - tail, actual.Count - head - tail);
        if ((long)rows * columns > MostCells)
        {
            return [];
        }

        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                length[i, j] = expected[head + i] == actual[head + j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < rows && j < columns;)
        {
            if (expected[head + i] == actual[head + j])
            {
                pairs.Add((head + i++, head + j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
