using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cohorts.Roster;
using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>One of my pairs with its sessions.</summary>
public sealed record MyPair(PairGround Pair, IReadOnlyList<Session> Sessions)
{
    /// <summary>Where sessions meet online, by their numbers; only those that stand in a calendar with such a place.</summary>
    public IReadOnlyDictionary<int, Uri> Online { get; init; } = new Dictionary<int, Uri>();
}

/// <summary>A circle that I am in, with its sessions.</summary>
public sealed record MyCircle(CircleGround Circle, IReadOnlyList<Session> Sessions);

/// <param name="Pairs">Those that are proposed, meet, or have met.</param>
/// <param name="Sure">What is to be confirmed in a second step, and for which pair; null: nothing.</param>
public sealed record ParticipationGround(IReadOnlyList<MyPair> Pairs, string? Sure = null, string? SurePair = null)
{
    public IReadOnlyList<MyCircle> Circles { get; init; } = [];

    /// <summary>Nothing can be changed any more but data erased.</summary>
    public bool IsOver { get; init; }

    /// <summary>Which of the page's small forms was sent with a mistake; null: none.</summary>
    public string? Wrong { get; init; }

    /// <summary>Where this person's sessions can be subscribed to.</summary>
    public string Feed { get; init; } = "";
}

/// <summary>My participation: my pairs and sessions, reminders, another partner, leaving, my data, erasure.</summary>
internal sealed class ParticipationForm(ParticipationDesk desk, PairGrounds pairs, MeetingGrounds meetings, FeedLinks feeds, IStore store) : IForm
{
    /// <summary>What takes something away is asked twice.</summary>
    private static readonly string[] AskedTwice = ["part", "leave", "erase"];

