using ReverseMentoring.Core.Reports.Disclosure;
using ReverseMentoring.Core.Reports.Waves;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Comparing;

/// <param name="Head">Its text's key.</param>
/// <param name="Value">A text, a number or a day.</param>
internal sealed record CompareColumn(string Head, Func<ManagerContext, ComparedCohort, object?> Value);

/// <summary>What stands side by side: first how each was set up, then what came of it. A new one is one line here.</summary>
internal static class CompareColumns
{
    public static IReadOnlyList<CompareColumn> All { get; } =
    [
        new("Cohorts.Name", (_, one) => one.Report.Name),
        new("Cohorts.Start", (_, one) => one.Cohort.Settings.Start),
        new("Compare.Sessions", (_, one) => one.Cohort.Settings.Sessions.Sessions),
        new("Compare.Minutes", (_, one) => one.Cohort.Settings.Sessions.Minutes),
        new("Compare.Days", (_, one) => one.Cohort.Settings.Sessions.IdealDays),
        new("Role.Mentors", (_, one) => one.Report.Mentors),
        new("Role.Mentees", (_, one) => one.Report.Mentees),
        new("Compare.Formed", (_, one) => one.Formed),
        new("Compare.Completed", (context, one) => FigureTexts.Say(context, FigureKind.Meetings, one.End.Find(WaveCatalogue.Meetings, WaveCatalogue.Completed))),
        new("Compare.WithoutMentors", (context, one) => FigureTexts.Say(context, FigureKind.People, one.End.Find(WaveCatalogue.Without, Cells.Mentors))),
        new("Compare.WithoutMentees", (context, one) => FigureTexts.Say(context, FigureKind.People, one.End.Find(WaveCatalogue.Without, Cells.Mentees))),
        new("Compare.Waiting", (_, one) => one.Report.Draw?.Waiting is > 0 and var waiting ? waiting : "–"),
        new("Table.left", (context, one) => FigureTexts.Say(context, FigureKind.People, one.End.Find(WaveCatalogue.Left, Cells.All))),
        new("Compare.Held", (context, one) => one.Held is { } held ? $"{context.Number(held)} %" : one.Report.Sessions.NearlyAllHeld ? context.Say("Report.NearlyAll") : "–"),
        new("Report.Worth", (context, one) => one.Worth is { } worth ? context.Number(worth, "N1") : "–"),
        new("Compare.AnsweredMentors", (context, one) => one.Answered(context, Cells.Mentors)),
        new("Compare.AnsweredMentees", (context, one) => one.Answered(context, Cells.Mentees)),
        new("Compare.Rose", (context, one) => one.Changes is { All: > 0 } changes ? context.Say("Figure.Of", ("count", context.Number(changes.Rose)), ("all", context.Number(changes.All))) : "–"),
        new("Compare.Better", (context, one) => one.Better is { All: > 0 } better ? context.Say("Figure.Of", ("count", context.Number(better.Count)), ("all", context.Number(better.All))) : "–"),
        new("Compare.Again", (context, one) => one.Level(context, Promise.Again)),
        new("Compare.Recommend", (context, one) => one.Level(context, Promise.Recommend)),
    ];
}
