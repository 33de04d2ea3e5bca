using Microsoft.Extensions.Primitives;
using ReverseMentoring.Web.DesignSystem.Charts;
using ReverseMentoring.Web.DesignSystem.Display;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.DesignSystem.Tables;

namespace ReverseMentoring.Tests.DesignSystem.Gallery;

/// <summary>What the gallery shows, for developers and tests: made-up people, long words, empty and full.</summary>
public static class GallerySamples
{
    public sealed record Row(string Name, string Department, string State, Tone Tone, int Answers, string Last);

    public static IReadOnlyList<LanguageLink> Languages { get; } =
    [
        new("en", "English", "?lang=en", true), new("de", "Deutsch", "?lang=de"), new("fr", "Français", "?lang=fr"),
        new("es", "Español", "?lang=es"), new("pt", "Português", "?lang=pt"),
    ];

    public static IReadOnlyList<LanguageLink> ManagerLanguages => [.. Languages.Take(2)];

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new("Call for topics", StepState.Done, "until 20 Feb"), new("Offers and wishes", StepState.Now, "until 6 Mar"),
        new("Matching", StepState.Coming, "9 Mar"), new("Review", StepState.Coming, "10 Mar"),
        new("Confirmation", StepState.Coming, "until 20 Mar"), new("Sessions", StepState.Coming, "to October"),
        new("Feedback", StepState.Coming, "October"), new("Report", StepState.Coming, "November"),
    ];

    public static IReadOnlyList<TopicLine> Topics { get; } =
    [
        new("prompting", "Prompting and its limits"), new("video", "Short video"), new("automation", "Automating the boring parts"),
        new("remote", "Leading when nobody is in the room"), new("async", "Fewer meetings"), new("access", "Being disabled at work"),
        new("parents", "Parents and carers"), new("first-gen", "First in the family at a desk"),
        new("climate", "What young customers think of our climate plans"), new("long", "Donaudampfschifffahrtsgesellschaftskapitänsmützen"),
    ];

    public static IReadOnlyList<TopicLine> FewTopics { get; } =
        [new("budget", "How a budget is made"), new("board", "What a board talks about"), new("career", "Saying no and staying liked")];

    public static IReadOnlyList<Choice> Formats { get; } = [new("remote", "Online"), new("room", "In person"), new("either", "Either is fine")];

    public static IReadOnlyList<Choice> Spoken { get; } =
        [new("en", "English"), new("de", "Deutsch"), new("fr", "Français"), new("es", "Español"), new("pt", "Português")];

    public static IReadOnlyList<Choice> Decisions { get; } =
    [
        new("yes", "Yes, let's start", "We tell Tomás, and look for a time in both calendars."),
        new("no", "No, somebody else", "Without fault and without a reason. Tomás only hears that it did not work out."),
    ];

    public static IReadOnlyList<Choice> Days { get; } =
        [new("mon", "Monday"), new("tue", "Tuesday"), new("wed", "Wednesday"), new("thu", "Thursday"), new("fri", "Friday")];

    public static IReadOnlyList<Choice> Parts { get; } = [new("am", "Morning"), new("noon", "Midday"), new("pm", "Afternoon")];

    public static IReadOnlyList<Choice> Statements { get; } =
        [new("heard", "I was listened to"), new("learned", "I learned something that I use"), new("again", "I would do this again")];

    public static IReadOnlyList<Choice> Agreement { get; } =
        [new("1", "Not at all"), new("2", "Rather not"), new("3", "Rather"), new("4", "Fully")];

    public static IReadOnlyList<Fact> Session { get; } =
    [
        new("When", "Tuesday, 17 March, 14:00 to 14:45"), new("For Tomás", "the same hour in Madrid"),
        new("Where", "Online, the link is in your calendar"), new("Topic", "Prompting and its limits"),
    ];

    public static IReadOnlyList<Moment> Moments { get; } =
    [
        new("2 March", "You told us what you bring", DateTime: "2026-03-02"),
        new("10 March", "We proposed Tomás", "Answer by 20 March", StepState.Now, "2026-03-10"),
        new("from 23 March", "Six sessions, one a month", null, StepState.Coming),
        new("June", "Half-time: are you still the right two?", null, StepState.Coming),
    ];

    public static IReadOnlyList<Link> Menu { get; } =
        [new("Overview", "#1", true), new("People", "#2"), new("Topics", "#3", Count: 9), new("Matches", "#4"), new("Sessions", "#5"), new("Mails", "#6", Count: 3), new("Report", "#7")];

    public static IReadOnlyList<Link> Trail { get; } = [new("Cohorts", "#0"), new("Spring cohort", "#1", true)];

    public static IReadOnlyList<Link> Filters { get; } =
        [new("Everybody", "#1", true), new("Not answered", "#2", Count: 24), new("Unreachable", "#3", Count: 3)];

    public static ListQuery Query { get; } = new("/look", "li", "name", true, 2, []);

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("Ana Lindqvist", "Finance", "Answered", Tone.Good, 12, "2 March"),
        new("Tomás Prieto", "Data and insight", "Reminded", Tone.Careful, 7, "28 February"),
        new("Oluwaseun Adébáyọ̀-Featherstonehaugh", "Operations", "Unreachable", Tone.Bad, 0, "never arrived"),
        new("李 娜", "Sales", "Invited", Tone.Plain, 0, "1 March"),
    ];

    public static IReadOnlyList<string> ChartTopics { get; } = ["Prompting and its limits", "Short video", "Fewer meetings", "How a budget is made"];

    public static IReadOnlyList<Series> ChartSeries { get; } = [new("Offers", [31, 22, 18, 4]), new("Wishes", [44, 9, 27, 12])];

    public static IReadOnlyList<string> ChartDays { get; } = ["Mon 23 Feb", "Tue 24", "Wed 25", "Thu 26", "Fri 27", "Sat 28", "Sun 1", "Mon 2 Mar"];

    public static IReadOnlyList<Series> ChartAnswers { get; } =
        [new("Mentors", [0, 22, 41, 52, 61, 62, 63, 80]), new("Mentees", [0, 6, 11, 19, 22, 22, null, 38])];

    /// <summary>The form as somebody has answered it.</summary>
    public static FormState Answered { get; } = FormState.FromValues(Given);

    /// <summary>The form as it comes back after mistakes.</summary>
    public static FormState Wrong { get; } = FormState.FromValues(
        [.. Given.Where(pair => pair.Key is not ("rules" or "useful"))],
        new("offer", "Please choose at least three topics that you could show somebody."),
        new("format", "Please say where you would like to meet."), new("accept", "Please choose yes or no."),
        new("useful", "Please tap a figure from 1 to 5."), new("expect", "This is longer than 600 characters. Please shorten it a little."),
        new("zone", "We don't know the time zone 'Stockhom'. Did you mean Europe/Stockholm?"), new("rules", "Please agree to the ground rules, or tell us that you'd rather not take part."));

    private static KeyValuePair<string, StringValues>[] Given =>
    [
        new("offer", new StringValues(["prompting", "access"])), new("wish", new StringValues(["budget", "board"])),
        new("format", "either"), new("languages", new StringValues(["en", "es"])), new("accept", "yes"), new("useful", "4"),
        new("hours", new StringValues(["mon.am", "tue.am", "thu.pm"])), new("statement.heard", "4"), new("statement.learned", "3"),
        new("expect", "To understand what my youngest colleagues see that I no longer do.\nAnd to be asked questions."), new("rules", "true"), new("until", "2026-03-09"),
    ];
}
