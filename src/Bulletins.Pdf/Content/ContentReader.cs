using Bulletins.Pdf.Fonts;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Content;

/// <summary>Runs the content of one page: the operators that move, set and show text, and those that divide a page.</summary>
internal sealed class ContentReader
{
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
    private readonly GraphicsStack states = new();
    private readonly MarkedContent marked;

    public ContentReader(PdfFile file, FontLoader fonts, OptionalContent layers, PageCollector collector)
    {
        (this.file, this.fonts, this.layers, this.collector) = (file, fonts, layers, collector);
        text = new TextShower(collector);
        path = new PathTracker(collector);
        marked = new MarkedContent(collector);
    }

    public void Run(ReadOnlyMemory<byte> content, PdfDictionary resources, in Matrix page)
    {
        states.State.Transform = page;
        Run(content, new ResourceScope(file, resources, null), 0);
    }

    private void Run(ReadOnlyMemory<byte> content, ResourceScope resources, int depth)
    {
        var lexer = Lexer.Of(content);
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

    private void Execute(Lexer lexer, ResourceScope resources, int depth)
    {
        var (o, state) = (operands, states.State);
        switch (Op(lexer.Keyword))
        {
            case 'q':
                states.Save();
                break;
            case 'Q':
                states.Restore();
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
                marked.Begin(false, null);
                break;
            case ('B' << 16) | ('D' << 8) | 'C':
                Mark(resources, o.Value<string>(1), o.Value<object>(0));
                break;
            case ('E' << 16) | ('M' << 8) | 'C':
                marked.End();
                break;
            default:
                path.Execute(Op(lexer.Keyword), o, state.Transform, !marked.IsHidden);
                break;
        }
    }

    private void Mark(ResourceScope resources, string? tag, object? properties)
    {
        properties = properties is string name ? resources.Find("Properties", name) : properties;
        marked.Begin(tag == "OC" && layers.IsHidden(properties), file.Resolve(properties) as PdfDictionary);
    }

    private void Show(byte[]? bytes) => text.Show(bytes, states.State, marked.IsHidden, file.Budget);

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
                text.Kern(item.Number, states.State);
            }
        }
    }

    private PdfFont? FindFont(ResourceScope resources, string? name) => name is null ? null : fonts.Load(resources.Find("Font", name));

    private void ApplyState(ResourceScope resources, string? name)
    {
        if (name is not null && file.Resolve(resources.Find("ExtGState", name)) is PdfDictionary settings
            && file.Get<PdfArray>(settings, "Font") is { Count: >= 2 } font && file.Resolve(font.Items[1]) is double size)
        {
            (states.State.Font, states.State.FontSize) = (fonts.Load(font.Items[0]), size);
        }
    }

    private void Draw(ResourceScope resources, string? name, int depth)
    {
        if (name is null || marked.IsHidden || file.Resolve(resources.Find("XObject", name)) is not PdfStream drawn || layers.IsHidden(drawn.Raw("OC")))
        {
            return;
        }

        if (file.GetName(drawn, "Subtype") == "Image")
        {
            collector.AddPicture(states.State.Transform.Apply(0, 0, 1, 1));
            return;
        }

        if (depth >= MaxFormDepth || file.GetName(drawn, "Subtype") != "Form" || !running.Add(drawn))
        {
            return;
        }

        var (level, open) = (states.Enter(), marked.Count);
        states.State.Transform = Matrix.Of(file.GetNumbers(drawn, "Matrix")).Then(states.State.Transform);
        Run(FormContent(drawn), file.Get<PdfDictionary>(drawn, "Resources") is { } own ? new ResourceScope(file, own, resources) : resources, depth + 1);
        running.Remove(drawn);
        marked.EndDownTo(open);
        states.Leave(level);
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
