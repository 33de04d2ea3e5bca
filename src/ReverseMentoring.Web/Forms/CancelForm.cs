using ReverseMentoring.Core.Circles;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Sessions;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>I can't make it: three other times, or "find one for us". The session is never simply gone.</summary>
internal sealed class CancelForm(RescheduleDesk desk, PairGrounds pairs, CircleCancel circles) : IForm
{
    public const string Any = "any";

    public FormKind Kind => FormKind.Cancel;

    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel)
    {
        if (Circle.IsId(visit.Link.Scope))
        {
            return await circles.Show(visit, sent, cancel);
        }

        var ground = await Ground(visit, cancel);
        return ground is null ? RescheduleForm.Over(visit)
            : sent ? Outcome.Of<RescheduledPage>(RescheduleForm.View(visit, ground, FormState.Empty))
            : Outcome.Of<CancelPage>(RescheduleForm.View(visit, ground, FormState.Empty));
    }

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        if (Circle.IsId(visit.Link.Scope))
        {
            return await circles.Take(visit, fields, cancel);
        }

        if (await Ground(visit, cancel) is not { } ground)
        {
            return RescheduleForm.Over(visit);
        }

        var value = fields.Value("time");
        var start = ground.Find(value);
        if (value.Length == 0)
        {
            fields.Wrong("time", "Cancel.Empty");
        }
        else if ((value == Any || start is not null)
            && await desk.Cancel(visit.Cohort.Id, visit.Person.Id, visit.Link.Scope, visit.Link.Number, start, cancel))
        {
            return new Outcome.See(visit.Address("sent=1"));
        }
        else
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        return Outcome.Of<CancelPage>(RescheduleForm.View(visit, ground, fields.State), 422);
    }

    private async Task<RescheduleGround?> Ground(Visit visit, CancellationToken cancel) =>
        await pairs.Read(visit, visit.Link.Scope, cancel) is { } pair
        && await desk.Look(visit.Cohort.Id, visit.Link.Scope, visit.Link.Number, cancel) is { } proposal
            ? new(pair, proposal.Session, proposal.Times)
            : null;
}
