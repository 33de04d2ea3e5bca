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
    /// <summary>The times as choices; the partner's clock beside them only where it shows another time.</summary>
    public IEnumerable<Choice> Choices(Visit visit) => Times.Select(time => new Choice(ValueOf(time), visit.Voice.When(time), Theirs(visit, time)));

    /// <returns>The start of the time that was chosen; null: it is none of them.</returns>
    public DateTimeOffset? Find(string value) => Find(Times, value);

    public static DateTimeOffset? Find(IReadOnlyList<Interval> times, string value) =>
        times.Where(time => ValueOf(time) == value).Select(time => (DateTimeOffset?)time.Start).FirstOrDefault();

    private string? Theirs(Visit visit, Interval time)
    {
        var there = Pair.Partner.ZoneAt(time.Start);
        return there.OffsetAt(time.Start) == visit.Voice.Zone.OffsetAt(time.Start)
            ? null
            : visit.Voice.Say("Reschedule.Theirs", ("partner", Pair.PartnerName), ("when", visit.Voice.When(time, there)));
    }

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
        else if (ground.Find(value) is { } start
            && await desk.Choose(visit.Cohort.Id, visit.Person.Id, visit.Link.Scope, visit.Link.Number, start, cancel))
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

    internal static FormView<RescheduleGround> View(Visit visit, RescheduleGround ground, FormState state) =>
        new(visit, state, null, false, ground);

    internal static Outcome.Page Over(Visit visit) =>
        Outcome.Of<ClosedPage>(new Closed(410, "NoSession", visit.Culture) { Theme = visit.Theme, Visit = visit }, 410);
}
