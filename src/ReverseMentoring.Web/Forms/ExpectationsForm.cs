using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <param name="Theirs">What the partner wrote; null: nothing yet. Shown only to somebody who has written too.</param>
public sealed record ExpectationsPageModel(MeetingPageModel Meeting, string? Theirs);

/// <summary>What I expect of our sessions; each sees the other's once both have written.</summary>
internal sealed class ExpectationsForm(AnswerService answers, OwnAddressService own, MeetingPageModels meetings, IStore store)
    : QuestionForm<ExpectationsAnswer, ExpectationsPageModel>(answers, own)
{
    public const int Shortest = 3;
    public const int Longest = 1000;

    public override FormKind Kind => FormKind.Expectations;

    protected override EarlierAnswer Earlier => EarlierAnswer.OpensByCode;

    public override IReadOnlyList<Question> Questions { get; } = [new("Expectations.Ask")];

    protected override Type Page => typeof(ExpectationsPage);

    protected override async Task<ExpectationsPageModel?> LoadModel(LinkContext context, CancellationToken cancel)
    {
        if (await meetings.ReadMeeting(context, context.Link.Meeting, cancel) is not { IsPair: true } pair)
        {
            return null;
        }

        var theirs = context.Link.Ask with { Person = pair.Partner.Id };
        var answer = await store.Read<Answer<ExpectationsAnswer>>(Rows.Partition(context.Cohort.Id), theirs.AnswerKey, cancel);
        return new(pair, answer?.Value.Value.Text);
    }

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(ExpectationsAnswer answer, ExpectationsPageModel model) =>
        [new("text", answer.Text)];

    protected override ExpectationsAnswer? ReadAnswer(Fields fields, LinkContext context, ExpectationsPageModel model, ExpectationsAnswer? earlier)
    {
        if (fields.Text("text", Longest) is { Length: >= Shortest } text)
        {
            return new(text);
        }

        fields.Wrong("text", "Expectations.Empty");
        return null;
    }
}
