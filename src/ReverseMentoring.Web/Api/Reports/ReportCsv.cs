using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ReverseMentoring.Core.Reports;

namespace ReverseMentoring.Web.Api.Reports;

/// <summary>A report as three columns, for spreadsheets: one figure a line, and at the end what people wrote.</summary>
public static class ReportCsv
{
    private static readonly CsvConfiguration Safe = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    public static string Write(Report report, Comments comments)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Safe))
        {
            csv.WriteField("section");
            csv.WriteField("figure");
            csv.WriteField("value");
            csv.NextRecord();
            foreach (var (section, figure, value) in Lines(report).Concat(Words("half-time comment", comments.HalfTime)).Concat(Words("feedback comment", comments.Feedback)))
            {
                csv.WriteField(section);
                csv.WriteField(figure);
                csv.WriteField(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Section, string Figure, object? Value)> Lines(Report report) =>
    [
        ("cohort", "id", report.Cohort),
        ("cohort", "name", report.Name),
        ("cohort", "at", report.At.ToString("O", CultureInfo.InvariantCulture)),
        ("people", "participants", report.Participants),
        ("people", "mentors", report.Mentors),
        ("people", "mentees", report.Mentees),
        ("people", "left", report.Left),
        ("people", "unmatched mentors", report.UnmatchedMentors),
        ("people", "unmatched mentees", report.UnmatchedMentees),
        .. report.Phases.SelectMany(phase => new (string, string, object?)[]
        {
            ("phase " + phase.Name, "invited", phase.Invited), ("phase " + phase.Name, "answered", phase.Answered),
        }),
        ("pairs", "formed", report.Pairs.Formed),
        ("pairs", "completed", report.Pairs.Completed),
        ("pairs", "declined", report.Pairs.Declined),
        ("pairs", "ended", report.Pairs.Ended),
        .. Circles(report.Circles),
        ("sessions", "planned", report.Sessions.Planned),
        ("sessions", "held", report.Sessions.Held),
        ("sessions", "missed", report.Sessions.Missed),
        ("sessions", "unconfirmed", report.Sessions.Unconfirmed),
        ("sessions", "moved", report.Sessions.Moved),
        ("sessions", "worth", report.Sessions.Worth),
        .. Feedback("mentor feedback", report.MentorFeedback),
        .. Feedback("mentee feedback", report.MenteeFeedback),
        .. report.Topics.Select(topic => ("topic", topic.Title, (object?)topic.Pairs)),
        .. report.UnmatchedBecause.SelectMany(cost => new (string, string, object?)[]
        {
            ("rule " + cost.Rule, "mentees without a partner", cost.Mentees), ("rule " + cost.Rule, "mentors without a partner", cost.Mentors),
        }),
    ];

    private static IEnumerable<(string Section, string Figure, object? Value)> Circles(CircleFigures? figures) => figures is null ? [] :
    [
        ("circles", "formed", figures.Formed), ("circles", "completed", figures.Completed), ("circles", "ended", figures.Ended),
        ("circles", "people", figures.People), ("circles", "left", figures.Left), ("circles", "attendance", figures.Attendance),
    ];

    private static IEnumerable<(string Section, string Figure, object? Value)> Words(string section, SurveyComments survey) =>
    [
        .. survey.Mentors.Texts.Select(text => (section, "mentor", (object?)text)),
        .. survey.Mentees.Texts.Select(text => (section, "mentee", (object?)text)),
    ];

    private static IEnumerable<(string Section, string Figure, object? Value)> Feedback(string section, FeedbackFigures figures) =>
    [
        (section, "answers", figures.Answers), (section, "satisfaction", figures.Satisfaction), (section, "learned", figures.Learned),
        (section, "confidence", figures.Confidence), (section, "net promoter", figures.NetPromoter),
    ];
}
