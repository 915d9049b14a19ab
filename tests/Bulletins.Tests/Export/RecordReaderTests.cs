using System.Text;
using Bulletins.Export;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Export;

public class RecordReaderTests
{
    [Fact]
    public void WhatWasWrittenIsReadBackByteForByte()
    {
        foreach (var layout in new[] { new[] { Records.Full }, [Records.Full, Records.Full], [Records.Full, Records.Error] })
        {
            var written = Write(layout);
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Write([.. RecordReader.Read(written)])));
        }
    }

    [Fact]
    public void EveryExpectedSampleIsReadBackByteForByte()
    {
        foreach (var path in Directory.EnumerateFiles(SourceTree.Samples, "*.expected.json"))
        {
            var bytes = File.ReadAllBytes(path);
            Assert.True(bytes.AsSpan().SequenceEqual(Write([.. RecordReader.Read(bytes)])), path);
        }
    }

    [Theory]
    [InlineData("", "it is no JSON: line 1")]
    [InlineData("{\n  \"schema\": }", "it is no JSON: line 2")]
    [InlineData("[1]", "[0] is not an object")]
    [InlineData("{\"schema\":\"other/1\"}", "its schema is other/1, not bulletins/1")]
    [InlineData("{\"schema\":\"bulletins/1\",\"document_id\":3}", "document_id is not a text")]
    [InlineData("{\"schema\":\"bulletins/1\"}", "document_id is missing")]
    public void WhatIsNoRecordIsToldWithItsPlace(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => RecordReader.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void AFieldOfALaterVersionIsPassedOverAndAnOldRecordMayLackOnesThatMayBeNull()
    {
        var text = Encoding.UTF8.GetString(Write([Records.Full]));
        var other = text.Replace("\"encoding\": \"gb18030\",", "\"mood\": \"glad\",", StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        Assert.Null(Assert.Single(RecordReader.Read(Encoding.UTF8.GetBytes("\ufeff" + other))).Document!.Encoding);
    }

    private static byte[] Write(IReadOnlyList<ExportRecord> records)
    {
        using var stream = new MemoryStream();
        using (var writer = new JsonRecordWriter(stream, JsonLayout.Document))
        {
            foreach (var record in records)
            {
                writer.Write(record);
            }

            writer.Complete();
        }

        return stream.ToArray();
    }
}
