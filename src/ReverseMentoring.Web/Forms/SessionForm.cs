using ReverseMentoring.Core.Forms;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form about one session, with other times to choose from: it is shown and sent in one way, whatever is meant by it.</summary>
internal abstract class SessionForm(SessionPageModels models) : IForm
{
    public abstract FormKind Kind { get; }

    /// <summary>The page's component.</summary>
    protected abstract Type Page { get; }

    /// <summary>What is said where nothing was chosen.</summary>
    protected abstract string EmptyKey { get; }

    /// <summary>The page after it was sent.</summary>
    protected abstract Type PageAfter(SessionPageModel model);

    /// <summary>Does what was chosen.</summary>
    /// <returns>Where the visitor goes then; null: what was chosen is not to be had any more.</returns>
    protected abstract Task<string?> Accept(Visit visit, SessionPageModel model, string value, CancellationToken cancel);

    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel) =>
        await models.Read(visit, cancel) is not { } model
            ? Outcome.Of<ClosedPage>(new Closed(410, "NoSession", visit.Culture) { Theme = visit.Theme, Visit = visit }, 410)
            : new Outcome.Page(200, sent ? PageAfter(model) : Page, View(visit, model, FormState.Empty));

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        if (await models.Read(visit, cancel) is not { } model)
        {
            return await Show(visit, false, cancel);
        }

        var value = fields.Value("time");
        if (value.Length == 0)
        {
            fields.Wrong("time", EmptyKey);
        }
        else if (await Accept(visit, model, value, cancel) is { } address)
        {
            return new Outcome.See(address);
        }
        else
        {
            fields.Wrong("time", "Reschedule.Taken");
        }

        return new Outcome.Page(422, Page, View(visit, model, fields.State));
    }

    private static FormView<SessionPageModel> View(Visit visit, SessionPageModel model, FormState state) => new(visit, state, null, false, model);
}
