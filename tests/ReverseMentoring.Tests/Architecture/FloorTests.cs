using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// Inside a project folders stand in floors: each uses only those below it. A new folder is put on its floor here, and in the map
/// in <c>src/README.md</c>.
/// </summary>
public sealed class FloorTests
{
    /// <summary>Ground first.</summary>
    private static readonly string[] Core =
    [
        "Naming", "Time", "Store", "Processes", "Vocabulary", "Matching", "Scheduling", "Programme", "Asking", "Links", "Mailing",
        "Meetings", "Standings", "Enrolment", "Topics", "Reports", "Erasure", "Participation", "Cycle",
    ];

    /// <summary>Ground first.</summary>
    private static readonly string[] Web = ["Api", "DesignSystem", "Localization", "Forms", "Mails", "Ear", "Manage"];

    [Fact]
    public void Each_folder_of_Core_uses_only_those_below_it() => Assert.Empty(Upward(typeof(CycleServices), Core));

    [Fact]
    public void Each_folder_of_Web_uses_only_those_below_it() => Assert.Empty(Upward(typeof(Theme), Web));

    [Fact]
    public void Each_folder_stands_on_a_floor()
    {
        Assert.Empty(FoldersOf(typeof(CycleServices)).Except(Core));
        Assert.Empty(FoldersOf(typeof(Theme)).Except(Web));
    }

    /// <summary>Each arrow that runs upward, by the names of both files.</summary>
    private static IEnumerable<string> Upward(System.Type inside, string[] floors)
    {
        var root = inside.Assembly.GetName().Name!;
        return Types(inside)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: FileOf(root, type), To: FileOf(root, dependency.Target))))
            .Where(arrow => arrow.From is not null && arrow.To is not null && Floor(arrow.From) < Floor(arrow.To))
            .Select(arrow => $"{arrow.From} -> {arrow.To}").Distinct().Order(StringComparer.Ordinal);

        int Floor(string file) => Array.IndexOf(floors, file.Split('/')[0]);
    }

    private static IEnumerable<string> FoldersOf(System.Type inside)
    {
        var root = inside.Assembly.GetName().Name!;
        return Types(inside).Select(type => FileOf(root, type)).OfType<string>().Select(file => file.Split('/')[0]).Distinct();
    }

    private static IEnumerable<IType> Types(System.Type inside) =>
        new ArchLoader().LoadAssembly(inside.Assembly).Build().Types;

    /// <summary>The file that a type stands in, nested types and what the compiler makes of them too: it is named for the outermost. Null: none of ours, or the project's own folder.</summary>
    private static string? FileOf(string root, IType type)
    {
        var name = type.FullName.Split('+', '`', '<')[0];
        return name.StartsWith(root + ".", StringComparison.Ordinal) && name[(root.Length + 1)..] is var rest && rest.Contains('.', StringComparison.Ordinal)
            ? rest.Replace('.', '/')
            : null;
    }
}
