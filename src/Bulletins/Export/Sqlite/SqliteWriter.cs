using System.Globalization;
using Bulletins.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Bulletins.Export.Sqlite;

/// <summary>
/// Writes a SQLite database. A document that is there already (by its content) is replaced with everything that belongs to it, so that
/// the same run twice gives the same rows. A run is one transaction: one that breaks off leaves an old database as it was and no new one.
/// </summary>
/// <remarks>A new database is made beside its place and moved there; an old one is written in place, with a write-ahead log, while others may read it.</remarks>
public sealed class SqliteWriter : IRecordWriter
{
    private const int NotADatabase = 26;

    private readonly string path;
    private readonly string file;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly List<(DatabaseTable Table, SqliteCommand Insert)> inserts = [];
    private readonly SqliteCommand isKnown;
    private readonly SqliteCommand unindex;
    private readonly SqliteCommand delete;
    private readonly SqliteCommand forgetError;
    private readonly SqliteCommand index;
    private string? sourceOfLast;
    private bool committed;

    /// <exception cref="OutputRefusedException">The file is there and is no database of this tool and this version.</exception>
    /// <exception cref="IOException">The database is locked or cannot be written.</exception>
    public SqliteWriter(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        IsNew = !File.Exists(this.path) || new FileInfo(this.path).Length == 0;
        file = IsNew ? Path.Combine(Path.GetDirectoryName(this.path)!, $".{Path.GetFileName(this.path)}.{Path.GetRandomFileName()}.tmp") : this.path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            Prepare();
            transaction = connection.BeginTransaction();
            if (IsNew)
            {
                Execute(DatabaseSchema.Sql);
            }

            foreach (var table in DatabaseTables.All)
            {
                var columns = table.Rows.Columns;
                inserts.Add((table, Command($"INSERT {(table == DatabaseTables.Errors ? "OR REPLACE " : "")}INTO {table.Name} ({string.Join(", ", columns.Select(c => DatabaseSchema.Quote(c.Name)))}) "
                    + $"VALUES ({string.Join(", ", columns.Select((_, i) => Parameter(i)))})", columns.Count)));
            }

            isKnown = Command("SELECT 1 FROM documents WHERE sha256 = $0 OR document_id = $1 LIMIT 1", 2);
            unindex = Command("INSERT INTO articles_fts (articles_fts, rowid, headline, text) SELECT 'delete', a.id, search_words(a.headline), search_words(a.\"text\") "
                + "FROM articles a JOIN documents d USING (document_id) WHERE d.sha256 = $0 OR d.document_id = $1", 2);
            delete = Command("DELETE FROM documents WHERE sha256 = $0 OR document_id = $1", 2);
            forgetError = Command("DELETE FROM errors WHERE source = $0", 1);
            index = Command("INSERT INTO articles_fts (rowid, headline, text) SELECT id, search_words(headline), search_words(\"text\") FROM articles WHERE document_id = $0", 1);
        }
        catch (SqliteException e)
        {
            Dispose();
            throw e.SqliteErrorCode == NotADatabase ? new OutputRefusedException(Messages.ForeignDatabase(path)) : new IOException(Messages.DatabaseFailed(path, e.Message), e);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private bool IsNew { get; }

    public void Write(ExportRecord record)
    {
        try
        {
            if (record.Document is { } document)
            {
                Replace(document);
            }

            foreach (var (table, insert) in inserts)
            {
                foreach (var row in table.Rows.Rows(record))
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        insert.Parameters[i].Value = Value(row[i], table.Rows.Columns[i]);
                    }

                    insert.ExecuteNonQuery();
                }
            }

            if (record.Document is not null)
            {
                Run(index, record.Document.DocumentId);
            }

            sourceOfLast = record.Source;
        }
        catch (SqliteException e)
        {
            throw new IOException(Messages.DatabaseFailed(path, e.Message), e);
        }
    }

    public void Complete()
    {
        // Everything is in the transaction; nothing is decided before the other outputs are complete too.
    }

    public void Commit()
    {
        try
        {
            transaction.Commit();
            Execute("PRAGMA optimize");
            if (IsNew)
            {
                Execute("PRAGMA journal_mode = WAL");
            }

            connection.Close(); // the last connection writes the log into the file and takes it away
        }
        catch (SqliteException e)
        {
            throw new IOException(Messages.DatabaseFailed(path, e.Message), e);
        }

        if (IsNew)
        {
            using (var whole = new FileStream(file, FileMode.Open, FileAccess.ReadWrite))
            {
                whole.Flush(flushToDisk: true);
            }

            File.Move(file, path, overwrite: true);
        }

        committed = true;
    }

    public void Dispose()
    {
        try
        {
            foreach (var command in inserts.Select(i => i.Insert).Concat(new[] { isKnown, unindex, delete, forgetError, index }.Where(c => c is not null)))
            {
                command.Dispose();
            }

            transaction?.Dispose(); // rolls back what was not committed
            connection.Dispose();
        }
        catch (SqliteException)
        {
            // What cannot be rolled back now is rolled back by whoever opens the database next.
        }

        if (IsNew && !committed)
        {
            foreach (var ending in new[] { "", "-journal", "-wal", "-shm" })
            {
                File.Delete(file + ending);
            }
        }
    }

    /// <summary>Takes away what an earlier run found in the same content. The documents of one file come one behind another; with the first of them all old ones go.</summary>
    private void Replace(Document document)
    {
        var sha256 = document.Source == sourceOfLast ? "" : document.Sha256;
        isKnown.Parameters[0].Value = sha256;
        isKnown.Parameters[1].Value = document.DocumentId;
        if (isKnown.ExecuteScalar() is not null)
        {
            Run(unindex, sha256, document.DocumentId);
            Run(delete, sha256, document.DocumentId);
        }

        Run(forgetError, document.Source);
    }

    private void Prepare()
    {
        connection.CreateFunction<string?, string>("search_words", SearchWords.Of, isDeterministic: true);
        Execute("PRAGMA foreign_keys = ON");
        if (IsNew)
        {
            // The file is nobody's until it is moved to its place.
            Execute(string.Create(CultureInfo.InvariantCulture,
                $"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {DatabaseSchema.ApplicationId}; PRAGMA user_version = {DatabaseSchema.Version}"));
            return;
        }

        if (Number("PRAGMA application_id") != DatabaseSchema.ApplicationId)
        {
            throw new OutputRefusedException(Messages.ForeignDatabase(path));
        }

        if (Number("PRAGMA user_version") is var version && version != DatabaseSchema.Version)
        {
            throw new OutputRefusedException(Messages.OtherDatabaseVersion(path, version, DatabaseSchema.Version));
        }

        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    }

    private static object Value(Cell cell, IColumn column) => cell switch
    {
        { IsNumber: true } when column.Kind == CellKind.Integer => (long)cell.Number,
        { IsNumber: true } => (double)cell.Number,
        { Text: { } text } => text,
        _ => DBNull.Value,
    };

    private SqliteCommand Command(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = Parameter(i) });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static string Parameter(int i) => "$" + i.ToString(CultureInfo.InvariantCulture);
}
