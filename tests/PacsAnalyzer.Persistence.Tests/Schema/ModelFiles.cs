using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Tests.Schema;

public class ModelFiles
{
    /// <summary>Writes what the snapshot and a first migration have to say; a tool for who changes the model.</summary>
    [Fact(Explicit = true)]
    public void Write_snapshot_and_create_script()
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create("Host=/nowhere;Database=none");
        using var db = new NodeDbContext(NodeDbOptions.Create(source).Options);
        IModel model = db.GetService<IDesignTimeModel>().Model;
        string folder = Directory.CreateTempSubdirectory("pacs-model").FullName;
        File.WriteAllText(Path.Combine(folder, "snapshot.txt"), SnapshotWriter.Write(model));
        File.WriteAllText(Path.Combine(folder, "create.sql"), db.Database.GenerateCreateScript());
        TestContext.Current.TestOutputHelper!.WriteLine(folder);
    }
}
