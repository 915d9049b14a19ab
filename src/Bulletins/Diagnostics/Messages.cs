namespace Bulletins.Diagnostics;

/// <summary>The wording of what can go wrong with a run's inputs and outputs: what, where, and what to do next.</summary>
public static class Messages
{
    public static DocumentError NotFound(string path) =>
        new(path, "not-found", $"no file or folder is there; check the spelling, or give - to read standard input");

    public static DocumentError NoMatch(string folder, string patterns) =>
        new(folder, "no-match", $"the folder holds no file that matches {patterns}; name other patterns with --include, or name the file itself");

    public static DocumentError Unreadable(string path, string reason) =>
        new(path, "unreadable", $"cannot be read ({reason}); check its permissions and try again");

    public static DocumentError EmptyInput(string path) => path == "-"
        ? new(path, "empty", "standard input gave 0 bytes; pipe a text into it, or name files and folders instead")
        : new(path, "empty", "the file is empty (0 bytes); check how it was saved or exported");

    public static DocumentError Internal(string path, string what) =>
        new(path, "internal", $"the tool failed on this text ({what}), which is a defect of the tool; please report it with the text");

    public static string NoInput => "nothing to read; name files or folders, or pipe a text in and give -";
}
