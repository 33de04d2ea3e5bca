using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Find us another time: three proposals, one tap.</summary>
internal sealed class RescheduleForm(IRescheduleService sessions, SessionPageModels models) : SessionForm(models)
{
    public override FormKind Kind => FormKind.Reschedule;

    public override IReadOnlyList<Question> Questions { get; } = [new("Reschedule.Ask")];

    protected override Type Page => typeof(ReschedulePage);

    protected override string EmptyKey => "Reschedule.Empty";

    protected override Type PageAfter(SessionPageModel model) => typeof(RescheduledPage);

    protected override async Task<string?> Accept(LinkContext context, SessionPageModel model, string value, CancellationToken cancel) =>
        model.Find(value) is { } start
        && await sessions.Choose(context.Cohort.Id, context.Person.Id, model.Meeting.Id, model.Session.Number, start, cancel)
            ? context.Address("sent=1")
            : null;
}
