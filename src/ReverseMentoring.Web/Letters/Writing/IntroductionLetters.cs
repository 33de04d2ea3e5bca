using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.Pairs;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Who the partner would be, why these two, and the question whether to start.</summary>
internal sealed class IntroductionLetters(IStore store) : ILetterKind
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Introduction];

    public async Task<Draft> Compose(Occasion occasion, CancellationToken cancel)
    {
        if (await PairScene.Read(store, occasion, cancel) is not { Pair.Status: PairStatus.Proposed } scene)
        {
            return Draft.Drop(DropReason.PairDecided);
        }

        var (voice, ask) = (occasion.Voice, occasion.Mail.Ask!.Value);
        var end = FormDeadlines.Of(occasion.Cohort, occasion.State, ask.Form, occasion.Now);
        return new("Introduction", ("partner", scene.PartnerName), ("deadline", occasion.Deadline(end)))
        {
            Url = occasion.Links.To(ask),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["partner"] = [new FactList(Facts(occasion, scene))],
                ["why"] = await Why(occasion, scene, cancel),
            },
        };

        LetterFact[] Facts(Occasion of, PairScene with) =>
        [
            .. new (string Label, string? Value)[]
            {
                ("Fact.Name", with.PartnerName), ("Fact.JobTitle", with.Partner.JobTitle),
                ("Fact.Department", with.Partner.Department), ("Fact.Location", with.Partner.Location),
            }.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new LetterFact(voice.Say(fact.Label), fact.Value!)),
        ];
    }

    private async Task<IReadOnlyList<Block>> Why(Occasion occasion, PairScene scene, CancellationToken cancel)
    {
        var (gets, brings) = await scene.Topics(store, occasion, cancel);
        var points = new List<string>();
        if (gets.Count > 0)
        {
            points.Add(occasion.Voice.Say("Why.Gets", ("partner", scene.PartnerName), ("topics", Wording.Voice.Titles(gets))));
        }

        if (brings.Count > 0)
        {
            points.Add(occasion.Voice.Say("Why.Brings", ("partner", scene.PartnerName), ("topics", Wording.Voice.Titles(brings))));
        }

        return points.Count > 0 ? [new Heading(occasion.Voice.Say("Why.Title")), new PointList(points)] : [];
    }
}
