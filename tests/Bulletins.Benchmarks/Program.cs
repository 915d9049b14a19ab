using Bulletins.Benchmarks;

// dotnet run -c Release --project tests/Bulletins.Benchmarks -- quick [PART OF A NAME]   MB/s of every stage, under a minute ("quick rule": every rule; "quick hundred": 100 MB on one line)
// dotnet run -c Release --project tests/Bulletins.Benchmarks -- --filter '*'            BenchmarkDotNet
// dotnet run -c Release --project tests/Bulletins.Benchmarks -- pdf                       the PDF reader against pdftotext; "pdf set TEXT PDF" and "pdf paper PAGES PDF" make papers
// dotnet run -c Release --project tests/Bulletins.Benchmarks -- memory FILE               what each stage leaves alive and throws away; "memory dump BYTES FILE" makes a dump
if (args is ["quick", ..])
{
    QuickRun.Run(args.Length > 1 ? args[1] : "");
    return;
}

if (args is ["pdf", ..])
{
    PdfRun.Run(args[1..]);
    return;
}

if (args is ["memory", ..])
{
    MemoryRun.Run(args[1..]);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
