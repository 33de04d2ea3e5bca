using ReverseMentoring.Core.Asking;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Another time: the best ones by one tap, any at which all can, one that they have agreed on, or the whole series.</summary>
internal sealed class RescheduleForm(TimeChoice choice, SessionPageModels models) : IForm
{
    public FormKind Kind => FormKind.Reschedule;

    public IReadOnlyList<Question> Questions { get; } = [new("Reschedule.Ask"), .. AgreedTimes.Questions, .. RhythmFields.Questions];

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) =>
        await models.ReadSession(context, cancel) is { } model
            ? new FormResult.Page(200, sent ? typeof(RescheduledPage) : typeof(ReschedulePage), View(context, model, FormState.Empty))
            : FormResult.Closed(new(410, "NoSession", context.Culture) { Theme = context.Theme, Context = context });

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (await models.ReadSession(context, cancel) is not { } model)
        {
            return await Show(context, false, cancel);
        }

        return await choice.Take(context, fields, model.Meeting.Meeting.Id, model.Session, model.Coming, model.Times.Concat(model.Free), model.Until, cancel) is { } sent
            ? new FormResult.SeeOther(context.Address($"sent={sent}"))
            : new FormResult.Page(422, typeof(ReschedulePage), View(context, model, fields.State));
    }

    private static FormView<SessionPageModel> View(LinkContext context, SessionPageModel model, FormState state) => new(context, state, null, false, model);
}
