using System.Text.RegularExpressions;

namespace Bulletins.Segment;

/// <summary>Tells lines that a web page prints round its article by their own words: navigation, counters, notices of rights.</summary>
internal static partial class WebWords
{
    [GeneratedRegex(@"^(?:\[?(?:查看原文|阅读原文|原文链接|返回列表|返回首页|返回顶部|打印本页|关闭窗口|上一篇|下一篇|相关阅读|扫码关注|点击查看|分享到|点击上方|点击蓝字|长按识别|识别二维码|点个在看)\]?.{0,60}|阅读\s*[\d.]+万?\+?\s*(?:赞|在看|评论|分享|点赞).{0,30}|https?://\S+|!\[[^\]]*\](?:\([^)]*\))?|[-*_=~—]{3,})$")]
    private static partial Regex Navigation();

    // 当前位置：首页 >> 新闻 | 江城晚报官方网站 | 江城网首页 今天是 | 江城新闻客户端
    [GeneratedRegex(@"^(?:版权所有|Copyright|©|.{0,20}ICP备|ICP证|.{0,30}备案号|[\p{IsCJKUnifiedIdeographs}]{2,10}[报刊]\s*[·•・]\s*(?:专版|副刊|专刊|特刊|专题|要闻|综合)|[\p{IsCJKUnifiedIdeographs}]{2,12}[报刊]\s*[>＞»].{0,12}版|(?:您?的?)?(?:当前的?|现在的?|所在的?|当前所在的?)?位置是?\s*[:：]|.{2,20}官方网站(?:\s|[|｜_]|$)|.{0,20}首页\s*(?:今天是|[|｜>＞»›]|$)|[\p{IsCJKUnifiedIdeographs}]{2,8}客户端$|今天是)")]
    private static partial Regex Site();

