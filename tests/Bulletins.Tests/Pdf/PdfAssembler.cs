using System.Globalization;

namespace Bulletins.Tests.Pdf;

/// <summary>Puts a file together by hand: objects, cross-reference sections of either form, in any order.</summary>
internal sealed class PdfAssembler
{
    private readonly MemoryStream file = new();
    private readonly SortedDictionary<int, long> pending = [];

    public PdfAssembler(byte[]? previous = null) => Write(previous ?? "%PDF-1.7\n"u8.ToArray());

    public int Position => (int)file.Length;

    public byte[] Bytes => file.ToArray();

    /// <summary>All objects of a maker.</summary>
    public static PdfAssembler Of(PdfMaker maker) => new PdfAssembler().Objects(maker, 1, int.MaxValue);

    public PdfAssembler Write(byte[] bytes)
    {
        file.Write(bytes);
        return this;
    }

    public PdfAssembler Write(FormattableString text) => Write(PdfMaker.Latin(FormattableString.Invariant(text)));

    public PdfAssembler Objects(PdfMaker maker, int first, int last)
    {
        maker.Finish();
        for (var number = first; number <= Math.Min(last, maker.Count); number++)
        {
            Object(number, maker.Objects[number - 1]);
        }

        return this;
    }

    public PdfAssembler Object(int number, byte[] body)
    {
        pending[number] = Position;
        PdfMaker.WriteObject(file, number, body);
        return this;
    }

    public PdfAssembler Object(int number, string body) => Object(number, PdfMaker.Latin(body));

    /// <summary>An object stream; returns its members with their place in it, for a cross-reference stream.</summary>
    public IEnumerable<(int Number, byte[] Row)> ObjectStream(int number, string entries, params (int Number, string Body)[] members)
    {
        var (head, body) = ("", "");
        foreach (var member in members)
        {
            head += string.Create(CultureInfo.InvariantCulture, $"{member.Number} {body.Length} ");
            body += member.Body + "\n";
        }

        Object(number, string.Create(CultureInfo.InvariantCulture, $"<< /Type /ObjStm /N {members.Length} /First {head.Length} /Length {head.Length + body.Length} {entries} >>\nstream\n{head}{body}\nendstream"));
        return members.Select((m, i) => (m.Number, PdfMaker.Row(2, number, i)));
    }

    /// <summary>A classic section with the objects written since the last one; returns where it stands.</summary>
    public int Table(string trailer, params int[] free)
    {
        var at = Position;
        Write($"xref\n");
        foreach (var (number, offset) in pending.Select(p => (p.Key, (long?)p.Value)).Concat(free.Select(f => (f, (long?)null))).Append((0, null)).OrderBy(e => e.Item1))
        {
            Write($"{number} 1\n{offset ?? 0:D10} {(offset is null ? 65535 : 0):D5} {(offset is null ? 'f' : 'n')}\r\n");
        }

        pending.Clear();
        Write($"trailer\n<< /Size 99 {trailer} >>\n");
        return at;
    }

    /// <summary>A stream section, unpacked, with the objects written since the last one and more; returns where it stands.</summary>
    public int Stream(int number, string entries, params (int Number, byte[] Row)[] more)
    {
        var rows = pending.Select(p => (p.Key, PdfMaker.Row(1, p.Value, 0))).Concat(more).ToArray();
        pending.Clear();
        return StreamOf(number, entries, "[1 4 2]", rows);
    }

    /// <summary>A stream section with these rows only.</summary>
    public int StreamOf(int number, string entries, string widths, params (int Number, byte[] Row)[] entriesOfRows)
    {
        var at = Position;
        var rows = entriesOfRows.OrderBy(r => r.Number).ToList();
        var index = string.Join(' ', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Number} 1")));
        Write($"{number} 0 obj\n<< /Type /XRef /Size 99 /W {widths} /Index [{index}] /Length {rows.Sum(r => r.Row.Length)} {entries} >>\nstream\n");
        rows.ForEach(r => Write(r.Row));
        Write($"\nendstream\nendobj\n");
        return at;
    }

    public byte[] End(int section) => Write($"startxref\n{section}\n%%EOF\n").Bytes;
}
