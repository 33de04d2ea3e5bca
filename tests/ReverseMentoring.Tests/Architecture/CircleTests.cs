using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Tests.Architecture;

/// <summary>
/// Neither files nor folders, however deep, use one another in a circle: whoever reads one can read those below it first. Where
/// two do, what both need goes into a file, or folder, below them. A page and the view model that it shows are one, so that
/// pages count for folders only.
/// </summary>
public sealed class CircleTests
{
    public static TheoryData<string> Projects =>
        ["ReverseMentoring.Core", "ReverseMentoring.Web", "ReverseMentoring.Graph", "ReverseMentoring.Smtp", "ReverseMentoring.Functions", "ReverseMentoring.LocalHost"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_files_use_one_another_in_a_circle(string project) => AreNone(Circling(SourceArrows.In(project).OfCode, file => file));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_use_one_another_in_a_circle(string project) => AreNone(Circling(SourceArrows.AllIn(project), file => Path.GetDirectoryName(file)!));

    /// <summary>A project whose files could not be read would have no circles either.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrows_are_found_in_each_project(string project) => Assert.NotEmpty(SourceArrows.In(project).OfCode);

    [Fact]
    public void Constants_and_pages_count_too()
    {
        var web = SourceArrows.In("ReverseMentoring.Web");

        Assert.Contains(("Api/Access/SignInEndpoints.cs", "Api/Access/SignInPaths.cs"), web.OfCode);
        Assert.Contains(("Manage/Overview/OverviewView.razor", "Manage/Overview/OverviewViewModel.cs"), web.OfRazor(typeof(Theme).Assembly));
    }

    /// <summary>Says all that there are, which a comparison of lists cuts short.</summary>
    internal static void AreNone(IEnumerable<string> arrows)
    {
        var all = string.Join('\n', arrows);
        Assert.True(all.Length == 0, all);
    }

    /// <summary>The arrows of all circles, each by the names of both files.</summary>
    private static IEnumerable<string> Circling(IReadOnlyList<(string From, string To)> arrows, Func<string, string> group)
    {
        var next = arrows.Select(arrow => (From: group(arrow.From), To: group(arrow.To))).Where(arrow => arrow.From != arrow.To).ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = next.ToDictionary(from => from.Key, from => Reached(from.Key));
        return arrows.Where(arrow => group(arrow.From) != group(arrow.To) && reached.GetValueOrDefault(group(arrow.To))?.Contains(group(arrow.From)) is true)
            .Select(arrow => $"{arrow.From} -> {arrow.To}").Distinct().Order(StringComparer.Ordinal);

        HashSet<string> Reached(string from)
        {
            var (seen, open) = (new HashSet<string>(), new Stack<string>([from]));
            while (open.TryPop(out var at))
            {
                foreach (var to in next[at].Where(seen.Add))
                {
                    open.Push(to);
                }
            }

            return seen;
        }
    }
}
