using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Scheduling.Cadences;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Twice in a row a session fell, be it one or two: go on, change the rhythm, or part? Who would rather part confirms it from a mail to their own address; until then nothing is answered.</summary>
internal sealed class CadenceForm(AnswerService answers, OwnAddressService own, MeetingPageModels meetings) : QuestionForm<CadenceAnswer, MeetingPageModel>(answers)
{
    private static readonly (string Value, CadenceChoice Choice)[] Choices =
        [("go-on", CadenceChoice.GoOn), ("change", CadenceChoice.ChangeRhythm), ("part", CadenceChoice.Part)];

    public override FormKind Kind => FormKind.Cadence;

    protected override EarlierAnswer Earlier => EarlierAnswer.Unshown;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new("Cadence.Ask", "Cadence.GoOn", "Cadence.Change", "Cadence.Part") { Beside = ["Cadence.GoOnHint", "Cadence.ChangeHint", "Cadence.PartHint"] },
    ];

    protected override Type Page => typeof(CadencePage);

    protected override Task<MeetingPageModel?> LoadModel(LinkContext context, CancellationToken cancel) => meetings.ReadMeeting(context, context.Link.Meeting, cancel);

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(CadenceAnswer answer, MeetingPageModel model) =>
        [new("rhythm", Choices.First(choice => choice.Choice == answer.Choice).Value)];

    protected override async Task<FormResult?> AskByMail(LinkContext context, CadenceAnswer answer, CancellationToken cancel) => answer.Choice is CadenceChoice.Part
        ? await ByOwnMail.Ask(own, context, OwnActKind.Part, meeting: context.Link.Meeting, cancel: cancel)
        : null;

    protected override CadenceAnswer? ReadAnswer(Fields fields, LinkContext context, MeetingPageModel model, CadenceAnswer? earlier) =>
        fields.Choice("rhythm", "Cadence.Empty", "go-on", "change", "part") is { } said
            ? new(Choices.First(choice => choice.Value == said).Choice)
            : null;
}