    public FormKind Kind => FormKind.Participation;

    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel) =>
        Outcome.Of<ParticipationPage>(View(visit, await Ground(visit, cancel), FormState.Empty) with { Sent = sent });

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        var ground = await Ground(visit, cancel);
        var (what, pair) = (fields.Value("do"), fields.Value("pair"));
        if (what is "remind" or "time" or "delegate" or "pause" && !ground.IsOver)
        {
            return await Set(visit, fields, what, cancel)
                ? new Outcome.See(visit.Address("sent=1"))
                : Outcome.Of<ParticipationPage>(View(visit, ground with { Wrong = what }, fields.State), 422);
        }

        if (!AskedTwice.Contains(what) || (what != "erase" && ground.IsOver)
            || (what == "part" && !CanPart(ground, pair)))
        {
            return Outcome.Of<ParticipationPage>(View(visit, ground, FormState.Empty));
        }

        if (fields.Value("sure") == "true")
        {
            return await Act(visit, what, pair, cancel);
        }

        var second = fields.Value("step") == "2";
        if (second)
        {
            fields.Wrong("sure", "Participation.SureEmpty");
        }

        var asked = View(visit, ground with { Sure = what, SurePair = pair }, second ? fields.State : FormState.Empty);
        return Outcome.Of<SurePage>(asked, second ? 422 : 200);
    }

    private static bool CanPart(ParticipationGround ground, string meeting) =>
        ground.Pairs.Any(mine => mine.Pair.Pair.Id == meeting && mine.Pair.Pair.Status is PairStatus.Running)
        || ground.Circles.Any(mine => mine.Circle.Circle.Id == meeting && mine.Circle.Circle.Status is CircleStatus.Running);

    /// <returns>False, and errors, where something is wrong; then nothing is changed.</returns>
    private async Task<bool> Set(Visit visit, Fields fields, string what, CancellationToken cancel)
    {
        var (cohort, person) = (visit.Cohort.Id, visit.Person.Id);
        switch (what)
        {
            case "remind" when fields.Choice("reminders", "Participation.RemindersEmpty", "on", "off") is { } choice:
                await desk.Remind(cohort, person, choice == "on", cancel);
                break;
            case "time" when TimeFields.Read(fields, visit) is { } time:
                await desk.SetTime(cohort, person, time, cancel);
                break;
            case "pause" when fields.Value("intent") == "resume":
                if (fields.Choice("back", "Participation.SureEmpty", "true") is not null)
                {
                    await desk.Pause(cohort, person, null, cancel);
                }

                break;
            case "pause" when TimeFields.LastDayOfPause(fields, visit) is { } last:
                await desk.Pause(cohort, person, last, cancel);
                break;
            case "delegate" when IsDelegate(fields, visit):
                await desk.NameDelegate(cohort, person, fields.Value("delegate"), cancel);
                break;
        }

        return !fields.HasErrors;
    }

    private static bool IsDelegate(Fields fields, Visit visit)
    {
        var address = fields.Value("delegate");
        if (address.Length > 0 && (!Addresses.IsOne(address) || Person.Normal(address) == visit.Person.Email))
        {
            fields.Wrong("delegate", "MyDelegate.Wrong");
        }

        return !fields.HasErrors;
    }

    private async Task<Outcome> Act(Visit visit, string what, string pair, CancellationToken cancel)
    {
        var (cohort, person) = (visit.Cohort.Id, visit.Person.Id);
        switch (what)
        {
            case "part":
                await desk.Part(cohort, person, pair, cancel);
                break;
            case "leave":
                await desk.Leave(cohort, person, cancel);
                break;
            default:
                await desk.Erase(cohort, person, cancel);
                return Outcome.Of<ClosedPage>(new Closed(200, "ErasedNow", visit.Culture) { Theme = visit.Theme });
        }

        return new Outcome.See(visit.Address("sent=1"));
    }

    private async Task<ParticipationGround> Ground(Visit visit, CancellationToken cancel)
    {
        var mine = new List<MyPair>();
        var book = new PairBook(store, visit.Cohort.Id);
        foreach (var pair in await desk.PairsOf(visit.Cohort.Id, visit.Person.Id, cancel))
        {
            // A pair that was declined is nobody's any more, and says nothing of who declined.
            if (pair.Status is PairStatus.Draft or PairStatus.Declined || await pairs.Read(visit, pair.Id, cancel) is not { } ground)
            {
                continue;
            }

            var sessions = book.Sessions(pair.Id, cancel).Select(session => session.Value);
            if (pair.Status is PairStatus.Running && await desk.IsParting(visit.Cohort.Id, visit.Person.Id, pair.Id, cancel))
            {
                ground = ground with { Pair = pair with { Status = PairStatus.Ended } };
                sessions = sessions.Where(session => !session.IsOpen);
            }

            var online = store.Query<SessionEventRow>(Rows.Partition(visit.Cohort.Id), KeyRange.Prefix(SessionEventRow.KeysOf(pair.Id)), cancel)
                .Where(row => row.Value.JoinUrl is not null);
            mine.Add(new(ground, await sessions.ToListAsync(cancel))
            {
                Online = await online.ToDictionaryAsync(row => row.Value.Number, row => row.Value.JoinUrl!, cancellationToken: cancel),
            });
        }

        var circles = new List<MyCircle>();
        foreach (var circle in await desk.CirclesOf(visit.Cohort.Id, visit.Person.Id, cancel))
        {
            if (await meetings.OfCircle(visit, circle.Id, cancel) is { } ground && !await desk.IsParting(visit.Cohort.Id, visit.Person.Id, circle.Id, cancel))
            {
                circles.Add(new(ground, await book.Sessions(circle.Id, cancel).Select(session => session.Value).ToListAsync(cancel)));
            }
        }

        return new([.. mine.OrderBy(one => one.Pair.Pair.Status is PairStatus.Ended).ThenBy(one => one.Pair.Pair.Round)])
        {
            Circles = [.. circles.OrderBy(one => one.Circle.Circle.IsOver).ThenBy(one => one.Circle.Circle.Round)],
            Feed = feeds.To(visit.Cohort.Id, visit.Person.Id, visit.Now),
            IsOver = !visit.Person.IsActive || visit.State.Status is CycleStatus.Cancelled || visit.State.Phase == PhaseNames.Retention,
        };
    }

    private static FormView<ParticipationGround> View(Visit visit, ParticipationGround ground, FormState state) =>
        new(visit, state, null, false, ground);
}
