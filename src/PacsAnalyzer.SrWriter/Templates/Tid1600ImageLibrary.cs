using PacsAnalyzer.Dicom;
using PacsAnalyzer.SrWriter.Coding;
using PacsAnalyzer.SrWriter.Content;

namespace PacsAnalyzer.SrWriter.Templates;

/// <summary>TID 1600, Image Library, with TID 1601 for each image. What all images of the group share stands at the group.</summary>
internal static class Tid1600ImageLibrary
{
    internal static ContentItem Build(IReadOnlyList<DicomDataset> images)
    {
        bool isTomographic = images[0].GetString(DicomTag.Modality) == "CT";
        List<ContentItem>[] described = [.. images.Select(image => Describe(image, isTomographic))];
        string[][] keys = [.. described.Select(items => items.Select(Key).ToArray())];
        HashSet<string> shared = [.. keys[0]];
        foreach (string[] one in keys)
        {
            shared.IntersectWith(one);
        }

        ContentItem group = new ContainerItem(Relationship.Contains, Codes.ImageLibraryGroup)
            .Add(described[0].Where((_, i) => shared.Contains(keys[0][i])));
        for (int i = 0; i < images.Count; i++)
        {
            group.Add(new ImageItem(Relationship.Contains, null, Document.References.To(images[i]))
                .Add(described[i].Where((_, k) => !shared.Contains(keys[i][k]))));
        }

        return new ContainerItem(Relationship.Contains, Codes.ImageLibrary, "1600").Add(group);
    }

    private static List<ContentItem> Describe(DicomDataset image, bool isTomographic) =>
    [
        .. Tid1602CommonDescriptors.Build(image).OfType<ContentItem>(),
        .. (isTomographic ? Tid1604CrossSectionalDescriptors.Build(image) : Tid1603ProjectionDescriptors.Build(image)).OfType<ContentItem>(),
    ];

    private static string Key(ContentItem item) => item.Name + "=" + item switch
    {
        NumItem number => number.Value?.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        CodeItem code => code.Value.Value,
        TextItem text => text.Value,
        UidRefItem uid => uid.Uid,
        DateItem date => date.Value,
        _ => "",
    };
}
