namespace Bulletins.Segment;

/// <summary>What a block can be on a page. The roles with After stand below the body they belong to, as newspaper text often has them.</summary>
internal enum Role
{
    Section, Kicker, Head, Sub, Byline, Header, Open, Text, Subhead, Item, Verse, Caption, Credit,
    KickerAfter, HeadAfter, SubAfter, BylineAfter, SectionAfter,
}
