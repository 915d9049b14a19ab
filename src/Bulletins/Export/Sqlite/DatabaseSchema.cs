using System.Text;

namespace Bulletins.Export.Sqlite;

/// <summary>The SQL that makes an empty database. What a column means stands beside it as a comment, which SQLite keeps (<c>.schema</c> shows it).</summary>
internal static class DatabaseSchema
{
    /// <summary>In the file's header: it is a database of this tool. "bltn".</summary>
    public const int ApplicationId = 0x626c746e;

    /// <summary>In the file's header; another number means other tables, or another way of cutting text for the search.</summary>
    public const int Version = 1;

    /// <summary>What every database of the tool holds beyond its tables.</summary>
    private const string Rest = """
        -- Full-text search over headlines and texts: each Chinese character and each pair of neighbours is a word.
        --   one or two characters:  SELECT headline FROM articles_fts WHERE articles_fts MATCH '降本'
        --   several words:          … MATCH '降本 电费'
        --   a longer word:          … MATCH '"电 解 槽"'  (its characters apart, in double quotes)
        -- Without the index, at any length: SELECT headline FROM articles WHERE text LIKE '%电解槽%'
        -- The tool fills the index itself; do not send it 'rebuild'.
        CREATE VIRTUAL TABLE articles_fts USING fts5(headline, text, content='articles', content_rowid='id', tokenize='unicode61');

        -- Each figure with the article and the document it stands in.
        CREATE VIEW figures_in_context AS
        SELECT f.*, a.document_id, a.kind AS article_kind, a.headline, a.organization, d.masthead_title, d.masthead_date, d.source
        FROM figures f JOIN articles a USING (article_id) JOIN documents d USING (document_id);

        -- Money saved or created. An achievement that a text states twice stands here twice; of a range this is the lower end.
        CREATE VIEW savings AS
        SELECT * FROM figures_in_context WHERE unit = 'CNY' AND category IN ('cost_saving', 'value_created');

        -- The same, summed up. Where an article names no unit it is about, the bulletin's title stands in its place, or its path.
        CREATE VIEW savings_by_organization_and_period AS
        SELECT coalesce(organization, masthead_title, source) AS organization, period, category, count(*) AS figures, sum(value) AS total_cny
        FROM savings GROUP BY 1, 2, 3;

        CREATE VIEW savings_by_organization AS
        SELECT coalesce(organization, masthead_title, source) AS organization, category, count(*) AS figures, sum(value) AS total_cny
        FROM savings GROUP BY 1, 2;

        -- Who is credited, in what roles, how often.
        CREATE VIEW credits AS
        SELECT name, role, count(DISTINCT article_id) AS articles, max(organization) AS organization FROM bylines GROUP BY name, role;

        -- How often each rule mended something, and how sure it was at the least.
        CREATE VIEW repairs_by_rule AS
        SELECT rule, count(*) AS repairs, count(DISTINCT document_id) AS documents, min(confidence) AS least_confidence FROM repairs GROUP BY rule;
        """;

    public static string Sql { get; } = Create();

    private static string Create()
    {
        var sql = new StringBuilder();
        foreach (var table in DatabaseTables.All)
        {
            Append(sql, table);
        }

        return sql.Append(Rest.ReplaceLineEndings("\n")).Append('\n').ToString();
    }

    /// <summary>A name as SQL takes it whatever words it reserves.</summary>
    public static string Quote(string name) => name is "column" or "before" or "after" ? $"\"{name}\"" : name;

    private static void Append(StringBuilder sql, DatabaseTable table)
    {
        sql.Append("CREATE TABLE ").Append(table.Name).Append(" (\n");
        var searched = table == DatabaseTables.Articles;
        if (searched)
        {
            sql.Append("  id INTEGER PRIMARY KEY, -- for the full-text search; article_id is the key that lasts\n");
        }

        var single = table.Key.Length == 1 ? table.Key[0] : null;
        var last = table.Rows.Columns[^1];
        foreach (var column in table.Rows.Columns)
        {
            sql.Append("  ").Append(Quote(column.Name)).Append(' ').Append(Type(column.Kind)).Append(column.Nullable ? "" : " NOT NULL");
            if (column.Name == single)
            {
                sql.Append(searched ? " UNIQUE" : " PRIMARY KEY");
            }

            if (table.Parent is { } parent && parent.Column == column.Name)
            {
                sql.Append(" REFERENCES ").Append(parent.Table).Append('(').Append(parent.Column).Append(") ON DELETE CASCADE");
            }

            if (column.Allowed is { } words)
            {
                sql.Append(" CHECK (").Append(Quote(column.Name)).Append(" IN (").AppendJoin(", ", words.Select(w => $"'{w}'")).Append("))");
            }

            var more = column != last || single is null;
            sql.Append(more ? "," : "").Append(" -- ").Append(column.Label.Description).Append(' ').Append(column.Label.Title).Append('：').Append(column.Label.ChineseDescription).Append('\n');
        }

        if (single is null)
        {
            sql.Append("  PRIMARY KEY (").AppendJoin(", ", table.Key).Append(")\n");
        }

        sql.Append(table.Clustered ? ") WITHOUT ROWID;\n" : ");\n");
        foreach (var column in table.Indexes)
        {
            sql.Append("CREATE INDEX ").Append(table.Name).Append('_').Append(column).Append(" ON ").Append(table.Name).Append(" (").Append(Quote(column)).Append(");\n");
        }

        sql.Append('\n');
    }

    /// <summary>REAL, not NUMERIC: 658000 / 10000 must be 65.8 in a query.</summary>
    private static string Type(CellKind kind) => kind switch
    {
        CellKind.Integer => "INTEGER",
        CellKind.Number => "REAL",
        _ => "TEXT",
    };
}
