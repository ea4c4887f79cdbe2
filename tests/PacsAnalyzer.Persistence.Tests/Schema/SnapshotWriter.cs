using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PacsAnalyzer.Persistence.Tests.Schema;

/// <summary>Writes the model as the source of its snapshot: what EF Core's design package would do.</summary>
internal static class SnapshotWriter
{
    public static string Write(IModel model)
    {
        var text = new StringBuilder();
        foreach (IEntityType entity in model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"        model.Entity(\"{entity.Name}\", b =>\n        {{\n");
            foreach (IProperty property in entity.GetProperties())
            {
                WriteProperty(text, property);
            }

            text.Append(CultureInfo.InvariantCulture, $"            b.HasKey({Names(entity.FindPrimaryKey()!.Properties)}).HasName(\"{entity.FindPrimaryKey()!.GetName()}\");\n");
            foreach (IIndex index in entity.GetIndexes().OrderBy(i => i.GetDatabaseName(), StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"            b.HasIndex({Names(index.Properties)}){(index.IsUnique ? ".IsUnique()" : "")}.HasDatabaseName(\"{index.GetDatabaseName()}\")");
                text.Append(index.GetFilter() is { } filter ? $".HasFilter(\"{filter}\")" : "").Append(";\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"            b.ToTable(\"{entity.GetTableName()}\");\n        }});\n\n");
        }

        foreach (IForeignKey key in model.GetEntityTypes().OrderBy(e => e.GetTableName(), StringComparer.Ordinal).SelectMany(e => e.GetForeignKeys()))
        {
            text.Append(CultureInfo.InvariantCulture, $"        Reference(model, \"{key.DeclaringEntityType.ClrType.Name}\", \"{key.PrincipalEntityType.ClrType.Name}\", {Names(key.Properties)}, ");
            text.Append(CultureInfo.InvariantCulture, $"DeleteBehavior.{key.DeleteBehavior}, {(key.IsRequired ? "true" : "false")}, \"{key.GetConstraintName()}\");\n");
        }

        return text.ToString();
    }

    private static void WriteProperty(StringBuilder text, IProperty property)
    {
        Type type = property.GetValueConverter()?.ProviderClrType ?? property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        text.Append(CultureInfo.InvariantCulture, $"            b.Property<{Keyword(type)}>(\"{property.Name}\"){(property.IsNullable || property.IsPrimaryKey() ? "" : ".IsRequired()")}");
        text.Append(CultureInfo.InvariantCulture, $".HasColumnName(\"{property.GetColumnName()}\").HasColumnType(\"{property.GetColumnType()}\")");
        if (property.ValueGenerated == ValueGenerated.OnAdd)
        {
            text.Append(".ValueGeneratedOnAdd().UseIdentityByDefaultColumn()");
        }

        text.Append(";\n");
    }

    private static string Keyword(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        "Int64" => "long",
        "Int32" => "int",
        "Double" => "double",
        "Boolean" => "bool",
        "String" => "string",
        string name => name,
    }
    + (Nullable.GetUnderlyingType(type) is null ? "" : "?");

    private static string Names(IEnumerable<IProperty> properties) => string.Join(", ", properties.Select(p => $"\"{p.Name}\""));
}
