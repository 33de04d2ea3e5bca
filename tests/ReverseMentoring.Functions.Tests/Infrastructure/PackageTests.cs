using System.Text.Json;
using System.Xml.Linq;

namespace ReverseMentoring.Functions.Tests.Infrastructure;

/// <summary>What is tested is what is deployed: no package of the Azure host comes in a version that nobody chose.</summary>
public sealed class PackageTests
{
    private static readonly HashSet<string> Central = XDocument.Parse(Infra.Read("Directory.Packages.props"))
        .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("src/ReverseMentoring.Functions")]
    [InlineData("tests/ReverseMentoring.Functions.Tests")]
    public void Each_package_that_was_restored_has_a_central_version(string project)
    {
        using var restored = JsonDocument.Parse(Infra.Read(project + "/obj/project.assets.json"));
        var packages = restored.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name).Distinct().ToList();

        Assert.True(packages.Count > 50, $"{packages.Count} packages of {project} were restored.");
        var free = packages.Where(package => !Central.Contains(package.Split('/')[0])).ToList();
        Assert.True(free.Count == 0, $"{string.Join(", ", free)}: give each a PackageVersion in Directory.Packages.props.");
    }
}
