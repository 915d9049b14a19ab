using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bulletins.Pdf;
using static Bulletins.Tests.Pdf.PdfTesting;

namespace Bulletins.Tests.Pdf;

/// <summary>Every way in which a file tells where its objects stand, right and damaged.</summary>
public sealed partial class CrossReferenceTests
{
    private const string Words = "机组今晨并网发电。";
    private const string Old = "机组昨日停机检修。";
    private const int Content = 5;
    private const int Last = 6;

    // The standard has them free in the section before. Here the stream is believed before its own table, which Poppler does not do.
    private const string OnlyHere = "a hybrid file: objects that its own table calls free";

    private static readonly Dictionary<string, Func<byte[]>> Sound = new(StringComparer.Ordinal)
    {
        ["a classic table"] = () => Saying(Words).Save(),
        ["a table in sections of one"] = () => PdfAssembler.Of(Saying(Words)) is var file ? file.End(file.Table("/Root 1 0 R")) : [],
        ["a stream"] = () => PdfAssembler.Of(Saying(Words)) is var file ? file.End(file.Stream(9, "/Root 1 0 R")) : [],
        ["a packed stream and object streams"] = () => Saying(Words).SaveCompressed(),
        ["a stream without types"] = () => Widths("[0 4 0]", row => row[1..5]),
        ["a stream with wide numbers"] = () => Widths("[1 8 2]", row => [row[0], 0, 0, 0, 0, .. row[1..]]),
        ["junk before the header, offsets from the header"] = () => Saying(Words).Save("\r\n\r\nMIME-Version: 1.0\r\n%PDF-1.4\n"),
        ["junk before the header, offsets from the file's start"] = () => new PdfAssembler("mail 7\n%PDF-1.4\n"u8.ToArray()).Objects(Saying(Words), 1, Last) is var file ? file.End(file.Table("/Root 1 0 R")) : [],
        ["junk behind the end"] = () => [.. Saying(Words).Save(), .. new byte[900]],
        ["an update with a table"] = () => Update(Saying(Old).Save(), (file, previous) => file.Table(previous)),
        ["an update with a stream behind a stream"] = () => Update(Saying(Old).SaveCompressed(), (file, previous) => file.Stream(20, previous)),
        ["an update with a stream behind a table"] = () => Update(Saying(Old).Save(), (file, previous) => file.Stream(20, previous)),
        ["an update with an object stream"] = UpdateInStream,
        ["three updates"] = () => Enumerable.Range(0, 3).Aggregate(Saying(Old).Save(), (file, i) => Update(file, (f, previous) => f.Table(previous), i == 2 ? Words : Old)),
        ["a linearized file: the first page's table in front"] = Linearized,
        ["a hybrid file: objects for new readers in a stream"] = () => Hybrid(),
        ["a hybrid file: objects that the section before calls free"] = () => Hybrid(before: [1, 2]),
        [OnlyHere] = () => Hybrid(beside: [1, 2]),
        ["a hybrid update"] = HybridUpdate,
        ["a chain that runs in a circle"] = () => PdfAssembler.Of(Saying(Words)) is var file ? file.End(file.Table(Invariant($"/Root 1 0 R /Prev {file.Position}"))) : [],
    };

    private static readonly Dictionary<string, Func<string, string>> Damage = new(StringComparer.Ordinal)
    {
        ["startxref points elsewhere"] = file => StartXref().Replace(file, "startxref\n77"),
        ["startxref points behind the end"] = file => StartXref().Replace(file, "startxref\n99999999"),
        ["startxref is missing"] = file => StartXref().Replace(file, ""),
        ["the table's keyword is spoiled"] = file => file.Replace("\nxref\n", "\nfrex\n", StringComparison.Ordinal),
        ["the table is missing"] = file => Table().Replace(file, "trailer"),
        ["the trailer is missing"] = file => Trailer().Replace(file, "startxref"),
        ["the trailer names no root"] = file => file.Replace("/Root", "/Boot", StringComparison.Ordinal),
        ["the file ends before the table"] = file => file[..file.IndexOf("\nxref\n", StringComparison.Ordinal)],
        ["the file ends within its last object"] = file => file[..(file.LastIndexOf("endobj", StringComparison.Ordinal) + 3)],
        ["the last object is not closed"] = file => file[..(file.LastIndexOf("endobj", StringComparison.Ordinal) - 4)],
        ["all offsets are too small"] = file => Entry().Replace(file, m => Moved(m, -3)),
        ["all offsets are too large"] = file => Entry().Replace(file, m => Moved(m, 5)),
        ["an offset leads to another object"] = file => Entry().Replace(file, m => m.Index > file.LastIndexOf(" 00000 n", StringComparison.Ordinal) - 12 ? "0000000009 00000 n" : m.Value),
        ["the table counts from one"] = file => file.Replace("xref\n0 ", "xref\n1 ", StringComparison.Ordinal),
        ["the table promises more than it has"] = file => file.Replace("xref\n0 7", "xref\n0 70", StringComparison.Ordinal),
        ["no object is closed"] = file => file.Replace("endobj\n", "", StringComparison.Ordinal),
        ["streams and objects are not closed"] = file => file.Replace("endobj\n", "", StringComparison.Ordinal).Replace("endstream\n", "", StringComparison.Ordinal),
        ["line ends were changed on the way"] = file => file.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["objects follow each other without white space"] = file => file.Replace("endobj\n", "endobj", StringComparison.Ordinal),
        ["the middle of the file came twice"] = file => file[..300] + file[100..],
    };

