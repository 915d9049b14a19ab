using System.IO.Compression;
using System.Text;
using Bulletins.Ingest;
using Bulletins.Tests.Support;

namespace Bulletins.Tests.Ingest;

public class DocxTests
{
    private const string Cell = "<w:tc><w:p>{0}</w:p></w:tc>";

    /// <summary>What stands in the body, the words laid out, and the hints as kind, level and words.</summary>
    public static TheoryData<string, string, string> Documents => new()
    {
        { Docx.Paragraph("甲班") + Docx.Paragraph("") + Docx.Paragraph("乙班\n第二行"), "甲班\n\n乙班\n第二行", "" },
        { Docx.Paragraph("喜报", "<w:pStyle w:val='1'/>") + Docx.Paragraph("小节", "<w:pStyle w:val='sub'/>") + Docx.Paragraph("圈", "<w:pStyle w:val='loop'/>"), "喜报\n\n小节\n\n圈", "Heading1[喜报] Heading3[小节]" },
        { "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>小标题</w:t></w:r></w:p>" + Docx.Paragraph("正文不加粗，也比较长。"), "小标题\n\n正文不加粗，也比较长。", "Strong0[小标题]" },
        { "<w:p><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>不加粗</w:t></w:r></w:p>" + Docx.Paragraph("正文。"), "不加粗\n\n正文。", "" },
        { "<w:p><w:r><w:rPr><w:sz w:val='32'/></w:rPr><w:t>大字</w:t></w:r></w:p>" + Docx.Paragraph("正文小一些。"), "大字\n\n正文小一些。", "Strong0[大字]" },
        { "<w:p>" + Docx.Run("产量") + "<w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>" + Docx.Run("吨") + "</w:p>", "产量12吨", "" },
        { "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>", "移来", "" },
        { Docx.Paragraph("前半句，", "<w:rPr><w:del w:id='1'/></w:rPr>") + Docx.Paragraph("后半句。"), "前半句，后半句。", "" },
        { "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>" + Docx.Run("可见") + "</w:p>", "可见", "" },
        { "<w:p>" + Docx.Run("第") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>" + Docx.Run("期") + "</w:p>", "第3期", "" },
        { "<w:p>" + Docx.Run("面积9m") + "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>" + Docx.Run("，A\u00a0B") + "<w:r><w:tab/><w:t>C</w:t><w:noBreakHyphen/><w:t>D</w:t></w:r></w:p>", "面积9m²，A\u00a0B C-D", "" },
        { "<w:p><mc:AlternateContent><mc:Choice Requires='wps'>" + Docx.Run("新") + "</mc:Choice><mc:Fallback>" + Docx.Run("旧") + "</mc:Fallback></mc:AlternateContent></w:p>", "新", "" },
        { "<w:p>" + Docx.Run("正文。") + "<w:r><w:pict><w:txbxContent><w:p>" + Docx.Run("文本框") + "</w:p></w:txbxContent></w:pict></w:r>" + Docx.Run("接着。") + "</w:p>" + Docx.Paragraph("后文"), "正文。接着。\n\n文本框\n\n后文", "" },
        { "<w:sdt><w:sdtPr/><w:sdtContent>" + Docx.Paragraph("控件里") + "</w:sdtContent></w:sdt><w:p><w:hyperlink>" + Docx.Run("链接") + "</w:hyperlink></w:p>", "控件里\n\n链接", "" },
        { Table("月份|产量", "1月|12吨") + Docx.Paragraph("后文"), "月份 | 产量\n1月 | 12吨\n\n后文", "Table0[月份 | 产量] Table0[1月 | 12吨]" },
        { Table("左栏的正文很长很长。|右栏"), "左栏的正文很长很长。\n\n右栏", "" },
        { "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr>" + Cell.Replace("{0}", Docx.Run("删"), StringComparison.Ordinal) + "</w:tr><w:tr>" + Cell.Replace("{0}", Docx.Run("留"), StringComparison.Ordinal) + "</w:tr></w:tbl>", "留", "" },
        { Item("强基", 0) + Item("甲", 1) + Item("乙", 1) + Item("提质", 0) + Item("丙", 1) + Item("丁", 2), "一、强基\n\n（一）甲\n\n（二）乙\n\n二、提质\n\n（一）丙\n\n1. 丁", "ListItem1[一、强基] ListItem1[（一）甲] ListItem1[（二）乙] ListItem1[二、提质] ListItem1[（一）丙] ListItem1[1. 丁]" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void ADocumentIsLaidOutAsText(string body, string text, string hints)
    {
        var source = Read(Docx.Of(body));
        Assert.Equal(text, source.Text);
        Assert.Equal(hints, string.Join(' ', source.Markup.Blocks.Select(b => $"{b.Kind}{(b.Kind == MarkupKind.ListItem ? 1 : b.Level)}[{source.Text.Substring(b.Start, b.Length)}]")));
        Assert.Null(source.Encoding);
        Assert.Empty(InvariantChecks.RepairsReplay(source));
    }

    [Fact]
    public void HeadersAreSetAsideWithAWarningAndNotesFollowTheText()
    {
        var source = Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "11-word.docx")));
        Assert.Equal(["page-furniture"], source.Warnings.Select(w => w.Code));
        Assert.EndsWith("\n\n注：综采工效按出勤工日计算。", source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("副本", source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(900)]
    [InlineData(-30)]
    public void ACutDocumentIsAnError(int length)
    {
        var whole = Docx.Of(Docx.Paragraph("产量12吨。"));
        var error = Error(whole[..(length < 0 ? whole.Length + length : length)]);
        Assert.True(error.Code is "damaged" or "binary", error.Code);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document {N}><w:body><w:p><w:r><w:t>甲&x;</w:t></w:r></w:p></w:body></w:document>", "DTD")]
    [InlineData("<w:document {N}><w:body><w:p><w:r><w:t>甲</w:r></w:p></w:body></w:document>", "damaged")]
    [InlineData("no xml", "damaged")]
    [InlineData("", "damaged")]
    public void AMainPartThatIsNoPlainXmlIsAnError(string part, string word)
    {
        var error = Error(Docx.OfPart(part.Replace("{N}", Docx.Namespaces, StringComparison.Ordinal)));
        Assert.Equal("damaged", error.Code);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADocumentNestedTooDeepIsAnErrorAndNoCrash()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 100_000));
        Assert.Equal("damaged", Error(Docx.OfPart($"<w:document {Docx.Namespaces}><w:body>{deep}")).Code);
        var nested = Read(Docx.Of(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 400)) + Docx.Paragraph("深") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 400))));
        Assert.Equal("深", nested.Text);
    }

    [Fact]
    public void ABombIsAnErrorThatSaysSo()
    {
        var error = Error(Docx.OfPart(new string(' ', 30_000_000)));
        Assert.Equal("too-large", error.Code);
        Assert.Contains("zip bomb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BytesThrownIntoADocumentNeverThrow()
    {
        var whole = Docx.Of(Docx.Paragraph("产量12吨，节电3万度。"));
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var bytes = whole.ToArray();
            for (var i = 0; i < 6; i++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            var result = SourceReader.Read(new MemoryStream(bytes), "a.docx", BulletinOptions.Default);
            Assert.True(result.Succeeded || result.Error.Message.Length > 0);
        }
    }

    [Fact]
    public void TheContentTellsADocumentWhateverItIsCalled() =>
        Assert.Equal("甲", SourceReader.Read(new MemoryStream(Docx.Of(Docx.Paragraph("甲"))), "a.txt", BulletinOptions.Default).Source?.Text);

    [Fact]
    public void AnEncryptedDocumentSaysThatItsPasswordMustGo()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Assert.Contains("password", Error(bytes).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.doc", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "soffice")]
    [InlineData("a.wps", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "WPS")]
    [InlineData("a.ceb", "anything", "Apabi")]
    [InlineData("a.rtf", "{\\rtf1 x}", "soffice")]
    public void OldFormatsSayWhatToConvertThemWith(string path, string content, string word)
    {
        var error = SourceReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(content)), path, BulletinOptions.Default).Error;
        Assert.Equal("binary", error?.Code);
        Assert.Contains(word, error!.Message, StringComparison.Ordinal);
    }

    private static string Table(params string[] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(r => "<w:tr>" + string.Concat(r.Split('|').Select(c => Cell.Replace("{0}", Docx.Run(c), StringComparison.Ordinal))) + "</w:tr>")) + "</w:tbl>";

    private static string Item(string text, int level) => Docx.Paragraph(text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr>");

    private static DocumentError Error(byte[] bytes) => SourceReader.Read(new MemoryStream(bytes), "a.docx", BulletinOptions.Default).Error ?? throw new InvalidOperationException("it was read");

    private static SourceText Read(byte[] bytes)
    {
        var result = SourceReader.Read(new MemoryStream(bytes), "a.docx", BulletinOptions.Default);
        Assert.True(result.Succeeded, result.Error?.Message);
        return result.Source;
    }
}
