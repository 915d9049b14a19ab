using System.Text;
using Bulletins.Pdf.Objects;

namespace Bulletins.Pdf.Fonts;

/// <summary>Makes fonts out of font dictionaries; one that is used on many pages is made once.</summary>
internal sealed class FontLoader(PdfFile file)
{
    private readonly Dictionary<PdfReference, PdfFont> loaded = [];
    private readonly Dictionary<PdfDictionary, PdfFont> direct = [];
    private readonly PdfDictionary missing = new();
    private int ids;

    /// <summary>The font of an entry of a page's resources; a damaged one still shows letters, unmapped.</summary>
    public PdfFont Load(object? entry)
    {
        if (entry is PdfReference reference)
        {
            if (!loaded.TryGetValue(reference, out var font))
            {
                font = Make(file.Resolve(reference) as PdfDictionary ?? new PdfDictionary());
                loaded[reference] = font;
            }

            return font;
        }

        var dictionary = entry as PdfDictionary ?? missing;
        if (!direct.TryGetValue(dictionary, out var made))
        {
            made = Make(dictionary);
            direct[dictionary] = made;
        }

        return made;
    }

    private PdfFont Make(PdfDictionary font) => file.GetName(font, "Subtype") == "Type0" ? Composite(font) : Simple(font);

    private CompositeFont Composite(PdfDictionary font)
    {
        var descendants = file.Get<PdfArray>(font, "DescendantFonts");
        var descendant = (descendants is { Count: > 0 } ? file.Resolve(descendants.Items[0]) as PdfDictionary : null) ?? new PdfDictionary();
        var descriptor = file.Get<PdfDictionary>(descendant, "FontDescriptor");
        var encoding = Map(font.Raw("Encoding"), 0) ?? new IdentityMap(false);
        var program = descriptor is null ? null : Program(descriptor);
        var info = file.Get<PdfDictionary>(descendant, "CIDSystemInfo");
        var ordering = info is not null && file.Get<PdfString>(info, "Ordering") is { } name ? Encoding.Latin1.GetString(name.Bytes) : null;
        ordering = CidCollection.Find(ordering) is null ? encoding.Ordering ?? ordering : ordering;
        var texts = new CidTexts(ToUnicode(font), encoding, ordering, program, program is TrueTypeProgram { Ordering: null } ? GlyphOfCid(descendant) : null);
        return new CompositeFont(new LetterFont(NameOf(font), ids++, encoding.IsVertical), encoding, texts, new CidWidths(file, descendant));
    }

    private Func<int, int> GlyphOfCid(PdfDictionary descendant)
    {
        if (file.Get<PdfStream>(descendant, "CIDToGIDMap") is not { } stream)
        {
            return cid => cid;
        }

        var map = new FontBytes(file.Decode(stream));
        return cid => map.U16(2L * cid);
    }

    private SimpleFont Simple(PdfDictionary font)
    {
        var name = NameOf(font);
        var descriptor = file.Get<PdfDictionary>(font, "FontDescriptor");
        var program = descriptor is null ? null : Program(descriptor);
        var toUnicode = ToUnicode(font);
        var encoding = new SimpleEncodingReader(file, font, name, descriptor, program);
        var readsGbk = toUnicode is null && program is null && file.GetName(font, "Subtype") != "Type3" && ChineseFontNames.IsChinese(name);
        return new SimpleFont(new LetterFont(name, ids++, false), Text, SimpleWidths.Of(file, font, descriptor, name), readsGbk);

        (string?, LetterMapping) Text(int code) =>
            toUnicode?.Text(new CharacterCode(code, 1)) is { } text ? (text, LetterMapping.Mapped) : encoding.Text(code);
    }

    private CharacterMap? ToUnicode(PdfDictionary font)
    {
        var entry = file.Get(font, "ToUnicode");
        // A name instead of a map: the codes are UTF-16.
        return entry is PdfName name && name.Value.StartsWith("Identity", StringComparison.Ordinal) ? new UnicodeMap(2, "", false)
            : entry is PdfStream stream ? NotEmpty(new CMapParser(file.Decode(stream), file.Budget).Parse(false, Map(stream.Raw("UseCMap"), 0)))
            : null;

        static EmbeddedMap? NotEmpty(EmbeddedMap map) => map.Count > 0 || map.Ordering is not null ? map : null;
    }

    private CharacterMap? Map(object? entry, int depth) => depth > 8 ? null : file.Resolve(entry) switch
    {
        PdfName name => PredefinedMaps.Find(name.Value),
        PdfStream stream => new CMapParser(file.Decode(stream), file.Budget).Parse(file.GetNumber(stream, "WMode") == 1, Map(stream.Raw("UseCMap"), depth + 1)),
        _ => null,
    };

    private FontProgram? Program(PdfDictionary descriptor)
    {
        if ((file.Get<PdfStream>(descriptor, "FontFile2") ?? file.Get<PdfStream>(descriptor, "FontFile3")) is { } stream)
        {
            var data = file.Decode(stream);
            var isSfnt = data.Length > 12 && (data.AsSpan(0, 4) is [0, 1, 0, 0] || data.AsSpan().StartsWith("OTTO"u8) || data.AsSpan().StartsWith("true"u8) || data.AsSpan().StartsWith("ttcf"u8));
            return isSfnt ? new TrueTypeProgram(data) : CffProgram.TryRead(data);
        }

        return file.Get<PdfStream>(descriptor, "FontFile") is { } type1 ? new Type1Program(file.Decode(type1)) : null;
    }

    private string NameOf(PdfDictionary font)
    {
        var name = file.GetName(font, "BaseFont") ?? file.GetName(font, "Name") ?? "";
        // A subset's tag: six capitals and a plus sign.
        name = name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;
        return ChineseFontNames.Decode(name);
    }
}
