using ReverseMentoring.Core.Asking;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form about one session, with other times to choose from: it is shown and sent in one way, whatever is meant by it.</summary>
internal abstract class SessionForm(SessionPageModels models) : IForm
{
    public abstract FormKind Kind { get; }

    public abstract IReadOnlyList<Question> Questions { get; }

    /// <summary>The page's component.</summary>
    protected abstract Type Page { get; }

    /// <summary>What is said where nothing was chosen.</summary>
    protected abstract string EmptyKey { get; }

    /// <summary>The page after it was sent.</summary>
    protected abstract Type PageAfter(SessionPageModel model);

    /// <summary>Does what was chosen.</summary>
    /// <returns>Where the visitor goes then; null: what was chosen is not to be had any more.</returns>
    protected abstract Task<string?> Accept(LinkContext context, SessionPageModel model, string value, CancellationToken cancel);

    public async Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel) =>
        await models.ReadSession(context, cancel) is not { } model
            ? FormResult.Closed(new(410, "NoSession", context.Culture) { Theme = context.Theme, Context = context })
            : new FormResult.Page(200, sent ? PageAfter(model) : Page, View(context, model, FormState.Empty));

    public async Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel)
    {
        if (await models.ReadSession(context, cancel) is not { } model)
        {
            return await Show(context, false, cancel);
        }

        var value = fields.Value("time");
        if (value.Length == 0)
        {
            fields.Wrong("time", EmptyKey);
        }
        else if (await Accept(context, model, value, cancel) is { } address)
        {
            return new FormResult.SeeOther(address);
        }
        else
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        return new FormResult.Page(422, Page, View(context, model, fields.State));
    }

    private static FormView<SessionPageModel> View(LinkContext context, SessionPageModel model, FormState state) => new(context, state, null, false, model);
}
