using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <param name="PartnerName">Whom the session is with.</param>
/// <param name="CanMove">A circle's session is not one person's to move.</param>
public sealed record DelegateSession(string Pair, string PartnerName, Session Session, bool CanMove = true);

/// <summary>All that a delegate sees: times and names.</summary>
/// <param name="Moves">The session that is to be moved; null: only the list.</param>
/// <param name="Times">Others that are free in both calendars, the best first.</param>
public sealed record DelegateGround(IReadOnlyList<DelegateSession> Sessions, DelegateSession? Moves, IReadOnlyList<Interval> Times);

/// <summary>The page of somebody who keeps another's calendar: what is planned, and another time for one of them.</summary>
internal sealed class DelegateForm(ParticipationDesk people, RescheduleDesk desk, MeetingGrounds meetings, IStore store) : IForm
{
    public FormKind Kind => FormKind.Delegate;

    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel) =>
        Outcome.Of<DelegatePage>(View(visit, await Ground(visit, cancel), FormState.Empty) with { Sent = sent });

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        if (fields.Value("do") == "resign")
        {
            return await Resign(visit, fields, cancel);
        }

        var ground = await Ground(visit, cancel);
        var value = fields.Value("time");
        if (ground.Moves is not { } moved)
        {
            return Outcome.Of<DelegatePage>(View(visit, ground, FormState.Empty));
        }

        if (value.Length == 0)
        {
            fields.Wrong("time", "Reschedule.Empty");
        }
        else if (RescheduleGround.Find(ground.Times, value) is { } start
            && await desk.Choose(visit.Cohort.Id, visit.Person.Id, moved.Pair, moved.Session.Number, start, cancel))
        {
            return new Outcome.See(visit.Address("sent=1"));
        }
        else
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        return Outcome.Of<DelegatePage>(View(visit, ground, fields.State), 422);
    }

    private async Task<Outcome> Resign(Visit visit, Fields fields, CancellationToken cancel)
    {
        if (fields.Value("sure") == "true")
        {
            await people.NameDelegate(visit.Cohort.Id, visit.Person.Id, null, cancel);
            return Outcome.Of<ClosedPage>(new Closed(200, "Resigned", visit.Culture) { Theme = visit.Theme });
        }

        var second = fields.Value("step") == "2";
        if (second)
        {
            fields.Wrong("sure", "Participation.SureEmpty");
        }

        return Outcome.Of<ResignPage>(View(visit, new([], null, []), second ? fields.State : FormState.Empty), second ? 422 : 200);
    }

    private async Task<DelegateGround> Ground(Visit visit, CancellationToken cancel)
    {
        var (book, all) = (new PairBook(store, visit.Cohort.Id), new List<DelegateSession>());
        foreach (var pair in (await people.PairsOf(visit.Cohort.Id, visit.Person.Id, cancel)).Where(pair => pair.Status is PairStatus.Running))
        {
            var partner = await people.Find(visit.Cohort.Id, pair.Partner(visit.Person.Id), cancel);
            var name = partner is { Name.Length: > 0 } ? partner.Name : visit.Voice.Say("YourPartner");
            all.AddRange(await book.Sessions(pair.Id, cancel).Select(row => row.Value)
                .Where(session => session.HasTime && session.Time.Start > visit.Now)
                .Select(session => new DelegateSession(pair.Id, name, session)).ToListAsync(cancel));
        }

        foreach (var circle in (await people.CirclesOf(visit.Cohort.Id, visit.Person.Id, cancel)).Where(circle => !circle.IsOver))
        {
            var with = (await meetings.Read(visit, circle.Id, cancel))?.With ?? "";
            all.AddRange(await book.Sessions(circle.Id, cancel).Select(row => row.Value)
                .Where(session => session.HasTime && session.Time.Start > visit.Now)
                .Select(session => new DelegateSession(circle.Id, with, session, CanMove: false)).ToListAsync(cancel));
        }

        var number = DelegateLinks.SessionOf(visit.Link);
        var moves = all.FirstOrDefault(one => one.CanMove && one.Pair == visit.Link.Scope && one.Session.Number == number);
        var times = moves is null ? null : await desk.Look(visit.Cohort.Id, moves.Pair, number, cancel);
        return new([.. all.OrderBy(one => one.Session.Time.Start)], moves, times?.Times ?? []);
    }

    private static FormView<DelegateGround> View(Visit visit, DelegateGround ground, FormState state) =>
        new(visit, state, null, false, ground);
}

/// <summary>A delegate's link says which naming it belongs to, so that it ends with it, and which session it moves, if any.</summary>
public static class DelegateLinks
{
    private const int Sessions = 1000;

    public static int NumberOf(Person leader, int session = 0) => (leader.DelegateRevision * Sessions) + session;

    public static int SessionOf(Link link) => link.Number % Sessions;

    public static bool Holds(Link link, Person leader) =>
        leader.DelegateEmail is not null && link.Number / Sessions == leader.DelegateRevision;
}
