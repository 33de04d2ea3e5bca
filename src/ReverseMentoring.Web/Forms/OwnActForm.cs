using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Meeting">The pair or circle that would be parted from; null: it is about none.</param>
public sealed record OwnActPageModel(OwnAct Act, MeetingPageModel? Meeting);

/// <summary>What somebody asked for on their page, confirmed from a mail to their own address: one tick, one button.</summary>
internal sealed class OwnActForm(OwnAddressService service, MeetingPageModels meetings) : IForm
{
    public FormKind Kind => FormKind.OwnAct;

    public IReadOnlyList<Question> Questions { get; } =
        [.. Enum.GetNames<OwnActKind>().Select(act => act.ToLowerInvariant()).Select(act => new Question($"Sure.{act}.Tick") { Beside = [$"Sure.{act}.Text"] })];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) => await Find(context, cancel) is { } act
        ? FormResult.ForPage<OwnActPage>(await View(context, act, FormState.Empty, cancel))
        : Over(context);

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (await Find(context, cancel) is not { } act)
        {
            return Over(context);
        }

        if (fields.Choice("sure", "Participation.SureEmpty", "true") is null)
        {
            return FormResult.ForPage<OwnActPage>(await View(context, act, fields.State, cancel), 422);
        }

        return await service.Confirm(context.Cohort.Id, context.Person.Id, act.Number, cancel) is not { } done ? Over(context)
            : done.Kind is OwnActKind.Erase ? FormResult.Closed(new(200, "ErasedNow", context.Culture) { Theme = context.Theme })
            : new FormResult.SeeOther(context.AddressOf(FormKind.Participation, "sent=1"));
    }

    private Task<OwnAct?> Find(LinkContext context, CancellationToken cancel) =>
        service.FindAct(context.Cohort.Id, context.Person.Id, context.Link.Revision, cancel);

    private static FormResult.Page Over(LinkContext context) =>
        FormResult.Closed(new(410, "OwnActOver", context.Culture) { Theme = context.Theme, Context = context });

    private async Task<FormView<OwnActPageModel>> View(LinkContext context, OwnAct act, FormState state, CancellationToken cancel) =>
        new(context, state, null, false, new(act, act.Meeting is { } meeting ? await meetings.ReadMeeting(context, meeting, cancel) : null));
}
