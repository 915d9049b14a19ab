using Bulletins.Cli.Input;

namespace Bulletins.Cli.Checking;

/// <summary>Finds the <c>.bulletins.json</c> that governs an input: the nearest one upwards from its folder.</summary>
internal sealed class ConfigFinder(string? named)
{
    private readonly CheckConfig? only = named is null ? null : CheckConfig.Read(named);
    private readonly Dictionary<string, CheckConfig> known = new(StringComparer.Ordinal);

    public CheckConfig For(InputFile file) =>
        only ?? Above(Path.GetDirectoryName(Path.GetFullPath(file.Path ?? "-")) ?? Path.GetFullPath("."));

    private CheckConfig Above(string folder)
    {
        if (!known.TryGetValue(folder, out var config))
        {
            var path = Path.Combine(folder, CheckConfig.FileName);
            config = File.Exists(path) ? CheckConfig.Read(path)
                : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
                : CheckConfig.Default;
            known[folder] = config;
        }

        return config;
    }
}
