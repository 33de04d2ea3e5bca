using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Web.Forms.Pages;
using ReverseMentoring.Web.Look.Fields;

namespace ReverseMentoring.Web.Forms;

/// <summary>A form that asks something and keeps the answer: can be sent again for as long as the answer counts.</summary>
/// <typeparam name="TAnswer">What is kept.</typeparam>
/// <typeparam name="TGround">What the page shows beside the fields.</typeparam>
internal abstract class QuestionForm<TAnswer, TGround>(AnswerDesk desk) : IForm
    where TAnswer : class
    where TGround : class
{
    public abstract FormKind Kind { get; }

    /// <summary>The page's component.</summary>
    protected abstract Type Page { get; }

    /// <returns>Null where there is nothing to ask about any more.</returns>
    protected abstract Task<TGround?> Ground(Visit visit, CancellationToken cancel);

    /// <summary>The same, knowing what was answered before.</summary>
    protected virtual TGround Knowing(TGround ground, TAnswer? earlier) => ground;

    /// <summary>An answer as the fields that it came from.</summary>
    protected abstract IEnumerable<KeyValuePair<string, StringValues>> Fill(TAnswer answer, TGround ground);

    /// <summary>Reads and checks the fields; what is wrong is gathered there.</summary>
    /// <returns>The answer; null where something it needs is missing.</returns>
    protected abstract TAnswer? Read(Fields fields, Visit visit, TGround ground, TAnswer? earlier);

    public async Task<Outcome> Show(Visit visit, bool sent, CancellationToken cancel)
    {
        var (standing, answer, ask) = await desk.Look<TAnswer>(visit.Cohort.Id, visit.Link.Ask, cancel);
        if (standing is FormStanding.Over || await Ground(visit, cancel) is not { } ground)
        {
            return Over(visit, answer is not null, sent);
        }

        ground = Knowing(ground, answer?.Value);
        var state = answer is null ? FormState.Empty : FormState.Of(Fill(answer.Value, ground));
        var view = new FormView<TGround>(visit, state, Until(visit, answer, ask), answer is not null, ground)
        {
            Sent = sent && answer is not null,
        };
        return view.Sent ? Outcome.Of<ThanksPage>(view) : new Outcome.Page(200, Page, view);
    }

    public async Task<Outcome> Take(Visit visit, Fields fields, CancellationToken cancel)
    {
        var (standing, answer, ask) = await desk.Look<TAnswer>(visit.Cohort.Id, visit.Link.Ask, cancel);
        if (standing is FormStanding.Over || await Ground(visit, cancel) is not { } ground)
        {
            return Over(visit, answer is not null);
        }

        ground = Knowing(ground, answer?.Value);
        var searches = fields.Value(Fields.Intent) == "find";
        if (!searches && Read(fields, visit, ground, answer?.Value) is { } value && !fields.HasErrors)
        {
            return await desk.Take(visit.Cohort.Id, visit.Link.Ask, value, cancel)
                ? new Outcome.See(visit.Address("sent=1"))
                : Over(visit, answer is not null);
        }

        var state = searches ? fields.Unchecked : fields.State;
        return new Outcome.Page(
            searches ? 200 : 422, Page, new FormView<TGround>(visit, state, Until(visit, answer, ask), answer is not null, ground));
    }

    private static DateTimeOffset? Until(Visit visit, Answer<TAnswer>? answer, Ask? ask) =>
        FormDeadlines.Of(visit.Cohort, visit.State, visit.Link.Form, ask?.SentAt ?? answer?.AskedAt ?? visit.Now);

    /// <summary>The last answer may end a phase: who comes from sending it is thanked, not told that it is over.</summary>
    private static Outcome.Page Over(Visit visit, bool answered, bool sent = false)
    {
        var key = !answered ? "Over" : sent ? "Arrived" : "Answered";
        var closed = new Closed(answered ? 200 : 410, key, visit.Culture) { Theme = visit.Theme, Visit = visit };
        return Outcome.Of<ClosedPage>(closed, closed.Status);
    }
}
