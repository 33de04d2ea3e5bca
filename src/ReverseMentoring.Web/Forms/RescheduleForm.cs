using System.Globalization;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <param name="Session">As it is planned now.</param>
/// <param name="Times">Others that are free in both calendars, the best first; may be none.</param>
public sealed record RescheduleGround(PairGround Pair, Session Session, IReadOnlyList<Interval> Times)
{
    public static string ValueOf(Interval time) => time.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Find us another time: three proposals, one tap.</summary>
internal sealed class RescheduleForm(RescheduleDesk desk, PairGrounds pairs) : IForm
{
    public FormKind Kind => FormKind.Reschedule;

    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel)
    {
        var ground = await Ground(visit, cancel);
        return ground is null ? Over(visit)
            : sent ? Outcome.Of<RescheduledPage>(View(visit, ground, FormState.Empty))
            : Outcome.Of<ReschedulePage>(View(visit, ground, FormState.Empty));
    }

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        if (await Ground(visit, cancel) is not { } ground)
        {
            return Over(visit);
        }

        var value = fields.Value("time");
        if (value.Length == 0)
        {
            fields.Wrong("time", "Reschedule.Empty");
        }
        else if (ground.Times.FirstOrDefault(time => RescheduleGround.ValueOf(time) == value) is { Start.Year: > 1 } chosen
            && await desk.Choose(visit.Cohort.Id, visit.Person.Id, visit.Link.Scope, visit.Link.Number, chosen.Start, cancel))
        {
            return new Outcome.See(visit.Address("sent=1"));
        }
        else
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        return Outcome.Of<ReschedulePage>(View(visit, ground, fields.State), 422);
    }

    private async Task<RescheduleGround?> Ground(Visit visit, CancellationToken cancel) =>
        await pairs.Read(visit, visit.Link.Scope, cancel) is { } pair
        && await desk.Look(visit.Cohort.Id, visit.Link.Scope, visit.Link.Number, cancel) is { } proposal
            ? new(pair, proposal.Session, proposal.Times)
            : null;

    private static FormView<RescheduleGround> View(Visit visit, RescheduleGround ground, FormState state) =>
        new(visit, state, null, false, ground);

    private static Outcome.Page Over(Visit visit) =>
        Outcome.Of<ClosedPage>(new Closed(410, "NoSession", visit.Culture) { Theme = visit.Theme, Visit = visit }, 410);
}
