namespace Bulletins.Checking;

/// <summary>What a rule finds and what it leaves alone, in one language.</summary>
public sealed record CheckText(string Title, string Finds, string LeavesAlone, string Advice);

/// <summary>One kind of finding, as <c>bulletins explain RULE</c> documents it.</summary>
public sealed record CheckRule(string Id, CheckArea Area, Severity Default, CheckText English, CheckText Chinese)
{
    public CheckText In(string language) => language == "zh" ? Chinese : English;
}
