namespace Bulletins.Diagnostics;

/// <summary>The wording of what can go wrong with a run's inputs and outputs: what, where, and what to do next.</summary>
public static class Messages
{
    public static DocumentError NotFound(string path) =>
        new(path, "not-found", $"no file or folder is there; check the spelling, or give - to read standard input");

    public static DocumentError NoMatch(string folder, string included, string excluded, string what = "folder") =>
        new(folder, "no-match", $"the {what} holds no file that matches {included}"
            + (excluded.Length > 0 ? $" and is not excluded by {excluded}" : "")
            + "; name other patterns with --include, or name the file itself");

    public static DocumentError IsAFolder(string path) =>
        new(path, "folder", "a folder is there, not a file; name a file in it");

    public static DocumentError Unreadable(string path, string reason) =>
        new(path, "unreadable", $"cannot be read ({reason}); check its permissions and try again");

    public static DocumentError EmptyInput(string path) =>
        new(path, "empty", "the file is empty (0 bytes); check how it was saved or exported");

    public static DocumentError EmptyStandardInput(string name) =>
        new(name, "empty", "no text came in; pipe one into the command, or name files and folders instead");

    public static DocumentError Internal(string path, string what) =>
        new(path, "internal", $"the tool failed on this text ({what}), which is a defect of the tool; please report it with the text");

    public static DocumentError BadExpectation(string path, string what) =>
        new(path, "expectation", $"the expected record cannot be read ({what}); mend it, or write it anew with --update");

    public static string NoInput => "nothing to read: name files or folders, or pipe a text in";

    public static string NoSentence => "nothing to read: give a sentence or a file, or pipe a text in";

    public static string BadDate(string option, string date) => $"{option} {date}: give a day as year, month and day, like 2024-01-31";

    public static string AllExcluded(string patterns) => $"nothing to read: every file is excluded by {patterns}";

    public static string UnknownOption(string option, string? nearest) =>
        $"unknown option {option}" + (nearest is null ? "" : $"; did you mean {nearest}?") + " (a file of that name goes behind --)";

    public static string UnknownCommand(string command, string? nearest) => $"unknown command {command}" + (nearest is null ? "" : $"; did you mean {nearest}?");

    public static string Conflict(string one, string other, string why) => $"{one} and {other} exclude each other: {why}";

    public static string StdinNameWithoutStdin(string name) => $"--stdin-name {name} names standard input, but - is not among the paths";

    public static string StdinTwice => "standard input (-) can be read once only";

    public static string BadJobs(string jobs) => $"--jobs {jobs}: give the number of documents to work on at a time, 1 or more";

    public static string NotAFolder(string path) => $"--output {path} is a file; name a folder to write into (it is made where it does not exist)";

    public static string OutputIsNoPath(string path) =>
        path == "-" ? "--output - is standard output, which is written where no --output is given; leave it away" : "--output is empty; name a file or a folder";

    public static string OutputTwice(string path) => $"--output would write {path} twice; one of them would replace the other";

    public static string UnknownEnding(string path, string ending, string known) =>
        $"--output {path}: no format goes with the ending {ending}; known are {known}; name one with --format, or end a folder's name with /";

    public static string OutputIsInput(string path) => $"--output {path} is also an input, which would be lost; name another file";

    public static string ForeignDatabase(string path) => $"--output {path} is there and is no database of this tool; name another file";

    public static string OtherDatabaseVersion(string path, long version, int known) =>
        FormattableString.Invariant($"--output {path} was made by another version of this tool (its tables are version {version}, these are {known}); name a new file, and read the sources again");

    public static string DatabaseFailed(string path, string reason) => $"{path}: {reason}";

    public static string WorkbookOnTerminal => "a workbook is no text for a terminal; name a file with --output, or redirect standard output";

    public static string BadDelimiter(string given) =>
        $"--delimiter {given} cannot separate fields; give one ASCII sign such as ; or |, or comma, semicolon, tab, pipe";

    public static string UnknownColumn(string name, string table, string? nearest, string known) =>
        $"--columns: the table {table} has no column {name}" + (nearest is null ? $"; it has {known}" : $"; did you mean {nearest}?");

    public static string ColumnTwice(string name) => $"--columns names {name} twice";

    public static string CannotWrite(string reason) => $"cannot write the output: {reason.TrimEnd('.')}; check the disk space and the permissions";

    public static string Interrupted => "interrupted; no half-written file is left";

    public static string UnknownRule(string rule, string? nearest) =>
        $"no rule or warning is called {rule}" + (nearest is null ? "" : $"; did you mean {nearest}?") + " (`bulletins explain` lists them; for a place give FILE:LINE)";

    public static string PlaceWithoutLine(string path) => $"{path} is a file; give a line of it: {path}:12";

    public static string NoLineNumber(string place) => $"{place}: lines are counted from 1; give FILE:LINE, such as {place[..place.LastIndexOf(':')]}:1";

    public static string NoSuchLine(string path, int line, int count) =>
        FormattableString.Invariant($"{path} has {count} line{(count == 1 ? "" : "s")}; there is no line {line}");

    public static string WarningsHint(string count) => $"{count}; --format summary shows them, --strict makes them findings";
}
