using Bulletins.Diagnostics;
using Bulletins.Ingest;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Bulletins.Cli.Input;

/// <summary>Turns the paths of a call into the files to read: folders recursively, in ordinal order, each file once.</summary>
internal sealed class SourceFinder(IReadOnlyList<string> include, IReadOnlyList<string> exclude, string? stdinName)
{
    /// <summary>What a folder is searched for without <c>--include</c>.</summary>
    public static readonly IReadOnlyList<string> DefaultPatterns = ["*.txt", "*.text", "*.md", "*.markdown", "*.html", "*.htm", "*.shtml", "*.docx", "*.doc", "*.wps", "*.ceb", "*.pdf", "*.zip", "*.hocr", "*.alto", "*.alto.xml"];

    private readonly IReadOnlyList<string> patterns = include.Count > 0 ? include : DefaultPatterns;
    private readonly Matcher included = Matcher(include.Count > 0 ? include : DefaultPatterns);
    private readonly Matcher? excluded = exclude.Count > 0 ? Matcher(exclude) : null;
    private readonly HashSet<string> seen = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    public List<InputFile> Find(IEnumerable<string> paths)
    {
        var found = new List<InputFile>();
        foreach (var path in paths)
        {
            if (path == "-")
            {
                found.Add(new InputFile(stdinName ?? "-", Path: null));
            }
            else if (Directory.Exists(path))
            {
                AddFolder(path, found);
            }
            else if (!File.Exists(path))
            {
                found.Add(Packed(path) ?? new InputFile(path, path, Error: Messages.NotFound(path)));
            }
            else if (!IsExcluded(path) && seen.Add(Path.GetFullPath(path)))
            {
                AddFile(path, path, new FileInfo(path).Length, found);
            }
        }

        return found;
    }

    /// <summary>The one thing that a path names: a file, or a member of an archive (<c>archive.zip!/path</c>).</summary>
    public static InputFile Single(string path) => File.Exists(path) ? new InputFile(path, path) : Packed(path) ?? new InputFile(path, path);

    private static InputFile? Packed(string path)
    {
        var mark = path.IndexOf("!/", StringComparison.Ordinal);
        if (mark < 0 || !File.Exists(path[..mark]) || !ZipSource.IsArchive(path[..mark]))
        {
            return null;
        }

        var (archive, error) = ZipSource.Open(path[..mark], path);
        return error is not null ? new InputFile(path, path, Error: error)
            : archive!.Members.FirstOrDefault(m => m.Name == path[(mark + 2)..]) is { } member ? new InputFile(path, path[..mark], member.Length) { Packed = (archive, member) }
            : null;
    }

    private void AddFile(string source, string path, long length, List<InputFile> found)
    {
        if (ZipSource.IsArchive(path))
        {
            AddArchive(source, path, found);
        }
        else
        {
            found.Add(new InputFile(source, path, length));
        }
    }

    // Filtered as a folder is. What macOS adds to its archives is no text.
    private void AddArchive(string source, string path, List<InputFile> found)
    {
        var (archive, error) = ZipSource.Open(path, source);
        if (error is not null)
        {
            found.Add(new InputFile(source, path, Error: error));
            return;
        }

        var before = found.Count;
        foreach (var member in archive!.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            if (!member.Name.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX") && !IsExcluded(member.Name) && included.Match(member.Name).HasMatches)
            {
                found.Add(new InputFile($"{source}!/{member.Name}", path, member.Length) { Packed = (archive, member) });
            }
        }

        archive.Expect(found.Count - before);
        if (found.Count == before)
        {
            found.Add(new InputFile(source, path, Error: Messages.NoMatch(source, string.Join(", ", patterns), string.Join(", ", exclude), "archive")));
        }
    }

    private void AddFolder(string folder, List<InputFile> found)
    {
        // Separators are written as / everywhere, so that records do not depend on the machine.
        var name = folder.Length > 1 ? folder.TrimEnd('/', Path.DirectorySeparatorChar) : folder;
        var before = found.Count;
        var repeated = 0;
        Walk(new DirectoryInfo(folder), "");
        if (found.Count == before && repeated == 0)
        {
            found.Add(new InputFile(folder, folder, Error: Messages.NoMatch(folder, string.Join(", ", patterns), string.Join(", ", exclude))));
        }

        void Walk(DirectoryInfo directory, string relative)
        {
            FileSystemInfo[] entries;
            try
            {
                entries = directory.GetFileSystemInfos();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                var path = relative.Length == 0 ? folder : Join(name, relative.TrimEnd('/'));
                found.Add(new InputFile(path, path, Error: Messages.Unreadable(path, e.Message)));
                return;
            }

            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            foreach (var entry in entries)
            {
                var path = relative + entry.Name;
                if (entry.Name.StartsWith('.') || IsExcluded(path))
                {
                    continue;
                }

                // A linked folder may lead back here.
                if (entry is DirectoryInfo inner)
                {
                    if (inner.LinkTarget is null)
                    {
                        Walk(inner, path + "/");
                    }
                }
                else if (included.Match(path).HasMatches)
                {
                    if (seen.Add(entry.FullName))
                    {
                        AddFile(Join(name, path), entry.FullName, ((FileInfo)entry).Length, found);
                    }
                    else
                    {
                        repeated++;
                    }
                }
            }
        }
    }

    private bool IsExcluded(string path) => excluded?.Match(path.Replace('\\', '/').TrimStart('/')).HasMatches == true;

    private static string Join(string folder, string relative) => folder.EndsWith('/') ? folder + relative : folder + "/" + relative;

    /// <summary>A pattern without a slash is meant at any depth, and a folder's name means what is in it.</summary>
    public static Matcher Matcher(IEnumerable<string> patterns)
    {
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        foreach (var pattern in patterns)
        {
            var path = pattern.Replace('\\', '/').TrimEnd('/');
            path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
            var anywhere = path.Contains('/', StringComparison.Ordinal) ? path : "**/" + path;
            matcher.AddInclude(anywhere);
            matcher.AddInclude(anywhere + "/**");
        }

        return matcher;
    }
}
