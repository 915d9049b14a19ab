using Bulletins.Pdf.Fonts;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>Runs the content of one page: the operators that move, set and show text, and those that divide a page.</summary>
internal sealed class ContentReader
{
    private const int MaxSaved = 512;
    private const int MaxFormDepth = 24;
    private const int CachedForms = 32;

    private readonly PdfFile file;
    private readonly FontLoader fonts;
    private readonly OptionalContent layers;
    private readonly PageCollector collector;
    private readonly TextShower text;
    private readonly PathTracker path;
    private readonly HashSet<PdfStream> running = [];
    private readonly Dictionary<PdfStream, byte[]> forms = [];
    private readonly Operands operands = new();
    private readonly List<GraphicsState> saved = [];
    private readonly List<bool> marked = [];
    private GraphicsState state = new();
    private int hidden;
    private int unsaved;

    public ContentReader(PdfFile file, FontLoader fonts, OptionalContent layers, PageCollector collector)
    {
        (this.file, this.fonts, this.layers, this.collector) = (file, fonts, layers, collector);
        text = new TextShower(collector);
        path = new PathTracker(collector);
    }

    public void Run(byte[] content, PdfDictionary resources, in Matrix page)
    {
        state.Transform = page;
        Run(content, resources, 0);
    }

    private void Run(byte[] content, PdfDictionary resources, int depth)
    {
        var lexer = new Lexer(content);
        operands.Clear();
        while (true)
        {
            switch (lexer.Next())
            {
                case TokenKind.End:
                    return;
                case TokenKind.Number:
                    operands.Push(lexer.Number);
                    break;
                case TokenKind.Name:
                    operands.Push(lexer.Name);
                    break;
                case TokenKind.String:
                    operands.Push(lexer.Text);
                    break;
                case TokenKind.ArrayOpen:
                    ReadArray(lexer);
                    break;
                case TokenKind.DictionaryOpen:
                    operands.Push(new ObjectParser(lexer, file.Budget.Limits.Nesting).Read(TokenKind.DictionaryOpen) ?? "");
                    break;
                case TokenKind.Keyword:
                    file.Budget.SpendOperator();
                    Execute(lexer, resources, depth);
                    operands.Clear();
                    break;
            }
        }
    }

    private void ReadArray(Lexer lexer)
    {
        operands.Array.Clear();
        while (true)
        {
            switch (lexer.Next())
            {
                case TokenKind.Number:
                    operands.Array.Add(new Operand(lexer.Number, null));
                    break;
                case TokenKind.String:
                    operands.Array.Add(new Operand(0, lexer.Text));
                    break;
                case TokenKind.ArrayClose or TokenKind.End:
                    operands.Push(operands.Array);
                    return;
                case TokenKind.Keyword when lexer.Keyword.SequenceEqual("TJ"u8) || lexer.Keyword.SequenceEqual("ET"u8):
                    // The bracket was never closed.
                    lexer.Position = lexer.Start;
                    operands.Push(operands.Array);
                    return;
            }
        }
    }

    private static int Op(ReadOnlySpan<byte> word)
    {
        var code = 0;
        foreach (var b in word[..Math.Min(4, word.Length)])
        {
            code = (code << 8) | b;
        }

        return code;
    }

    private void Execute(Lexer lexer, PdfDictionary resources, int depth)
    {
        var o = operands;
        switch (Op(lexer.Keyword))
        {
            case 'q':
                Save();
                break;
            case 'Q':
                Restore();
                break;
            case ('c' << 8) | 'm':
                state.Transform = o.Matrix().Then(state.Transform);
                break;
            case ('B' << 8) | 'T':
                text.Begin();
                break;
            case ('T' << 8) | 'f':
                state.FontSize = o.Number(0);
                state.Font = FindFont(resources, o.Value<string>(1));
                break;
            case ('T' << 8) | 'c':
                state.CharacterSpacing = o.Number(0);
                break;
            case ('T' << 8) | 'w':
                state.WordSpacing = o.Number(0);
                break;
            case ('T' << 8) | 'z':
                state.HorizontalScale = o.Number(0) / 100;
                break;
            case ('T' << 8) | 'L':
                state.Leading = o.Number(0);
                break;
            case ('T' << 8) | 'r':
                state.RenderingMode = (int)o.Number(0);
                break;
            case ('T' << 8) | 's':
                state.Rise = o.Number(0);
                break;
            case ('T' << 8) | 'd':
                text.Move(o.Number(1), o.Number(0));
                break;
            case ('T' << 8) | 'D':
                state.Leading = -o.Number(0);
                text.Move(o.Number(1), o.Number(0));
                break;
            case ('T' << 8) | 'm':
                text.Set(o.Matrix());
                break;
            case ('T' << 8) | '*':
                text.Move(0, -state.Leading);
                break;
            case ('T' << 8) | 'j':
                Show(o.Value<byte[]>(0));
                break;
            case '\'':
                text.Move(0, -state.Leading);
                Show(o.Value<byte[]>(0));
                break;
            case '"':
                (state.WordSpacing, state.CharacterSpacing) = (o.Number(2), o.Number(1));
                text.Move(0, -state.Leading);
                Show(o.Value<byte[]>(0));
                break;
            case ('T' << 8) | 'J':
                ShowArray(o.Value<List<Operand>>(0));
                break;
            case ('D' << 8) | 'o':
                Draw(resources, o.Value<string>(0), depth);
                break;
            case ('g' << 8) | 's':
                ApplyState(resources, o.Value<string>(0));
                break;
            case ('B' << 8) | 'I':
                InlineImage.Skip(lexer);
                break;
            case ('B' << 16) | ('M' << 8) | 'C':
                Mark(false);
                break;
            case ('B' << 16) | ('D' << 8) | 'C':
                Mark(o.Value<string>(1) == "OC" && o.Value<string>(0) is { } layer && layers.IsHidden(Resource(resources, "Properties", layer)));
                break;
            case ('E' << 16) | ('M' << 8) | 'C':
                Unmark();
                break;
            default:
                Path(Op(lexer.Keyword));
                break;
        }
    }

