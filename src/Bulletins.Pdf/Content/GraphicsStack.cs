namespace Bulletins.Pdf.Content;

/// <summary>The graphics state, with what q has saved of it.</summary>
internal sealed class GraphicsStack
{
    private const int MaxSaved = 512;
    private readonly List<GraphicsState> saved = [];
    private int unsaved;

    public GraphicsState State { get; private set; } = new();

    public void Save()
    {
        if (saved.Count < MaxSaved)
        {
            saved.Add(State with { });
        }
        else
        {
            unsaved++;
        }
    }

    public void Restore()
    {
        if (unsaved > 0)
        {
            unsaved--;
        }
        else if (saved.Count > 0)
        {
            State = saved[^1];
            saved.RemoveAt(saved.Count - 1);
        }
    }

    /// <summary>Begins a form: what it changes and saves ends with it.</summary>
    public Level Enter()
    {
        var level = new Level(State with { }, saved.Count, unsaved);
        unsaved = 0;
        return level;
    }

    public void Leave(Level level)
    {
        saved.RemoveRange(Math.Min(level.Saved, saved.Count), Math.Max(0, saved.Count - level.Saved));
        (State, unsaved) = (level.State, level.Unsaved);
    }

    internal readonly record struct Level(GraphicsState State, int Saved, int Unsaved);
}
