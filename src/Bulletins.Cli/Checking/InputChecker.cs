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
        var expectation = expectations.For(file, config);
        byte[]? record = null;
        string? comments = null;
        DocumentError? problem = null;
        var expected = (IReadOnlyList<Document>?)null;
        if (expectation is not null && file.Error is null)
        {
            (record, problem) = Load(expectation.Record);
            (var bytes, problem) = problem is null ? Load(expectation.Comments) : (null, problem);
            comments = bytes is null ? null : System.Text.Encoding.UTF8.GetString(bytes);
        }

        if (problem is not null)
        {
            return new CheckedInput(file) { Error = problem };
        }

        byte[]? printed = null;
        var request = new CheckRequest(new CheckSettings { Severities = config.Severities, Only = only })
        {
            Silences = comments is null ? SilenceFile.None : SilenceFile.Parse(expectation!.Comments, comments),
            Expected = documents =>
            {
                // The same bytes: nothing to read, nothing to compare.
                printed = record is null && !update || expectation is null ? null
                    : Expectations.Print(documents, Expectations.SourceOf(record) ?? Expectations.NewSource(file, expectation.Record));
                return record is null || printed.AsSpan().SequenceEqual(record) ? null : expected = Documents(expectation!.Record, record, out problem);
            },
        };
        var (result, error) = reader.Read(file, source => Checker.Check(source, request));
        if (error is not null || (problem is not null && !update))
        {
            return new CheckedInput(file) { Error = error ?? problem };
        }

        var missing = record is null && expectation is { IsDemanded: true } && !update ? Missing(file, expectation, request.Settings) : null;
        return new CheckedInput(file)
        {
            Findings = missing is null ? result!.Findings : [missing, .. result!.Findings],
            Expected = record is null ? null : expectation!.Record,
            Update = update && printed is not null && (record is null || Differs(expected, result.Documents, printed, record)) ? (expectation!.Record, printed, record is null) : null,
        };
    }

    /// <summary>Line ends apart (git may have changed them), the bytes decide: an older record may lack fields that say nothing new.</summary>
    private static bool Differs(IReadOnlyList<Document>? expected, IReadOnlyList<Document> actual, byte[] printed, byte[] record) =>
        expected is null && actual.Count > 0 && !printed.AsSpan().SequenceEqual(record) || !printed.Where(b => b != '\r').SequenceEqual(record.Where(b => b != '\r'));

    private static Finding? Missing(InputFile file, Expectation expectation, CheckSettings settings) => settings.Of(DifferenceRules.ExpectationMissing) is var severity && severity == Severity.Off ? null : new Finding
    {
        Rule = DifferenceRules.ExpectationMissing,
        Severity = severity,
        Source = file.Source,
        Message = $"there is no {expectation.Record}; --update writes it",
    };

    private static (byte[]? Bytes, DocumentError? Error) Load(string path)
    {
        try
        {
            return (File.Exists(path) ? File.ReadAllBytes(path) : null, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Messages.Unreadable(path, e.Message));
        }
    }

    private static List<Document>? Documents(string path, byte[] record, out DocumentError? problem)
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
