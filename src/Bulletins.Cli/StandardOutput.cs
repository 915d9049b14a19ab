using Microsoft.Win32.SafeHandles;

namespace Bulletins.Cli;

/// <summary>The reader of standard output has gone (<c>| head</c>): nothing more is wanted.</summary>
internal sealed class OutputClosedException(Exception inner) : Exception("standard output was closed", inner);

/// <summary>Standard output that says so when its reader has gone. The console's own stream goes on writing into nothing.</summary>
internal sealed class StandardOutput : Stream
{
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    private readonly Stream inner;

    private StandardOutput(Stream inner) => this.inner = inner;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static StandardOutput Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return new(Console.OpenStandardOutput());
        }

        // A file is left to the console's stream, which moves the shared offset on: `(a; b) > file` must not overwrite.
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return new(pipe.CanSeek ? Console.OpenStandardOutput() : pipe);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (IOException e) when (e.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsNoData)
        {
            throw new OutputClosedException(e);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
