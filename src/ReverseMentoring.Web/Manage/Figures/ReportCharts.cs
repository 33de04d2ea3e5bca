using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Web.Look.Charts;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Manage.Figures;

/// <summary>A chart's figures, with their labels.</summary>
public sealed record ChartData(string Id, string Title, string LabelHead, IReadOnlyList<string> Labels, IReadOnlyList<Series> Series, double? Max = null)
{
    public bool IsEmpty => Labels.Count == 0;
}

/// <summary>A report's figures as charts.</summary>
internal static class ReportCharts
{
    private const int MostTopics = 12;

    private static readonly string[] Asking = [PhaseNames.CallForTopics, PhaseNames.OffersAndWishes, PhaseNames.Feedback];

    public static IReadOnlyList<ChartData> Of(Desk desk, Report report) =>
        [.. new[] { TookPart(desk, report), Formed(desk, report), Sessions(desk, report.Sessions), Feedback(desk, report), Topics(desk, report) }
            .Where(chart => !chart.IsEmpty)];

    /// <summary>What each rule cost.</summary>
    public static ChartData Rules(Desk desk, Report report) => new(
        "chart-rules", desk.Say("Unmatched.Costs"), desk.Say("Unmatched.Rule"),
        [.. report.UnmatchedBecause.Select(cost => PairWords.Rule(desk, cost.Rule))],
        [
            new(desk.Say("Role.Mentors"), [.. report.UnmatchedBecause.Select(cost => (double?)cost.Mentors)]),
            new(desk.Say("Role.Mentees"), [.. report.UnmatchedBecause.Select(cost => (double?)cost.Mentees)]),
        ]);

    private static ChartData TookPart(Desk desk, Report report)
    {
        var phases = report.Phases.Where(phase => Asking.Contains(phase.Name)).ToArray();
        return new(
            "chart-phases", desk.Say("Report.TookPart"), desk.Say("Cohorts.Phase"), [.. phases.Select(phase => Phase.NameOf(desk, phase.Name))],
            [
                new(desk.Say("Report.Invited"), [.. phases.Select(phase => (double?)phase.Invited)]),
                new(desk.Say("Report.Answered"), [.. phases.Select(phase => (double?)phase.Answered)]),
            ]);
    }

    private static ChartData Formed(Desk desk, Report report) => report.Circles is { } circles
        ? Plain(
            desk, "chart-circles", "Menu.pairs",
            ("Report.Formed", circles.Formed), ("MeetingStatus.Completed", circles.Completed), ("MeetingStatus.Ended", circles.Ended),
            ("Report.CirclePeople", circles.People), ("Report.CircleLeft", circles.Left))
        : Pairs(desk, report.Pairs);

    private static ChartData Pairs(Desk desk, PairFigures pairs) => Plain(
        desk, "chart-pairs", "Menu.pairs",
        ("Report.Formed", pairs.Formed), ("MeetingStatus.Completed", pairs.Completed), ("MeetingStatus.Declined", pairs.Declined), ("MeetingStatus.Ended", pairs.Ended));

    private static ChartData Sessions(Desk desk, SessionFigures sessions) => Plain(
        desk, "chart-sessions", "Menu.sessions",
        ("Report.Planned", sessions.Planned), ("SessionStatus.Held", sessions.Held), ("SessionStatus.Missed", sessions.Missed),
        ("SessionStatus.Unconfirmed", sessions.Unconfirmed), ("Sessions.Moved", sessions.Moved));

    private static ChartData Plain(Desk desk, string id, string title, params (string Label, int Value)[] figures) => new(
        id, desk.Say(title), desk.Say("Report.Figure"), [.. figures.Select(figure => desk.Say(figure.Label))],
        [new(desk.Say(title), [.. figures.Select(figure => (double?)figure.Value)])]);

    private static ChartData Feedback(Desk desk, Report report) => new(
        "chart-feedback", desk.Say("Report.Feedback"), desk.Say("Report.Question"),
        report.MentorFeedback.Answers + report.MenteeFeedback.Answers == 0
            ? []
            : [desk.Say("Report.Satisfaction"), desk.Say("Report.Learned"), desk.Say("Report.Confidence")],
        [Means(desk, "Role.Mentors", report.MentorFeedback), Means(desk, "Role.Mentees", report.MenteeFeedback)], 5);

    private static Series Means(Desk desk, string name, FeedbackFigures figures) =>
        new(desk.Say(name), [figures.Satisfaction, figures.Learned, figures.Confidence]);

    private static ChartData Topics(Desk desk, Report report)
    {
        var topics = report.Topics.Take(MostTopics).ToArray();
        return new(
            "chart-topics", desk.Say("Report.Topics"), desk.Say("Pair.Topic"),
            [.. topics.Select(topic => TopicTitles.Of(new(topic.Topic, topic.Title), desk.Culture))],
            [new(desk.Say("Menu.pairs"), [.. topics.Select(topic => (double?)topic.Pairs)])]);
    }
}
