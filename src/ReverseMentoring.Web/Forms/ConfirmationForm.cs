using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Accept or decline a partner; no reasons are asked.</summary>
internal sealed class ConfirmationForm(AnswerService answers, MeetingPageModels meetings) : QuestionForm<ConfirmationAnswer, MeetingPageModel>(answers)
{
    public override FormKind Kind => FormKind.Confirmation;

    protected override EarlierAnswer Earlier => EarlierAnswer.Unshown;

    protected override string? ThankedFor(ConfirmationAnswer answer) => answer.Accepts ? "yes" : "no";

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Confirmation.Ask", "Confirmation.Yes", "Confirmation.No") { Beside = ["Confirmation.YesHint", "Confirmation.NoHint"] },
    ];

    protected override Type Page => typeof(ConfirmationPage);

    protected override Task<MeetingPageModel?> LoadModel(LinkContext context, CancellationToken cancel) => meetings.ReadMeeting(context, context.Link.Meeting, cancel);

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(ConfirmationAnswer answer, MeetingPageModel model) =>
        [new("accept", answer.Accepts ? "yes" : "no")];

    protected override ConfirmationAnswer? ReadAnswer(Fields fields, LinkContext context, MeetingPageModel model, ConfirmationAnswer? earlier) =>
        fields.Choice("accept", "Confirmation.Empty", "yes", "no") is { } choice ? new(choice == "yes") : null;
}
