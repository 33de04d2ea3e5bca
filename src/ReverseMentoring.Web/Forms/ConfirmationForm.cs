using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Accept or decline a partner; no reasons are asked.</summary>
internal sealed class ConfirmationForm(AnswerDesk desk, MeetingPageModels meetings) : QuestionForm<ConfirmationAnswer, MeetingPageModel>(desk)
{
    public override FormKind Kind => FormKind.Confirmation;

    protected override Type Page => typeof(ConfirmationPage);

    protected override Task<MeetingPageModel?> Ground(Visit visit, CancellationToken cancel) => meetings.Read(visit, visit.Link.Scope, cancel);

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(ConfirmationAnswer answer, MeetingPageModel ground) =>
        [new("accept", answer.Accepts ? "yes" : "no")];

    protected override ConfirmationAnswer? Read(Fields fields, Visit visit, MeetingPageModel ground, ConfirmationAnswer? earlier) =>
        fields.Choice("accept", "Confirmation.Empty", "yes", "no") is { } choice ? new(choice == "yes") : null;
}
