using System.Reflection;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// Inside a project folders stand in floors: each uses only those below it. A new folder is put on its floor here, and in the map
/// in <c>src/README.md</c>. "." is the project's own folder.
/// </summary>
public sealed class FloorTests
{
    /// <summary>Ground first.</summary>
    private static readonly Dictionary<string, string[]> Floors = new()
    {
        ["ReverseMentoring.Core"] =
        [
            "Statistics", "Naming", "Keeping", "Time", "Store", "Processes", "Vocabulary", "Surveys", "Matching", "Scheduling", "Programme", "Auditing", "Asking", "Links", "Mailing",
            "Meetings", "Standings", "Enrolment", "Applying", "Topics", "Reports", "Erasure", "Participation", "Needs", "Forecasting", "Cycle",
        ],
        ["ReverseMentoring.Web"] = [".", "Api", "DesignSystem", "Localization", "Forms", "Mails", "Ear", "Joining", "Manage"],
        ["ReverseMentoring.Graph"] = ["Calls", "Mails", "People", "Sessions", "."],
        ["ReverseMentoring.Functions"] = ["Access", "Mail", "Tables", "Copies", "Telemetry", "Cycle", "Http", "Waking", "Erasure", "Hosting", "."],
        ["ReverseMentoring.LocalHost"] =
            ["Demo", "Pumping", "Storage", "Mailbox", "Time", "Pages", "Hosting", "Rehearsing", "Simulating", "Attacks", "Fuzzing", "Backups", "Commands", "."],
    };

    public static TheoryData<string> Projects => [.. Floors.Keys];

    /// <summary>The projects with pages, as they are compiled.</summary>
    internal static IReadOnlyList<Assembly> WithPages { get; } = [typeof(Theme).Assembly, typeof(LocalProgramme).Assembly];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Each_folder_uses_only_those_below_it(string project) => Findings.AreNone(
        SourceArrows.AllIn(project).Where(arrow => FloorOf(project, arrow.From) < FloorOf(project, arrow.To))
            .Select(arrow => $"{arrow.From} -> {arrow.To}"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Each_folder_stands_on_a_floor(string project) => Assert.Equal(
        Floors[project].Order(StringComparer.Ordinal),
        ProjectSource.Of(project).FilesOf("*.cs").Select(FolderOf).Distinct().Order(StringComparer.Ordinal));

    private static int FloorOf(string project, string file) => Array.IndexOf(Floors[project], FolderOf(file));

    private static string FolderOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file.Split('/')[0] : ".";
}
