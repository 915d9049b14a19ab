namespace Bulletins;

/// <summary>A place in the source. <see cref="Line"/> and <see cref="Column"/> are 1-based; columns and
/// <see cref="Length"/> count characters (Unicode code points) of the decoded text. A span never crosses a line end.</summary>
public readonly record struct SourceSpan(int Line, int Column, int Length, int? Page = null, Box? Box = null);

/// <summary>A rectangle on a page, in points from the lower left corner.</summary>
public readonly record struct Box(double Left, double Bottom, double Right, double Top);
