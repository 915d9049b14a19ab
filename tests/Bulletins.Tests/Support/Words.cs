namespace Bulletins.Tests.Support;

/// <summary>Word tables for invented bulletins. Places, firms and people do not exist.</summary>
internal static class Words
{
    public static readonly string[] Places = ["石岭", "澄江", "北崖", "云梯", "临渡", "青峪", "海棠湾", "白桦", "长汀口", "玉门槛", "金水滩", "野狐沟"];

    public static readonly string[] Trades = ["铝业", "钢铁", "煤业", "水泥", "港务", "电力", "化工", "纺织", "机车", "冶金", "造纸", "盐业"];

    public static readonly string[] Forms = ["公司", "集团", "有限公司", "分公司", "厂"];

    public static readonly string[] Units = ["电解车间", "动力部", "检修中心", "熔铸工区", "物流部", "化验室", "第三作业区", "党群工作部", "综合管理部", "矿山事业部"];

    public static readonly string[] Surnames = ["王", "李", "袁", "叶", "尧", "田", "郭", "冯", "欧阳", "祝", "秦", "沈"];

    public static readonly string[] Given = ["建国", "晓燕", "一鸣", "志远", "秋", "红梅", "文博", "力", "海涛", "曰升", "伊宁", "苑"];

    public static readonly string[] HeadlineHeads = ["攻坚克难", "降本增效", "匠心筑梦", "安全为先", "绿色发展", "创新驱动", "党旗飘扬", "精益求精"];

    public static readonly string[] HeadlineTails = ["谱新篇", "结硕果", "开新局", "见实效", "展风采", "添动能", "固根基", "迎佳绩"];

    public static readonly string[] Subheads = ["抓管理 严标准", "强基础 补短板", "育人才 聚合力", "盯指标 挖潜力", "促融合 解难题"];

    /// <summary>{0} a unit, {1} and {2} numbers that are written out by the generator.</summary>
    public static readonly string[] Sentences =
    [
        "{0}把节能降耗作为全年工作的重点，组织职工逐项查找漏洞。",
        "今年以来，{0}累计节约电费{1}万元，同比增长{2}%。",
        "“设备就是我们的伙伴，要像爱护眼睛一样爱护它。”班长在交接班会上对大家说。",
        "通过优化工艺流程，{0}将单槽日产量提高到{1}吨，废品率由{2}%降至0.8%。",
        "为了不影响生产，检修人员连夜更换轴承{1}套，比计划提前{2}天完成任务。",
        "在抢修现场，党员突击队冒着严寒清理管道，保证了供热系统的稳定运行。",
        "一季度，{0}完成产值{1}亿元，利润同比增加{2}万元。",
        "职工们纷纷表示，要立足岗位、苦练本领，为企业的发展作出更大的贡献。",
        "截至目前，{0}已开展安全培训{1}场次，整改隐患{2}项，整改率达到100%。",
        "该单位还与当地的医院、学院签订协议，为{1}名职工做了健康体检。",
        "冶金炉前热浪滚滚，野外作业的测量员却顾不上擦一把汗。",
        "吨铝综合交流电单耗下降{1}千瓦时，全年可减少碳排放{2}万吨。",
    ];

    public static readonly string[] Captions = ["图为检修人员正在更换轴承。", "炉前工在观察火焰。", "党员突击队清理管道现场。"];

    public static readonly string[] Sections = ["基层动态", "学习园地", "先锋风采", "经营之窗", "文化长廊"];
}
