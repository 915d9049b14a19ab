namespace Bulletins.Pdf.Content;

/// <summary>An operand: a number where <see cref="Value"/> is null, else a name (string), a string (byte[]) or an object.</summary>
internal readonly record struct Operand(double Number, object? Value);

/// <summary>The operands in front of an operator. Only the last few matter; nobody writes more.</summary>
internal sealed class Operands
{
    private const int Kept = 64;
    private readonly Operand[] items = new Operand[Kept];

    public int Count { get; private set; }

    /// <summary>The items of the last array.</summary>
    public List<Operand> Array { get; } = [];

    public void Clear() => Count = 0;

    public void Push(double number) => Push(new Operand(number, null));

    public void Push(object value) => Push(new Operand(0, value));

    /// <summary>The operand <paramref name="back"/> places before the last one; 0 for one that is missing.</summary>
    public double Number(int back) => back < Count && items[Count - 1 - back] is { Value: null } item ? item.Number : 0;

    public T? Value<T>(int back) where T : class => back < Count ? items[Count - 1 - back].Value as T : null;

    public Matrix Matrix() => new(Number(5), Number(4), Number(3), Number(2), Number(1), Number(0));

    private void Push(Operand operand)
    {
        if (Count < Kept)
        {
            items[Count++] = operand;
        }
    }
}
