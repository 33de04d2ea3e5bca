using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <param name="Meeting">Id of the pair or circle.</param>
/// <param name="With">Whom the session is with.</param>
public sealed record DelegateSession(string Meeting, string With, Session Session);

/// <summary>All that a delegate sees: times and names.</summary>
/// <param name="Moves">The session that is to be moved; null: only the list.</param>
/// <param name="Times">Others that are free for all, the best first.</param>
public sealed record DelegateGround(IReadOnlyList<DelegateSession> Sessions, DelegateSession? Moves, IReadOnlyList<Interval> Times);

/// <summary>The page of somebody who keeps another's calendar: what is planned, and another time for one of them.</summary>
internal sealed class DelegateForm(ParticipationDesk people, IRescheduleService sessions, MeetingPageModels meetings, IStore store) : IForm
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
        else if (ground.Times.Where(time => SessionPageModel.ValueOf(time) == value).ToArray() is [var to]
            && await sessions.Choose(visit.Cohort.Id, visit.Person.Id, moved.Meeting, moved.Session.Number, to.Start, cancel))
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
        var (repository, all) = (new MeetingRepository(store, visit.Cohort.Id), new List<DelegateSession>());
        foreach (var meeting in (await people.MeetingsOf(visit.Cohort.Id, visit.Person.Id, cancel)).Where(meeting => meeting.Status is MeetingStatus.Running))
        {
            var with = (await meetings.Read(visit, meeting, cancel)).With;
            all.AddRange(await repository.Sessions(meeting.Id, cancel).Select(row => row.Value)
                .Where(session => session.HasTime && session.Time.Start > visit.Now)
                .Select(session => new DelegateSession(meeting.Id, with, session)).ToListAsync(cancel));
        }

        var moves = all.FirstOrDefault(one => one.Meeting == visit.Link.Scope && one.Session.Number == visit.Link.Number);
        var times = moves is null ? null : await sessions.Look(visit.Cohort.Id, visit.Person.Id, moves.Meeting, moves.Session.Number, cancel);
        return new([.. all.OrderBy(one => one.Session.Time.Start)], moves, times?.Times ?? []);
    }

    private static FormView<DelegateGround> View(Visit visit, DelegateGround ground, FormState state) =>
        new(visit, state, null, false, ground);
}
