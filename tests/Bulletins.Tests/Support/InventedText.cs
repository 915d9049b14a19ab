using System.Text;

namespace Bulletins.Tests.Support;

/// <summary>Invents bulletin prose by filling frames; the words hold many characters that garble is made of.</summary>
public static class InventedText
{
    private static readonly string[] Units = ["冶炼厂", "选矿车间", "动力分厂", "野外勘探队", "职工医院", "原料车间", "设计院", "窑炉工段", "能源中心", "遥感测绘队"];
    private static readonly string[] Doings =
    [
        "更换了老化的电缆", "清理了窑头积料", "完成了阀门检修", "组织员工学习操作规程", "对冶金炉进行了点检", "把隐患消灭在萌芽状态", "缩短了停机时间",
        "走访慰问了困难党员", "开展了应急演练", "优化了工艺流程", "提高了原料利用率", "解决了多年没有解决的难题",
    ];

    private static readonly string[] Aims = ["保证了安全生产", "受到大家好评", "取得良好效果", "为全年目标打下基础", "降低了能源消耗", "改善了职工的工作环境", "实现了预期的愿望"];
    private static readonly string[] Slogans = ["安全第一", "大干一百天", "我为企业献一策", "降本增效", "师带徒", "比学赶帮超"];
    private static readonly string[] Titles = ["安全生产法", "员工手册", "设备管理办法", "关于加强能源管理的通知"];
    private static readonly string[] Counted = ["万元", "吨", "台", "人次", "项", "千瓦时", "米"];
    private static readonly string[] Sayers = ["厂长", "班长", "技术员", "老师傅", "车间主任"];

    public static string Page(Random random) => string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => Paragraph(random)));

    public static string Paragraph(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(3, 7); i > 0; i--)
        {
            text.Append(Sentence(random));
        }

        return text.ToString();
    }

    private static string Sentence(Random random)
    {
        return random.Next(9) switch
        {
            0 => $"{random.Next(2001, 2030)}年{random.Next(1, 13)}月{random.Next(1, 29)}日，{Of(Units)}{Of(Doings)}，{Of(Aims)}。",
            1 => $"{Of(Units)}围绕“{Of(Slogans)}”活动，{Of(Doings)}、{Of(Doings)}，{Of(Aims)}。",
            2 => $"{Of(Sayers)}说：“我们{Of(Doings)}，{Of(Aims)}。”",
            3 => $"截至目前，{Of(Units)}共节约费用{Number()}{Of(Counted)}，同比增长{Number()}%；{Of(Aims)}。",
            4 => $"会议学习了《{Of(Titles)}》和《{Of(Titles)}》，要求{Of(Units)}、{Of(Units)}抓好落实。",
            5 => $"{Of(Units)}（{Of(Units)}协助）{Of(Doings)}，合格率由{Number()}%提高到{Number()}%。",
            6 => $"能不能按期完成？{Of(Sayers)}们的回答是：能！",
            7 => $"经过{random.Next(2, 60)}天的努力，{Of(Units)}{Of(Doings)}；{Of(Units)}{Of(Doings)}，{Of(Aims)}。",
            _ => $"今年以来，{Of(Units)}{Of(Doings)}，先后消除缺陷{random.Next(2, 400)}项，{Of(Aims)}。",
        };

        string Of(string[] words) => words[random.Next(words.Length)];
        string Number() => random.Next(3) == 0 ? $"{random.Next(1, 99)}.{random.Next(1, 99)}" : $"{random.Next(2, 900)}";
    }
}
