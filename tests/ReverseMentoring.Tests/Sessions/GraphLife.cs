using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Scheduling.Calendars;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Graph;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Tests.Graph;
using static ReverseMentoring.Tests.Cycle.SmallCompany;

namespace ReverseMentoring.Tests.Sessions;

/// <summary>The whole product, composed as a host composes it, with a server in Microsoft's place.</summary>
internal sealed class GraphLife : IAsyncDisposable
{
    public const string Service = "service@example.org";

    private GraphLife(FakeGraph graph, TestProgramme programme, string mailbox) => (Graph, Programme, Mailbox) = (graph, programme, mailbox);

    public FakeGraph Graph { get; }

    public TestProgramme Programme { get; }

    /// <summary>In whose calendar the events stand.</summary>
    public string Mailbox { get; }

    public IReadOnlyList<JsonObject> Events => [.. Graph.Mailboxes.EventsOf(Mailbox).OrderBy(one => TimeOf(one).Start)];

    /// <param name="organizer">As the cohort sets it.</param>
    /// <param name="before">What is so from the start.</param>
    /// <param name="whenMatched">What happens before the pair's sessions are planned.</param>
    public static async Task<GraphLife> Begin(
        string organizer = "service-mailbox", Action<FakeGraph>? before = null, Action<FakeGraph>? whenMatched = null)
    {
        var graph = await FakeGraph.StartAsync();
        graph.Latency = TimeSpan.Zero;
        graph.Mailboxes.Busy[Leader(1)] = [];
        graph.Mailboxes.Busy[Junior(1)] = [];
        before?.Invoke(graph);
        var programme = await TestProgramme.Start(
            SmallCompany.Of(1, 1),
            new { sessions = new { sessions = 4 }, calendar = new { mode = "microsoft365", organizer } },
            more: services => services.AddSingleton(graph.Client).AddMicrosoft365(options =>
            {
                options.ServiceMailbox = Service;
                options.Endpoint = graph.Options.Endpoint;
            }).AddSingleton<ICalendar>(_ => graph.Calendar)); // Its clock doesn't wait in earnest.
        graph.Clock.Follows = () => programme.Time.Now;
        await programme.UntilReview(1, 1);
        whenMatched?.Invoke(graph);
        await programme.UntilSessionsFromReview(1, 1);
        return new(graph, programme, organizer switch { "mentor" => Junior(1), "mentee" => Leader(1), _ => Service });
    }

    public Task Days(double days) => Programme.Time.TurnTo(Programme.Time.Now.AddDays(days));

    /// <summary>Each session that is to come stands in the calendar once, at its time, and nothing else does.</summary>
    public async Task CalendarSaysWhatRowsSay()
    {
        var planned = (await Programme.Sessions()).Where(session => session.HasTime && session.Time.Start > Programme.Time.Now).Select(session => session.Time);
        Assert.Equal(
            planned.Select(time => time.Start).Order(),
            Events.Select(TimeOf).Where(time => time.Start > Programme.Time.Now).Select(time => time.Start));
    }

    public static string IdOf(JsonObject one) => (string)one["id"]!;

    public static Interval TimeOf(JsonObject one) => new(Moment(one["start"]!), Moment(one["end"]!));

    public async ValueTask DisposeAsync()
    {
        await Programme.DisposeAsync();
        await Graph.DisposeAsync();
    }

    private static DateTimeOffset Moment(JsonNode written) => DateTimeOffset.Parse((string)written["dateTime"]! + "Z", CultureInfo.InvariantCulture);
}
