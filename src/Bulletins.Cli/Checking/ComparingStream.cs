namespace Bulletins.Cli.Checking;

/// <summary>Compares what is written to it with bytes at hand, and keeps nothing: most records are what is expected.</summary>
internal sealed class ComparingStream(ReadOnlyMemory<byte> expected) : Stream
{
    private int at;
    private bool differs;

    /// <summary>Whether all that was expected was written, and nothing else.</summary>
    public bool IsEqual => !differs && at == expected.Length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        differs = differs || !expected.Span[at..].StartsWith(buffer);
        at += differs ? 0 : buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // There is nothing behind it.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
