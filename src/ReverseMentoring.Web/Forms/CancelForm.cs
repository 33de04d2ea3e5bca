using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// I can't make it: three other times, or none of these. Then a pair's session finds one for itself, and a circle meets without
/// me, where enough of the others come. The session is never simply gone.
/// </summary>
internal sealed class CancelForm(IRescheduleService sessions, SessionPageModels models) : SessionForm(models)
{
    public const string Any = "any";

    public override FormKind Kind => FormKind.Cancel;

    public override IReadOnlyList<Question> Questions { get; } = [new("Cancel.Ask", "Cancel.Any") { Beside = ["Cancel.AnyHint"] }];

    protected override Type Page => typeof(CancelPage);

    protected override string EmptyKey => "Cancel.Empty";

    protected override Type PageAfter(SessionPageModel model) => model.Meeting.IsPair ? typeof(RescheduledPage) : typeof(NotComingPage);

    protected override async Task<string?> Accept(LinkContext context, SessionPageModel model, string value, CancellationToken cancel)
    {
        var start = model.Find(value);
        if ((value != Any && start is null)
            || !await sessions.Cancel(context.Cohort.Id, context.Person.Id, model.Meeting.Id, model.Session.Number, start, cancel))
        {
            return null;
        }

        // Where it moves for all, nobody is told that the others will not wait.
        return start is null ? context.Address("sent=1") : context.AddressOf(FormKind.Reschedule, "sent=1");
    }
}