    private void Path(int op)
    {
        var o = operands;
        switch (op)
        {
            case ('r' << 8) | 'e':
                path.Rectangle(o.Number(3), o.Number(2), o.Number(1), o.Number(0), state.Transform);
                break;
            case 'm':
                path.Move(o.Number(1), o.Number(0), state.Transform);
                break;
            case 'l':
                path.Line(o.Number(1), o.Number(0), state.Transform);
                break;
            case 'c' or 'v' or 'y':
                path.Curve(o.Number(1), o.Number(0), state.Transform);
                break;
            case 'h':
                path.Close();
                break;
            case 'S':
                path.Paint(false, hidden == 0);
                break;
            case 's':
                path.Close();
                path.Paint(false, hidden == 0);
                break;
            case 'f' or 'F' or (('f' << 8) | '*'):
                path.Paint(hidden == 0, false);
                break;
            case 'B' or 'b' or (('B' << 8) | '*') or (('b' << 8) | '*'):
                path.Paint(hidden == 0, hidden == 0);
                break;
            case 'n':
                path.Paint(false, false);
                break;
        }
    }

    private void Save()
    {
        if (saved.Count < MaxSaved)
        {
            saved.Add(state with { });
        }
        else
        {
            unsaved++;
        }
    }

    private void Restore()
    {
        if (unsaved > 0)
        {
            unsaved--;
        }
        else if (saved.Count > 0)
        {
            state = saved[^1];
            saved.RemoveAt(saved.Count - 1);
        }
    }

    private void Mark(bool isHidden)
    {
        marked.Add(isHidden);
        hidden += isHidden ? 1 : 0;
    }

    private void Unmark()
    {
        if (marked.Count > 0)
        {
            hidden -= marked[^1] ? 1 : 0;
            marked.RemoveAt(marked.Count - 1);
        }
    }

    private void Show(byte[]? bytes) => text.Show(bytes, state, hidden > 0, file.Budget);

    private void ShowArray(List<Operand>? items)
    {
        foreach (var item in items ?? [])
        {
            if (item.Value is byte[] bytes)
            {
                Show(bytes);
            }
            else
            {
                text.Kern(item.Number, state);
            }
        }
    }

    private object? Resource(PdfDictionary resources, string kind, string name) => file.Get<PdfDictionary>(resources, kind)?.Raw(name);

    private PdfFont? FindFont(PdfDictionary resources, string? name) => name is null ? null : fonts.Load(Resource(resources, "Font", name));

    private void ApplyState(PdfDictionary resources, string? name)
    {
        if (name is not null && file.Resolve(Resource(resources, "ExtGState", name)) is PdfDictionary settings
            && file.Get<PdfArray>(settings, "Font") is { Count: >= 2 } font && file.Resolve(font.Items[1]) is double size)
        {
            (state.Font, state.FontSize) = (fonts.Load(font.Items[0]), size);
        }
    }

    private void Draw(PdfDictionary resources, string? name, int depth)
    {
        if (name is null || hidden > 0 || file.Resolve(Resource(resources, "XObject", name)) is not PdfStream drawn || layers.IsHidden(drawn.Raw("OC")))
        {
            return;
        }

        if (file.GetName(drawn, "Subtype") == "Image")
        {
            collector.AddPicture(state.Transform.Apply(0, 0, 1, 1));
            return;
        }

        if (depth >= MaxFormDepth || file.GetName(drawn, "Subtype") != "Form" || !running.Add(drawn))
        {
            return;
        }

        var (before, depthBefore, unsavedBefore) = (state with { }, saved.Count, unsaved);
        unsaved = 0;
        state.Transform = Matrix.Of(file.GetNumbers(drawn, "Matrix")).Then(state.Transform);
        Run(FormContent(drawn), file.Get<PdfDictionary>(drawn, "Resources") ?? resources, depth + 1);
        running.Remove(drawn);
        saved.RemoveRange(Math.Min(depthBefore, saved.Count), Math.Max(0, saved.Count - depthBefore));
        (state, unsaved) = (before, unsavedBefore);
    }

    private byte[] FormContent(PdfStream form)
    {
        if (!forms.TryGetValue(form, out var content))
        {
            content = file.Decode(form);
            if (forms.Count < CachedForms && content.Length < 1 << 20)
            {
                forms[form] = content;
            }
        }

        return content;
    }
}