    // 图1.jpg | upload/2023/a_01.png: the file of a picture that was left out.
    [GeneratedRegex(@"^[^\s，。；：]{1,80}\.(?:jpe?g|png|gif|bmp|webp)$", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    // ![]() | : a picture in a cell of a page's layout.
    [GeneratedRegex(@"^(?:!\[[^\]]{0,60}\]\([^)]{0,200}\)|[\s|｜])+$")]
    private static partial Regex EmptyCell();

    // 江城网 > 新闻中心 > 企业 > 正文 | 首页>>电力新闻>>正文 | 首页 - 企业之窗 - 正文
    [GeneratedRegex(@"^[•·\s]*(?:您?的?(?:当前的?|现在的?|所在的?|当前所在的?)?位置(?:是|在)?\s*[：:])?[：:\s]*[\p{IsCJKUnifiedIdeographs}A-Za-z·]{1,14}(?:\s*(?:[>＞»›→]+|\s[-—]\s?)\s*[\p{IsCJKUnifiedIdeographs}A-Za-z·]{1,14}){1,6}\s*[>＞»›]*\s*(?:正文|内容)?$")]
    private static partial Regex Trail();

    // m0008版：城市生活 | 第C3版：社会 | 当前版：01版
    [GeneratedRegex(@"^(?:第?\s*\d{1,3}\s*版\s*[（(][）)]|专栏\s*[：:].{0,12}|当前版\s*[：:].{0,60}|第?\s*\d{1,6}\s*期\s*[/：:]\s*第?\s*[A-Z]?\d{1,3}\s*版.{0,14}|(?:第\s*)?[A-Za-z]?\d{1,4}\s*版\s*(?:[（(][）)])?\s*(?:[：:]\s*\S{1,12}|专栏\s*[：:]))$")]
    private static partial Regex Edition();

    // 本帖最后由 某某 于 2022-6-28 编辑 | 123> | 共3页 | 已有5人评论 | 赞（3）. In three patterns, as the compiler would take 10 MB of memory for all in one.
    [GeneratedRegex(@"^(?:本帖最后由.{1,40}编辑|\d{1,9}\s*[>＞»]+|共\s*\d{1,3}\s*页.{0,30}|已有\s*\d+\s*(?:人|条|位).{0,12}评论|img\d{1,3}|(?:https?://|www\.)\S+|赞\s*[（(]\d+[）)])$", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    // 标签：安全 | 全站搜索 | 【责任编辑：】 | 【版次】=02 | （资料图片）
    [GeneratedRegex(@"^(?:(?:标签|TAG|Tags?|关键词|关键字|本文关键词)\s*[：:].{0,80}|(?:关键字|站内|新闻|全站)搜索\s*[：:]?.{0,40}|【?(?:责任编辑|初审编辑|二审编辑|编辑|审核|作者|来源|记者|通讯员|摄影|发布日期|发布时间)\s*[：:]\s*】?|【(?:日期|期号|标题|版次|版名|作者|专栏|正文|类型|报纸名称|关键词|地址)】\s*[=＝].{0,60}|[（(](?:资料图片?|资料照片|网络图片?|效果图|图片来自网络)[）)])$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    // 建议使用IE浏览 | Powered By Founder | 转载请注明出处 | 欢迎您访问本站 | 扫码关注公众号
    [GeneratedRegex(@"^(?:建议使用.{0,30}(?:浏览|显示|分辨率|IE).{0,30}|(?:Produced|Powered)\s+By.{0,40}|[（(]?.{0,14}转载请注明.{0,40}|跟帖评论自律.{0,60}|不良信息举报.{0,60}|欢迎(?:您)?(?:登录|访问|光临|来到).{2,30}|您好[，,]\s*欢迎.{2,40}|(?:关注|扫码关注|长按关注)\S{0,6}(?:公众号|微信|微博|客户端).{0,24})$", RegexOptions.IgnoreCase)]
    private static partial Regex Appeal();

    private static readonly string[] Rights = ["免责声明", "版权声明", "转载", "侵权", "本网", "本站", "不代表", "版权", "注明", "删除", "核实", "投稿邮箱", "授权", "禁止下载", "特别声明", "上传", "存储服务", "内容为作者", "联系我们", "个人观点"];

    /// <summary>True where nothing but words of the page's frame stands on the line.</summary>
    public static bool IsFrame(string text) =>
        text.Length <= 120 && (Navigation().IsMatch(text) || IsListed(text)) || text.Length <= 60 && !Shape.EndsSentence(text) && Site().IsMatch(text)
        || text.Length <= 100 && (Picture().IsMatch(text) || Remark().IsMatch(text) || Label().IsMatch(text) || Appeal().IsMatch(text) || IsMenu(text)) || text.Length <= 260 && EmptyCell().IsMatch(text);

    /// <summary>The trail to a page, the edition it belongs to, or the tools over its text: its title stands below.</summary>
    public static bool IsTrail(string text)
    {
        if (text.Length > 100 || Shape.EndsSentence(text))
        {
            return false;
        }

        var squeezed = Shape.Squeeze(text);
        return Trail().IsMatch(text) && HasPlace(squeezed) || Edition().IsMatch(text) || squeezed is "放大缩小默认" || squeezed.AsSpan(0, Math.Min(12, squeezed.Length)).IndexOf("位置") is >= 0 and <= 7 and var at && squeezed[Math.Min(squeezed.Length - 1, at + (at + 2 < squeezed.Length && squeezed[at + 2] == '是' ? 3 : 2))] is '：' or ':'
            || squeezed.Contains("上一期", StringComparison.Ordinal) && squeezed.Contains("下一期", StringComparison.Ordinal) || squeezed.Contains("上一版", StringComparison.Ordinal) && squeezed.Contains("下一版", StringComparison.Ordinal);
    }

    /// <summary>相关新闻, 网友评论, 分享到: what stands below on a web page is no longer its article.</summary>
    public static bool IsFoot(string text)
    {
        if (text.Length > 120 || Shape.EndsSentence(text))
        {
            return false;
        }

        var squeezed = Shape.Squeeze(text).Trim('【', '】', '[', ']', '■', '●', '>', '|', '：', ':', '-', '—', '*', '◆', '▼');
        // 关于本网 | 版权声明 | 联系我们
        if (text.Contains('|', StringComparison.Ordinal) && (squeezed.Contains("版权声明", StringComparison.Ordinal) || squeezed.Contains("联系我们", StringComparison.Ordinal) || squeezed.Contains("举报电话", StringComparison.Ordinal)))
        {
            return true;
        }

        return Vocabulary.WebFeet.Any(f => squeezed.StartsWith(f.Word, StringComparison.Ordinal) && (f.IsHead || squeezed.Length == f.Word.Length || squeezed[f.Word.Length] is '：' or ':' or '>' or '|' or '(' or '（' or '/'));
    }

    /// <summary>凡本网注明来源…: two words at least of a notice of rights.</summary>
    public static bool IsRights(string text) =>
        text.Length is > 12 and <= 600 && !text.Contains("记者", StringComparison.Ordinal) && RightsIn(text) >= 3 || text.StartsWith("Notice: The content", StringComparison.Ordinal);

    /// <summary>Where a notice of rights begins on a line (责任编辑：季禾免责声明：…); the line's length where none does.</summary>
    public static int RightsStart(string text)
    {
        var at = text.IndexOf("免责声明", StringComparison.Ordinal);
        at = at >= 0 ? at : text.IndexOf("版权声明", StringComparison.Ordinal);
        return at > 0 && at <= 40 && RightsIn(text[at..]) >= 2 ? at : text.Length;
    }

    private static int RightsIn(string text) => Rights.Count(w => text.Contains(w, StringComparison.Ordinal));

    private static bool HasPlace(string squeezed) =>
        squeezed.Contains("首页", StringComparison.Ordinal) || squeezed.EndsWith("正文", StringComparison.Ordinal) || squeezed.Contains("新闻", StringComparison.Ordinal) || squeezed.Contains("当前位置", StringComparison.Ordinal)
        || squeezed.Contains("网>", StringComparison.Ordinal) || squeezed.Contains("动态", StringComparison.Ordinal) || squeezed.Contains("资讯", StringComparison.Ordinal);

    // 首页 | 要闻 | 企业 | 图片 | 视频; 首页 科技资讯 观点: a row of short names that begins at the front page, or a long one between bars.
    private static bool IsMenu(string text)
    {
        if (Shape.EndsSentence(text) || text.AsSpan().IndexOfAny('，', '：', '、') >= 0)
        {
            return false;
        }

        var tokens = text.Split([' ', '\u3000', '|', '｜', '·', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var home = tokens.Length >= 2 && (tokens[0] is "首页" or "网站首页" or "主页" or "首页English" or "返回首页" or "设为首页" || tokens.Length == 1);
        return (home && tokens.Length >= 3 || tokens.Length >= 5 && text.AsSpan().IndexOfAny('|', '｜') > 0) && tokens.All(t => t.Length <= 7) || text is "首页English";
    }

    // 上一篇 下一篇 | 放大 缩小 默认 | 61阅读 0回复: nothing but such words, digits and marks.
    private static bool IsListed(string text)
    {
        if (text.Length > 60 || Shape.EndsSentence(text))
        {
            return false;
        }

        var rest = Shape.Squeeze(text);
        if (rest is "×" or "END" or "End" or "—END—" or "-END-")
        {
            return true;
        }

        // 小 alone may be a letter of a name that was printed downwards.
        if (Shape.HanCount(rest) == 0 || rest.Length == 1)
        {
            return false;
        }

        foreach (var word in Vocabulary.WebFurniture)
        {
            rest = rest.Replace(word, "\0", StringComparison.Ordinal);
        }

        return rest.AsSpan().IndexOfAnyExcept("\0 0123456789.:：|｜/[]【】()（）-—_><＞»×·•,，↑↓→←▲▼“”！!…") < 0;
    }
}
