using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Who the partner would be, why these two, and the question whether to start.</summary>
internal sealed class IntroductionLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Introduction];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        if (await MeetingMailModel.Read(store, occasion, cancel) is not { Meeting.Status: MeetingStatus.Proposed } model)
        {
            return Draft.Drop(DropReason.PairDecided);
        }

        var (voice, ask) = (occasion.Voice, occasion.Mail.Ask!.Value);
        var end = FormDeadlines.Of(occasion.Cohort, occasion.State, ask.Form, occasion.Now);
        return new("Introduction", ("partner", model.With), ("deadline", occasion.Deadline(end)))
        {
            Url = occasion.Links.To(ask),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["partner"] = [new FactList(Facts(model.Others.First()))],
                ["why"] = Why(occasion, model),
            },
        };

        LetterFact[] Facts(Person partner) =>
        [
            .. new (string Label, string? Value)[]
            {
                ("Fact.Name", model.With), ("Fact.JobTitle", partner.JobTitle),
                ("Fact.Department", partner.Department), ("Fact.Location", partner.Location),
            }.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new LetterFact(voice.Say(fact.Label), fact.Value!)),
        ];
    }

    private static IReadOnlyList<Block> Why(Occasion occasion, MeetingMailModel model)
    {
        var (gets, brings) = model.Exchange();
        var points = new List<string>();
        if (gets.Count > 0)
        {
            points.Add(occasion.Voice.Say("Why.Gets", ("partner", model.With), ("topics", Wording.Voice.Titles(gets))));
        }

        if (brings.Count > 0)
        {
            points.Add(occasion.Voice.Say("Why.Brings", ("partner", model.With), ("topics", Wording.Voice.Titles(brings))));
        }

        return points.Count > 0 ? [new Heading(occasion.Voice.Say("Why.Title")), new PointList(points)] : [];
    }
}
