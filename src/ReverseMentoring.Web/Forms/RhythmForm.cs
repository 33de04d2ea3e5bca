using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Calendars.Rhythms;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Web.Forms.Pages;

namespace ReverseMentoring.Web.Forms;

/// <summary>Two sessions in a row fell: go on, change the rhythm, or part?</summary>
internal sealed class RhythmForm(AnswerDesk desk, MeetingPageModels meetings) : QuestionForm<RhythmAnswer, MeetingPageModel>(desk)
{
    private static readonly (string Value, RhythmChoice Choice)[] Choices =
        [("go-on", RhythmChoice.GoOn), ("change", RhythmChoice.ChangeRhythm), ("part", RhythmChoice.Part)];

    public override FormKind Kind => FormKind.Rhythm;

    protected override Type Page => typeof(RhythmPage);

    protected override Task<MeetingPageModel?> Ground(Visit visit, CancellationToken cancel) => meetings.Read(visit, visit.Link.Scope, cancel);

    protected override IEnumerable<KeyValuePair<string, StringValues>> Fill(RhythmAnswer answer, MeetingPageModel ground) =>
        [new("rhythm", Choices.First(choice => choice.Choice == answer.Choice).Value)];

    protected override RhythmAnswer? Read(Fields fields, Visit visit, MeetingPageModel ground, RhythmAnswer? earlier) =>
        fields.Choice("rhythm", "Rhythm.Empty", "go-on", "change", "part") is { } said
            ? new(Choices.First(choice => choice.Value == said).Choice)
            : null;
}