    /// <summary>A file of each sound form with its text, for other readers.</summary>
    internal static IEnumerable<(string Name, byte[] File, string Text)> Files() => Sound.Where(form => form.Key != OnlyHere).Select(form => (form.Key, form.Value(), Words));

    public static TheoryData<string> SoundForms() => [.. Sound.Keys];

    public static TheoryData<string> DamagedForms() => [.. Damage.Keys];

    [Theory]
    [MemberData(nameof(SoundForms))]
    public void ASoundFileIsReadByItsTable(string form)
    {
        var document = Open(Sound[form]());
        Assert.Empty(document.Notices);
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Theory]
    [MemberData(nameof(DamagedForms))]
    public void ADamagedFileIsSearchedForItsObjects(string form)
    {
        var sound = Encoding.Latin1.GetString(Saying(Words).Save());
        var damaged = Damage[form](sound);
        Assert.NotEqual(sound, damaged);
        var document = Open(PdfMaker.Latin(damaged));
        Assert.Equal(PdfNoticeKind.RebuiltCrossReference, Assert.Single(document.Notices).Kind);
        Assert.Equal(1, document.PageCount);
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Theory]
    [InlineData("startxref is missing")]
    [InlineData("startxref points elsewhere")]
    public void ObjectStreamsOfADamagedFileAreFound(string form) =>
        Assert.Equal(Words, Text(PdfMaker.Latin(Damage[form](Encoding.Latin1.GetString(Saying(Words).SaveCompressed())))));

    [Fact]
    public void OfAnUpdatedFileWithoutTablesTheNewestObjectsCount()
    {
        var file = Encoding.Latin1.GetString(Update(Saying(Old).Save(), (f, previous) => f.Table(previous)));
        Assert.Equal(Words, Text(PdfMaker.Latin(StartXref().Replace(Table().Replace(file, "trailer"), ""))));
    }

    [Fact]
    public void AnObjectThatAnUpdateDeletedIsGone()
    {
        var maker = Saying(Old);
        var file = maker.Save();
        var update = new PdfAssembler(file);
        var table = update.Table(Previous(file), Content);
        var document = Open(update.End(table));
        Assert.Empty(document.Notices);
        Assert.Empty(document.ReadPage(1).Letters);
    }

    [Fact]
    public void AnObjectStreamThatHoldsItselfIsNoObject()
    {
        var file = PdfAssembler.Of(Saying(Words));
        var rows = file.ObjectStream(7, "/Extends 7 0 R", (7, "<< /Type /ObjStm >>"), (8, "(x)")).ToArray();
        var document = Open(file.End(file.Stream(9, "/Root 1 0 R", [(7, PdfMaker.Row(2, 7, 0)), rows[1]])));
        Assert.Equal(Words, string.Concat(document.ReadPage(1).Letters.Select(l => l.Text)));
    }

