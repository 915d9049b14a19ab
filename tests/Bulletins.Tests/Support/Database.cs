using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bulletins.Tests.Support;

/// <summary>A reader of a database that somebody else writes.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection connection;

    public Database(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        connection.Open();
    }

    /// <summary>Rows with their values apart by <c>|</c>.</summary>
    public List<string> Rows(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    public void Dispose() => connection.Dispose();
}
