using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>Who the partner would be, why these two, and the question whether to start.</summary>
internal sealed class IntroductionMails(IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Introduction];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        if (await MeetingMailModel.Load(store, context, cancel) is not { Meeting.Status: MeetingStatus.Proposed } model)
        {
            return MailContent.Drop(DropReason.PairDecided);
        }

        var (localizer, ask) = (context.Localizer, context.Mail.Ask!.Value);
        var end = FormDeadlines.DeadlineOf(context.Cohort, context.State, ask.Form, context.Now);
        var why = Why(context, model);
        var current = await Current(context, model, cancel);
        return new(
            current.Length > 0 ? "Introduction.Other" : why.Count > 0 ? "Introduction" : "Introduction.Bare",
            ("partner", model.With), ("current", current), ("deadline", context.Deadline(end)))
        {
            Url = context.Links.To(ask),
            Slots = new Dictionary<string, IReadOnlyList<Block>>
            {
                ["partner"] = [new FactList(Facts(model.Others.First()))],
                ["why"] = why,
            },
        };

        MailFact[] Facts(Person partner) =>
        [
            .. new (string Label, string? Value)[]
            {
                ("Fact.Name", model.With), ("Fact.JobTitle", partner.JobTitle),
                ("Fact.Department", partner.Department), ("Fact.Location", partner.Location),
            }.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new MailFact(localizer.Say(fact.Label), fact.Value!)),
        ];
    }

    /// <summary>With whom the reader is in a pair that ends if this one comes about; empty where none does.</summary>
    private async Task<string> Current(MailContext context, MeetingMailModel model, CancellationToken cancel)
    {
        var names = new List<string>();
        foreach (var ending in await new MeetingRepository(store, context.Cohort.Id).EndedFor(context.Participant.Id, model.Meeting, cancel))
        {
            names.Add((await MeetingMailModel.Load(store, context, ending.Id, cancel))!.With);
        }

        return context.Localizer.Names(names);
    }

    private static IReadOnlyList<Block> Why(MailContext context, MeetingMailModel model)
    {
        var (gets, brings) = model.Exchange();
        var points = new List<string>();
        if (gets.Count > 0)
        {
            points.Add(context.Localizer.Say("Why.Gets", ("partner", model.With), ("topics", context.Localizer.Titles(gets))));
        }

        if (brings.Count > 0)
        {
            points.Add(context.Localizer.Say("Why.Brings", ("partner", model.With), ("topics", context.Localizer.Titles(brings))));
        }

        return points.Count > 0 ? [new Heading(context.Localizer.Say("Why.Title")), new PointList(points)] : [];
    }
}