    [Fact]
    public void ObjectStreamsThatExtendEachOtherAreReadOnce()
    {
        var maker = Saying(Words);
        var file = new PdfAssembler().Objects(maker, 3, Last);
        var catalog = file.ObjectStream(7, "/Extends 8 0 R", (1, Encoding.Latin1.GetString(maker.Objects[0]))).ToList();
        var pages = file.ObjectStream(8, "/Extends 7 0 R", (2, Encoding.Latin1.GetString(maker.Objects[1])));
        Assert.Equal(Words, Text(file.End(file.Stream(9, "/Root 1 0 R", [.. catalog, .. pages]))));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Previous(byte[] file) =>
        Invariant($"/Root 1 0 R /Prev {StartXref().Matches(Encoding.Latin1.GetString(file))[^1].Groups[1].Value}");

    private static byte[] Shown(string words) => PdfMaker.Latin($"BT /F1 10 Tf 50 700 Td {PdfMaker.Utf16(words)} Tj ET");

    private static byte[] NewContent(string words) => [.. PdfMaker.Latin(Invariant($"<< /Length {Shown(words).Length} >>\nstream\n")), .. Shown(words), .. "\nendstream"u8];

    private static byte[] Update(byte[] file, Func<PdfAssembler, string, int> section, string words = Words)
    {
        var update = new PdfAssembler(file).Object(Content, NewContent(words));
        return update.End(section(update, Previous(file)));
    }

    // Streams stand in no object stream: the update puts a new page into one that shows another content.
    private static byte[] UpdateInStream()
    {
        var maker = Saying(Old);
        var file = maker.Save();
        var page = Encoding.Latin1.GetString(maker.Objects[Last - 1]).Replace("/Contents 5 0 R", "/Contents 10 0 R", StringComparison.Ordinal);
        var update = new PdfAssembler(file).Object(10, NewContent(Words));
        var members = update.ObjectStream(11, "", (Last, page)).ToArray();
        return update.End(update.Stream(12, Previous(file), members));
    }

    private static byte[] Widths(string widths, Func<byte[], byte[]> cut)
    {
        var file = PdfAssembler.Of(Saying(Words));
        var text = Encoding.Latin1.GetString(file.Bytes);
        var rows = Enumerable.Range(1, Last).Select(n => (n, cut(PdfMaker.Row(1, text.IndexOf(Invariant($"{n} 0 obj"), StringComparison.Ordinal), 0))));
        return file.End(file.StreamOf(9, "/Root 1 0 R", widths, [.. rows]));
    }

    // The first page's objects and their table stand in front of the rest, whose table it names.
    private static byte[] Linearized()
    {
        var maker = Saying(Words);
        var behind = Front(0).Objects(maker, 1, 3).Position;
        var file = Front(behind);
        file.Objects(maker, 1, 3).Table("");
        return file.End(Encoding.Latin1.GetString(file.Bytes).IndexOf("xref", StringComparison.Ordinal));

        PdfAssembler Front(int previous)
        {
            var front = new PdfAssembler().Objects(maker, 4, Last);
            front.Table(Invariant($"/Root 1 0 R /Prev {previous:D10}"));
            return front;
        }
    }

    private static byte[] Hybrid(int[]? before = null, int[]? beside = null)
    {
        var maker = Saying(Words);
        var file = new PdfAssembler();
        var previous = before is null ? "" : Invariant($"/Prev {file.Table("/Root 1 0 R", before)}");
        file.Objects(maker, 3, Last);
        var hidden = file.ObjectStream(7, "", (1, Encoding.Latin1.GetString(maker.Objects[0])), (2, Encoding.Latin1.GetString(maker.Objects[1])));
        var stream = file.StreamOf(8, "", "[1 4 2]", [.. hidden]);
        return file.End(file.Table(Invariant($"/Root 1 0 R /XRefStm {stream} {previous}"), beside ?? []));
    }

    private static byte[] HybridUpdate()
    {
        var maker = Saying(Old);
        var previous = maker.Save();
        var file = new PdfAssembler(previous).Object(10, NewContent(Words));
        var page = Encoding.Latin1.GetString(maker.Objects[Last - 1]).Replace("/Contents 5 0 R", "/Contents 10 0 R", StringComparison.Ordinal);
        var hidden = file.ObjectStream(11, "", (Last, page));
        var at = file.StreamOf(12, "", "[1 4 2]", [.. hidden]);
        return file.End(file.Table(Previous(previous) + Invariant($" /XRefStm {at}")));
    }

    private static string Moved(Match entry, int by) => Invariant($"{int.Parse(entry.Groups[1].Value, CultureInfo.InvariantCulture) + by:D10} 00000 n");

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"xref\n[\d\s]*\n(?:[\d ]+[nf]\s*|\d+ \d+\s*)*trailer")]
    private static partial Regex Table();

    [GeneratedRegex(@"trailer[^%]*startxref")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"(\d{10}) 00000 n")]
    private static partial Regex Entry();
}
