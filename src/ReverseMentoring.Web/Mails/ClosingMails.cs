using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Pairs;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Participation;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>Thanks, and news that nobody likes to bring: no partner this time, a draw that has said that they wait, the programme has ended early, the manager is to see more.</summary>
internal sealed class ClosingMails(ParticipationService participation, CertificateReader certificates, IStore store) : IMailTemplate
{
    public IReadOnlyList<MailKind> Kinds { get; } = [MailKind.Thanks, MailKind.Unmatched, MailKind.WaitingOver, MailKind.CycleCancelled, MailKind.TakenOut, MailKind.BroughtBack, MailKind.LinksRenewed, MailKind.ManagerSeesMore];

    public async Task<MailContent> Compose(MailContext context, CancellationToken cancel)
    {
        if (context.Mail.Kind is MailKind.Unmatched or MailKind.WaitingOver && await HasPartner(context, cancel))
        {
            return MailContent.Drop(DropReason.HasPartner);
        }

        if (context.Mail.Kind is MailKind.Unmatched && await store.IsBehind(context.Cohort, context.Participant, cancel))
        {
            return new("Unmatched.Behind") { Url = context.Links.To(FormKind.Participation) };
        }

        if (context.Mail.Kind is MailKind.Unmatched && await Unheard(context, cancel) is { } open)
        {
            return new("Unmatched.Unheard") { Url = context.Links.To(open) };
        }

        if (context.Mail.Kind is MailKind.Unmatched && await Introduced(context, cancel) is { } partner)
        {
            return new("Unmatched.Introduced", ("partner", partner), ("until", Until(context))) { Url = context.Links.To(FormKind.Participation) };
        }

        if (context.Mail.Kind is MailKind.WaitingOver && context.State is { CloseNow: true } or not { Phase: PhaseNames.Sessions })
        {
            return new("WaitingOver.Closed") { Url = context.Links.To(FormKind.Participation) };
        }

        var drawn = context.Mail.Kind is MailKind.Unmatched or MailKind.Thanks && await store.WaitsByLot(context.Cohort, context.Participant.Id, cancel);
        if (context.Mail.Kind is MailKind.BroughtBack && await OpenQuestion(context, cancel) is { } question)
        {
            return new("BroughtBack.Asked") { Url = context.Links.To(question) };
        }

        var erased = context.Cohort.ErasedAfter(context.State is { Phase: PhaseNames.Retention, OpenedAt: { } over } ? over : context.Now);
        var alone = !drawn && context.Mail.Kind is MailKind.Thanks && !await new MeetingRepository(store, context.Cohort.Id).HasMet(context.Participant.Id, cancel);
        var introduced = alone ? await Introduced(context, cancel) : null;
        var text = drawn ? $"{context.Mail.Kind}.Drawn" : introduced is not null ? "Thanks.Introduced" : alone ? "Thanks.Alone" : $"{context.Mail.Kind}";
        return new(text, ("partner", introduced ?? ""), ("erased", context.Localizer.Until(erased)), ("until", Until(context)))
        {
            Url = context.Links.To(FormKind.Participation),
            Beside = context.Mail.Kind is MailKind.Thanks && await certificates.Find(context.Cohort, context.Participant, cancel) is not null
                ? [new MailLink(context.Localizer.Say("Thanks.Certificate"), context.Links.ToCertificate())]
                : [],
            Slots = new Dictionary<string, IReadOnlyList<Block>> { ["goes-on"] = context.Mail.Kind is MailKind.Thanks ? await GoesOn(context, cancel) : [] },
        };
    }

    private static string Until(MailContext context) => context.Localizer.Day(WaitingTime.EndOf(context.Cohort, context.State, context.Now) ?? context.Now);

    /// <summary>The last with whom nothing came of it; null: there was nobody, or the reader has said yes and was told by itself that the two don't begin.</summary>
    private async Task<string?> Introduced(MailContext context, CancellationToken cancel)
    {
        var reader = context.Participant.Id;
        var pair = (await new MeetingRepository(store, context.Cohort.Id).OfPerson(reader, cancel).ToListAsync(cancel))
            .Where(pair => pair is { Kind: MeetingKind.Pair, Status: MeetingStatus.Declined, ProposedAt: not null } && pair.Has(reader)).MaxBy(pair => pair.ProposedAt);
        return pair is null || (await store.Read<Answer<ConfirmationAnswer>>(context.Partition, new AskId(pair.Id.Value, FormKind.Confirmation, 0, reader).AnswerKey, cancel))?.Value.Value is { Accepts: true }
            ? null
            : (await MeetingMailModel.Load(store, context, pair.Id, cancel))?.With;
    }

    /// <summary>A sentence for each partner with whom they go on, since both have said so.</summary>
    private async Task<IReadOnlyList<Block>> GoesOn(MailContext context, CancellationToken cancel)
    {
        var sentences = new List<Block>();
        await foreach (var pair in new MeetingRepository(store, context.Cohort.Id).OfPerson(context.Participant.Id, cancel))
        {
            if (await GoingOnTogether.IsTold(store, context.Cohort, context.State, pair, cancel)
                && (await store.Read<Person>(context.Partition, Rows.Person + pair.Others(context.Participant.Id).Single(), cancel))?.Value is { Email.Length: > 0 } partner)
            {
                sentences.Add(new Paragraph(context.Localizer.Say("Thanks.GoesOn", ("partner", partner.Name), ("address", partner.Email))));
            }
        }

        return sentences;
    }

    /// <summary>Nobody was looked for: the question what they offer and want is open.</summary>
    private async Task<AskId?> Unheard(MailContext context, CancellationToken cancel)
    {
        var id = new AskId(PhaseNames.OffersAndWishes, FormKind.Offers, 0, context.Participant.Id);
        return await store.Read<Ask>(context.Partition, id.AskKey, cancel) is { Value.Late: true } ? id : null;
    }

    private async Task<AskId?> OpenQuestion(MailContext context, CancellationToken cancel)
    {
        foreach (var id in AskId.InPhases(context.Participant.Id))
        {
            if (await store.Read<Ask>(context.Partition, id.AskKey, cancel) is { Value: var ask } && (ask.Late || context.State.Phase == id.Scope))
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>Found one, or was asked, while the mail waited for its turn.</summary>
    private async Task<bool> HasPartner(MailContext context, CancellationToken cancel) =>
        (await participation.MeetingsOf(context.Cohort.Id, context.Participant.Id, cancel))
            .Any(meeting => meeting.Status is MeetingStatus.Proposed or MeetingStatus.Running);
}
