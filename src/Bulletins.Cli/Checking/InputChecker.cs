using System.Buffers;
using System.Text;
using Bulletins.Checking;
using Bulletins.Cli.Input;
using Bulletins.Diagnostics;
using Bulletins.Export;

namespace Bulletins.Cli.Checking;

/// <summary>Checks one input: reads it, its expected record and its comments, and says what it found. Called on many threads.</summary>
internal sealed class InputChecker(InputReader reader, Expectations expectations, IReadOnlySet<CheckArea>? only, bool update)
{
    public CheckedInput Check(InputFile file, CheckConfig config)
    {
        var expectation = file.Error is null ? expectations.For(file, config) : null;
        byte[]? buffer = null;
        try
        {
            var (record, problem) = Load(expectation?.Record, ref buffer);
            return problem is null ? Check(file, config, expectation, record) : new CheckedInput(file) { Error = problem };
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private CheckedInput Check(InputFile file, CheckConfig config, Expectation? expectation, ReadOnlyMemory<byte>? record)
    {
        var (silences, problem) = Comments(expectation?.Comments);
        var settings = new CheckSettings { Severities = config.Severities, Only = only };
        var (result, error) = problem is not null ? (null, problem) : reader.Read(file, source => Checker.Check(source, new CheckRequest(settings)
        {
            Silences = silences,
            Expected = documents => record is { } written && !IsSame(documents, written) ? Documents(expectation!.Record, written, out problem) : null,
        }));
        if (error is not null || (problem is not null && !update))
        {
            return new CheckedInput(file) { Error = error ?? problem };
        }

        var missing = record is null && expectation is { IsDemanded: true } && !update ? Missing(file, expectation, settings) : null;
        return new CheckedInput(file)
        {
            Findings = missing is null ? result!.Findings : [missing, .. result!.Findings],
            Expected = record is null ? null : expectation!.Record,
            Update = update && expectation is not null ? Update(file, expectation, record, result.Documents) : null,
        };
    }

    /// <summary>The same bytes: nothing to read, nothing to compare.</summary>
    private static bool IsSame(IReadOnlyList<Document> documents, ReadOnlyMemory<byte> record)
    {
        using var stream = new ComparingStream(record);
        Expectations.Print(documents, Expectations.SourceOf(record.Span) ?? "", stream);
        return stream.IsEqual;
    }

    /// <summary>The record to write; null where it stands so, line ends apart, which git may have changed.</summary>
    private static (string Path, byte[] Bytes, bool IsNew)? Update(InputFile file, Expectation expectation, ReadOnlyMemory<byte>? record, IReadOnlyList<Document> documents)
    {
        using var stream = new MemoryStream();
        Expectations.Print(documents, (record is { } named ? Expectations.SourceOf(named.Span) : null) ?? Expectations.NewSource(file, expectation.Record), stream);
        var printed = stream.ToArray();
        return record is { } written && printed.AsSpan().SequenceEqual(written.ToArray().Where(b => b != '\r').ToArray()) ? null : (expectation.Record, printed, record is null);
    }

    private static Finding? Missing(InputFile file, Expectation expectation, CheckSettings settings) => settings.Of(DifferenceRules.ExpectationMissing) is var severity && severity == Severity.Off ? null : new Finding
    {
        Rule = DifferenceRules.ExpectationMissing,
        Severity = severity,
        Source = file.Source,
        Message = $"there is no {expectation.Record}; --update writes it",
    };

    private static (SilenceFile Silences, DocumentError? Error) Comments(string? path)
    {
        byte[]? buffer = null;
        var (bytes, problem) = Load(path, ref buffer);
        var silences = bytes is { } text ? SilenceFile.Parse(path!, Encoding.UTF8.GetString(text.Span)) : SilenceFile.None;
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (silences, problem);
    }

    /// <summary>A file's bytes in a rented buffer: records are larger than their inputs, and a run reads thousands.</summary>
    private static (ReadOnlyMemory<byte>? Bytes, DocumentError? Error) Load(string? path, ref byte[]? buffer)
    {
        if (path is null || !File.Exists(path))
        {
            return (null, null);
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(stream.Length, Array.MaxLength));
            var read = stream.ReadAtLeast(buffer, (int)Math.Min(stream.Length, Array.MaxLength), throwOnEndOfStream: false);
            return (buffer.AsMemory(0, read), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Messages.Unreadable(path, e.Message));
        }
    }

    private static List<Document>? Documents(string path, ReadOnlyMemory<byte> record, out DocumentError? problem)
    {
        try
        {
            problem = null;
            return [.. RecordReader.Read(record).Select(r => r.Document ?? throw new FormatException("it is the record of an input that could not be read"))];
        }
        catch (FormatException e)
        {
            problem = Messages.BadExpectation(path, e.Message);
            return null;
        }
    }
}
