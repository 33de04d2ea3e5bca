using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <param name="Session">The one that somebody can't come to.</param>
/// <param name="Presents">Who presents at it, in a sentence.</param>
public sealed record CircleSessionGround(Session Session, string? Presents);

/// <summary>I can't come to a session of my circle: the others meet without me, where enough of them do.</summary>
internal sealed class CircleCancel(CircleDesk desk, MeetingGrounds meetings)
{
    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel) =>
        await Ground(visit, cancel) is not { } ground ? RescheduleForm.Over(visit)
        : sent ? Outcome.Of<NotComingPage>(View(visit, ground, FormState.Empty))
        : Outcome.Of<CircleCancelPage>(View(visit, ground, FormState.Empty));

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        if (await Ground(visit, cancel) is not { } ground)
        {
            return RescheduleForm.Over(visit);
        }

        if (fields.Choice("time", "Cancel.Empty", CancelForm.Any) is null)
        {
            return Outcome.Of<CircleCancelPage>(View(visit, ground, fields.State), 422);
        }

        return await desk.CantCome(visit.Cohort.Id, visit.Person.Id, visit.Link.Scope, visit.Link.Number, cancel)
            ? new Outcome.See(visit.Address("sent=1"))
            : RescheduleForm.Over(visit);
    }

    private async Task<CircleSessionGround?> Ground(Visit visit, CancellationToken cancel) =>
        await meetings.OfCircle(visit, visit.Link.Scope, cancel) is { } circle
        && await desk.Look(visit.Cohort.Id, visit.Person.Id, visit.Link.Scope, visit.Link.Number, cancel) is { Session: { } session }
            ? new(session, circle.Presents(visit, session.Number))
            : null;

    private static FormView<CircleSessionGround> View(Visit visit, CircleSessionGround ground, FormState state) =>
        new(visit, state, null, false, ground);
}
