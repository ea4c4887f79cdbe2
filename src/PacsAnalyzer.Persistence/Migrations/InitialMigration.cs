using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PacsAnalyzer.Persistence.Schema;

namespace PacsAnalyzer.Persistence.Migrations;

/// <summary>All tables of the first version.</summary>
[DbContext(typeof(NodeDbContext))]
[Migration("20261127000001_Initial")]
internal sealed class InitialMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(MigrationScripts.Read("0001-initial.sql"));
}
