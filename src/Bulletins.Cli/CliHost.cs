using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Bulletins.Cli.Output;

namespace Bulletins.Cli;

/// <summary>What the tool is connected to: streams, terminals, the wish to stop. Tests connect it to memory.</summary>
internal sealed class CliHost : IDisposable
{
    private readonly List<IDisposable> owned = [];

    public required Stream Input { get; init; }

    public bool InputIsTerminal { get; init; }

    /// <summary>Machine output and what was asked for; nothing else.</summary>
    public required Stream Output { get; init; }

    public bool OutputIsTerminal { get; init; }

    /// <summary>Everything else: errors, warnings, progress.</summary>
    public required TextWriter Error { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>In terminal cells.</summary>
    public int Width { get; init; } = 100;

    public bool Color { get; init; }

    /// <summary><c>zh</c> or <c>en</c>, from the locale.</summary>
    public string Language { get; init; } = "en";

    public CancellationToken Stop { get; init; }

    public static CliHost System()
    {
        if (OperatingSystem.IsWindows())
        {
            UseUtf8Console();
        }

        // Output must not depend on the locale; the language of explanations may.
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en";
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

        var stop = new CancellationTokenSource();
        var outputIsTerminal = !Console.IsOutputRedirected;
        var host = new CliHost
        {
            Input = Console.OpenStandardInput(),
            InputIsTerminal = !Console.IsInputRedirected,
            Output = new BufferedStream(StandardOutput.Open(), 1 << 16),
            OutputIsTerminal = outputIsTerminal,
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = outputIsTerminal ? TerminalWidth() : 100,
            Color = outputIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Language = language,
            Stop = stop.Token,
        };
        host.owned.AddRange([stop, Catch(PosixSignal.SIGINT, stop), Catch(PosixSignal.SIGTERM, stop)]);
        return host;
    }

    /// <summary>One line on standard error.</summary>
    public void Complain(string message) => Error.WriteLine("bulletins: " + message);

    /// <summary>One line about a source that could not be read.</summary>
    public void Complain(DocumentError error) =>
        Complain($"{(error.Source == "-" ? "standard input" : Printable.Line(error.Source))}: {Printable.Line(error.Message)}");

    public void Dispose()
    {
        foreach (var item in owned)
        {
            item.Dispose();
        }
    }

    /// <summary>The first signal asks the run to stop and tidy up; a second one ends the process.</summary>
    private static PosixSignalRegistration Catch(PosixSignal signal, CancellationTokenSource stop) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    });

    private static void UseUtf8Console()
    {
        try
        {
            Console.OutputEncoding = new UTF8Encoding(false);
        }
        catch (IOException)
        {
            // No console is attached: the streams carry UTF-8 anyway.
        }
    }

    private static int TerminalWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 40, 200);
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return 100;
        }
    }
}
