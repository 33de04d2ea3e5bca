using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Reports;
using ReverseMentoring.Web.DesignSystem.Charts;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Matches;

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

    public static IReadOnlyList<ChartData> ChartsOf(ManagerContext context, Report report) =>
        [.. new[] { TookPart(context, report), Formed(context, report), Sessions(context, report.Sessions), Feedback(context, report), Topics(context, report) }
            .Where(chart => !chart.IsEmpty)];

    /// <summary>What each rule cost.</summary>
    public static ChartData Rules(ManagerContext context, Report report) => new(
        "chart-rules", context.Say("Unmatched.Costs"), context.Say("Unmatched.Rule"),
        [.. report.UnmatchedBecause.Select(cost => PairTexts.Rule(context, cost.Rule))],
        [
            new(context.Say("Role.Mentors"), [.. report.UnmatchedBecause.Select(cost => (double?)cost.Mentors)]),
            new(context.Say("Role.Mentees"), [.. report.UnmatchedBecause.Select(cost => (double?)cost.Mentees)]),
        ]);

    private static ChartData TookPart(ManagerContext context, Report report)
    {
        var phases = report.Phases.Where(phase => PhaseCatalogue.Find(phase.Name).IsAsking).ToArray();
        return new(
            "chart-phases", context.Say("Report.TookPart"), context.Say("Cohorts.Phase"), [.. phases.Select(phase => PhaseTexts.NameOf(context, phase.Name))],
            [
                new(context.Say("Report.Invited"), [.. phases.Select(phase => (double?)phase.Invited)]),
                new(context.Say("Report.Answered"), [.. phases.Select(phase => (double?)phase.Answered)]),
            ]);
    }

    private static ChartData Formed(ManagerContext context, Report report) => report.Circles is { } circles
        ? Plain(
            context, "chart-circles", "Menu.pairs",
            ("Report.Formed", circles.Formed), ("MeetingStatus.Completed", circles.Completed), ("MeetingStatus.Ended", circles.Ended),
            ("Report.CirclePeople", circles.People), ("Report.CircleLeft", circles.Left))
        : Pairs(context, report.Pairs);

    private static ChartData Pairs(ManagerContext context, PairFigures pairs) => Plain(
        context, "chart-pairs", "Menu.pairs",
        ("Report.Formed", pairs.Formed), ("MeetingStatus.Completed", pairs.Completed), ("MeetingStatus.Declined", pairs.Declined), ("MeetingStatus.Ended", pairs.Ended));

    private static ChartData Sessions(ManagerContext context, SessionFigures sessions) => Plain(
        context, "chart-sessions", "Menu.sessions",
        ("Report.Planned", sessions.Planned), ("SessionStatus.Held", sessions.Held), ("SessionStatus.Missed", sessions.Missed),
        ("SessionStatus.Unconfirmed", sessions.Unconfirmed), ("Sessions.Moved", sessions.Moved));

    private static ChartData Plain(ManagerContext context, string id, string title, params (string Label, int Value)[] figures) => new(
        id, context.Say(title), context.Say("Report.Figure"), [.. figures.Select(figure => context.Say(figure.Label))],
        [new(context.Say(title), [.. figures.Select(figure => (double?)figure.Value)])]);

    private static ChartData Feedback(ManagerContext context, Report report) => new(
        "chart-feedback", context.Say("Report.Feedback"), context.Say("Report.Question"),
        report.MentorFeedback.Answers + report.MenteeFeedback.Answers == 0
            ? []
            : [context.Say("Report.Satisfaction"), context.Say("Report.Learned"), context.Say("Report.Confidence")],
        [Means(context, "Role.Mentors", report.MentorFeedback), Means(context, "Role.Mentees", report.MenteeFeedback)], 5);

    private static Series Means(ManagerContext context, string name, FeedbackFigures figures) =>
        new(context.Say(name), [figures.Satisfaction, figures.Learned, figures.Confidence]);

    private static ChartData Topics(ManagerContext context, Report report)
    {
        var topics = report.Topics.Take(MostTopics).ToArray();
        return new(
            "chart-topics", context.Say("Report.Topics"), context.Say("Pair.Topic"),
            [.. topics.Select(topic => TopicTitles.Translate(new(topic.Topic, topic.Title), context.Culture))],
            [new(context.Say("Menu.pairs"), [.. topics.Select(topic => (double?)topic.Pairs)])]);
    }
}
