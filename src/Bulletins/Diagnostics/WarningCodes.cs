namespace Bulletins.Diagnostics;

/// <summary>What a warning means and what to do about it, in English and Chinese.</summary>
public sealed record WarningDoc(string Code, string English, string EnglishAdvice, string Chinese, string ChineseAdvice)
{
    public string Meaning(string language) => language == "zh" ? Chinese : English;

    public string Advice(string language) => language == "zh" ? ChineseAdvice : EnglishAdvice;
}

/// <summary>Every code that a document's warnings may carry.</summary>
public static class WarningCodes
{
    public static IReadOnlyList<WarningDoc> All { get; } =
    [
        new("encoding-uncertain",
            "No known encoding fits the bytes well; the nearest was taken.",
            "Look at the text. If it is wrong, name the encoding with --encoding, or convert the file to UTF-8 first.",
            "没有一种已知编码与文件完全相符，取了最接近的一种。",
            "看一看文本；如果不对，用 --encoding 指定编码，或先把文件转成 UTF-8。"),
        new("undecodable-bytes",
            "Bytes that are no character of the encoding; U+FFFD stands in their place.",
            "If there are many, the encoding is another one: name it with --encoding. If there are few, the file is damaged there.",
            "有些字节不是该编码的字符，以 U+FFFD 代替。",
            "如果很多，说明编码不对，用 --encoding 指定；如果很少，说明文件在该处已损坏。"),
        new("garble-uncertain",
            "A character may be Founder garble or may be meant literally, and the evidence does not decide; it was left as it is.",
            "Read the sentence both ways; the message says what the other reading would be.",
            "某个字可能是方正乱码，也可能就是原字，依据不足，未作改动。",
            "把句子按两种读法各读一遍；消息里写明了另一种读法。"),
        new("glyph-unknown",
            "A private-use character: only the font that it was printed with knows what it is; it was left as it is.",
            "Look at the printed page, or find a better copy of the text.",
            "私用区字符：只有排版所用的字体知道是什么字，未作改动。",
            "看一看印出来的版面，或找一份更好的文本。"),
        new("text-lost",
            "Text that was lost when the file was converted (锟斤拷, ??? for Chinese); it cannot be recovered.",
            "Find a copy from before the conversion.",
            "转码时已丢失的文字（锟斤拷、???），无法恢复。",
            "找一份转码之前的文本。"),
        new("quote-unpaired",
            "The quotation marks of a paragraph do not come out in pairs; straight ones were left as they are.",
            "Look for the missing mark in the paragraph.",
            "一段里的引号不成对，直引号未作改动。",
            "在该段里找缺少的那个引号。"),
        new("headline-uncertain",
            "A line was taken for a headline that may be something else, or two lines may both be it.",
            "Compare the article's headline with the source at that line.",
            "某一行被当作标题，但也可能不是；或者有两行都可能是标题。",
            "把文章标题与源文件该行对照。"),
        new("byline-uncertain",
            "A line was taken for a byline that may be text, or the other way round.",
            "Compare the article's bylines with the source at that line.",
            "某一行被当作署名，但也可能是正文；或者相反。",
            "把文章署名与源文件该行对照。"),
        new("break-uncertain",
            "Two blocks were joined into one paragraph across a column, a page or something thrown in, and the text does not prove it.",
            "Read the sentence across the joint; the message quotes both sides.",
            "跨栏、跨页或跨过插入内容把两段接成了一段，但文字本身不足以证明。",
            "读一读接缝处的句子；消息里引了两边的文字。"),
        new("page-furniture",
            "A line was taken for part of the page (a page number, a repeated masthead) and belongs to no article.",
            "If it is text, it is missing from the articles: the source has it at that line.",
            "某一行被当作版面要素（页码、重复的报头），不属于任何文章。",
            "如果它其实是正文，文章里就缺了它：见源文件该行。"),
        new("charset-differs",
            "The file names an encoding that its bytes are not in; it was read as what the bytes are.",
            "Look at the text. If it is wrong, name the encoding with --encoding.",
            "文件自称的编码与其字节不符，按字节实际的编码读取。",
            "看一看文本；如果不对，用 --encoding 指定编码。"),
        new("page-mark-differs",
            "A web page says of itself (in meta elements, JSON-LD or Founder's properties) another title, author, source or date than its words do; the words were taken.",
            "Compare both with the page; the message quotes them.",
            "网页自带的标记（meta、JSON-LD、方正属性）里的标题、作者、来源或日期与正文所写不同，取了正文的。",
            "与网页对照；消息里引了两边的文字。"),
        new("unplaced-text",
            "Text that fits no article; it is in no record but in this warning.",
            "Read it in the source at that line. If it belongs to an article, please report the text.",
            "有文字不属于任何文章；除本条警告外，记录里没有它。",
            "到源文件该行读一读；如果它属于某篇文章，请把文本报给我们。"),
        new("unmapped-letters",
            "Letters of a PDF that its fonts do not name: U+FFFD stands for each, in its place.",
            "Look at the page; the message gives page and box. Type the words in, or recognise them (OCR).",
            "PDF 的字体没有说明某些字形是什么字；每个以 U+FFFD 代替，位置保留。",
            "看一看消息里给出的页和位置，手工补录，或用文字识别（OCR）。"),
        new("pdf-damaged",
            "A PDF, or a page of it, is damaged; what could be read was read.",
            "Compare the page with the articles. If something is missing, open the file in a viewer and print it to a new PDF.",
            "PDF 或其中一页已损坏；能读的都读了。",
            "把该页与文章对照；若有缺漏，用阅读器打开后另存为新的 PDF。"),
        new("pdf-limit",
            "Reading a PDF was stopped at a limit of size or time; what had been read until then stands.",
            "The file is built to be large, or is broken. Split it, or print it to a new PDF.",
            "读取 PDF 时到了大小或时间的上限而停止；此前读出的内容保留。",
            "该文件异常庞大或已损坏；拆分它，或另存为新的 PDF。"),
    ];

    public static WarningDoc? Find(string code) => All.FirstOrDefault(w => w.Code == code);
}
