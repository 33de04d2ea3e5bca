using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Meetings.Process;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>
/// I can't make it: three other times, or none of these. Then a pair's session finds one for itself, and a circle meets without
/// me, where enough of the others come. The session is never simply gone.
/// </summary>
internal sealed class CancelForm(IRescheduleService sessions, SessionPageModels models) : IForm
{
    public const string Any = "any";

    public FormKind Kind => FormKind.Cancel;

    public IReadOnlyList<Question> Questions { get; } = [new("Cancel.Ask", "Cancel.Any") { Beside = ["Cancel.AnyHint"] }];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) =>
        await models.ReadSession(context, cancel) is { } model
            ? new FormResult.Page(200, !sent ? typeof(CancelPage) : model.Meeting.IsPair ? typeof(RescheduledPage) : typeof(NotComingPage), View(context, model, FormState.Empty))
            : FormResult.Closed(new(410, "NoSession", context.Culture) { Theme = context.Theme, Context = context });

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (await models.ReadSession(context, cancel) is not { } model)
        {
            return await Show(context, false, cancel);
        }

        var value = fields.Value("time");
        if (value.Length == 0)
        {
            fields.Wrong("time", "Cancel.Empty");
        }
        else if (OfferedTimes.IsStale(fields, model.Session))
        {
            fields.Wrong("time", "Cancel.Moved");
        }
        else if (await Accept(context, model, value, OfferedTimes.Read(fields), cancel) is { } address)
        {
            return new FormResult.SeeOther(address);
        }
        else
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        return new FormResult.Page(422, typeof(CancelPage), View(context, model, fields.State));
    }

    /// <returns>Where the visitor goes then; null: what was chosen is not to be had any more.</returns>
    private async Task<string?> Accept(LinkContext context, SessionPageModel model, string value, IReadOnlyList<DateTimeOffset> offered, CancellationToken cancel)
    {
        var start = model.Find(value);
        if ((value != Any && start is null)
            || !await sessions.Cancel(context.Cohort.Id, context.Person.Id, model.Meeting.Id, model.Session.Number, start, start is null ? offered : null, cancel))
        {
            return null;
        }

        // Where it moves for all, nobody is told that the others will not wait.
        return start is null ? context.Address("sent=1") : context.AddressOf(FormKind.Reschedule, "sent=1");
    }

    private static FormView<SessionPageModel> View(LinkContext context, SessionPageModel model, FormState state) => new(context, state, null, false, model);
}
