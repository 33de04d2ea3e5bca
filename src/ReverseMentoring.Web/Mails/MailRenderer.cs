using System.Collections.Concurrent;
using System.Globalization;
using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails.Rendering;

namespace ReverseMentoring.Web.Mails;

/// <summary>Writes every mail of the programme when its turn has come, in its reader's language and on the reader's clock.</summary>
internal sealed class MailRenderer(
    IStore store, LinkSigner signer, ProgrammeAddress programme, SenderAddress sender, IEnumerable<IMailTemplate> kinds,
    IEnumerable<IReportInbox> inboxes, TimeProvider clock)
    : IMailRenderer
{
    public static readonly Texts Texts = new("Mails.Texts");

    /// <summary>What HR says below each mail, in its own words; there is none of ours.</summary>
    internal const string Signature = "Signature.Text";

    /// <summary>The mailbox is read: what people write in answer reaches somebody.</summary>
    private readonly bool hearsAnswers = inboxes.Any();

    private readonly Dictionary<MailKind, IMailTemplate> byKind = ByKind(kinds);

    private readonly ConcurrentDictionary<(string Culture, string Key), MailBodyParser> bodies = new();

    public async Task<IReadOnlyList<RenderedMail>> Write(IReadOnlyList<Mail> mails, MailRound round, CancellationToken cancel)
    {
        var (cohort, state) = (round.Cohort, round.State);
        var (reader, applies) = await ReaderOf(mails[0], cohort, cancel);
        var own = await round.Words(CultureOf(reader, cohort).TwoLetterISOLanguageName, cancel);
        var (became, parts) = (new RenderedMail[mails.Count], new List<(int Index, MailContext Context, MailContent Content)>());
        for (var index = 0; index < mails.Count; index++)
        {
            var context = Begin(mails[index], cohort, state, reader, own) with { IsApplicant = applies };
            var reason = MailRelevance.WhyNot(context) ?? await MailRelevance.WhyNotAsked(store, context, cancel);
            if (reason is { } unwanted)
            {
                became[index] = RenderedMail.Dropped(unwanted);
            }
            else if (MailRelevance.IsHeld(context))
            {
                became[index] = RenderedMail.Later;
            }
            else
            {
                var content = InCircles(context, await byKind[mails[index].Kind].Compose(context, cancel));
                var inLetter = content.Calendar is null || parts.All(part => part.Content.Calendar is null) ? content
                    : parts.All(part => part.Content.Calendar is null || part.Context.Mail.Kind == mails[index].Kind) ? content.AsOneMore : null;
                became[index] = content.NotWanted is { } why ? RenderedMail.Dropped(why) : inLetter is not null ? RenderedMail.Rides : RenderedMail.Apart;
                parts.AddRange(became[index].IsAlong ? [(index, context, inLetter!)] : Array.Empty<(int, MailContext, MailContent)>());
            }
        }

        if (parts.Count > 0)
        {
            became[parts[0].Index] = new(Finish([.. parts.Select(part => (part.Context, part.Content))]));
        }

        return became;
    }

    /// <exception cref="InvalidOperationException">A kind of mail has no template, or two.</exception>
    private static Dictionary<MailKind, IMailTemplate> ByKind(IEnumerable<IMailTemplate> templates)
    {
        var byKind = templates.SelectMany(template => template.Kinds.Select(kind => (kind, template))).ToLookup(entry => entry.kind, entry => entry.template);
        return Enum.GetValues<MailKind>().ToDictionary(kind => kind, kind => byKind[kind].Take(2).ToArray() is [var only]
            ? only
            : throw new InvalidOperationException($"The mail {kind} needs one template and has {byKind[kind].Count()}."));
    }

    /// <summary>A participant; or somebody who would like to be one.</summary>
    private async Task<(Person? Reader, bool Applies)> ReaderOf(Mail mail, Cohort cohort, CancellationToken cancel)
    {
        if (mail.Person is not { } id)
        {
            return (null, false);
        }

        var partition = Rows.Partition(cohort.Id);
        return await store.Read<Person>(partition, Rows.Person + id, cancel) is { } person
            ? (person.Value, false)
            : ((await store.Read<Applicant>(partition, Applicant.KeyOf(id), cancel))?.Value.Person, true);
    }

    private static CultureInfo CultureOf(Person? reader, Cohort cohort) => reader is not null
        ? ReaderLanguage.LanguageOf(reader, cohort)
        : ReaderLanguage.Find(cohort.Settings.Contacts.Manager.Language) ?? ReaderLanguage.LanguageOf(cohort);

    private MailContext Begin(Mail mail, Cohort cohort, CycleState state, Person? reader, IReadOnlyDictionary<string, string> own)
    {
        var now = clock.GetUtcNow();
        var links = new MailLinks(signer, programme, cohort.Id, mail.Person ?? new PersonId(""), now);
        return new(mail, cohort, state, reader, new(Texts, CultureOf(reader, cohort), reader?.ZoneAt(now) ?? cohort.Zone, own: own, now: now), links, now);
    }

    /// <summary>The first part as it is by itself; below it each other under its own heading, with a quiet link instead of a button.</summary>
    private OutgoingMail Finish(IReadOnlyList<(MailContext Context, MailContent Content)> parts)
    {
        var (context, content) = parts[0];
        var (cohort, localizer, reader, manager) = (context.Cohort, context.Localizer, context.Reader, context.Contacts.Manager);
        var toDelegate = context.Mail.ToDelegate;
        var to = reader is null ? new MailAddress(manager.Email, manager.Name)
            : toDelegate ? new MailAddress(reader.ConfirmedDelegate!, reader.ConfirmedDelegate!)
            : new MailAddress(AddressOf(reader, context.Mail.Kind), reader.Name);
        (string, string)[] common =
        [
            ("name", to.Name), ("first", FirstName(to.Name)), ("cohort", cohort.Settings.Name), ("manager", manager.Name),
            .. reader is null ? Array.Empty<(string, string)>() : [("leader", reader.Name)],
        ];
        (string, string)[] values = [.. content.Values, .. common];
        var wayOut = WayOut(context);
        var document = new MailDocument(
            localizer.Culture.Name,
            localizer.Say($"{content.Key}.Subject", values),
            localizer.Say($"{content.Key}.Preview", values),
            localizer.Say(toDelegate ? "Greeting.Delegate" : "Greeting", values),
            [
                .. Body(localizer, content).Fill(Slots(localizer, content), values),
                .. parts.Skip(1).SelectMany(part => Below(localizer, part.Content, [.. part.Content.Values, .. common])),
                .. localizer.Own(Signature) is null ? Array.Empty<Block>() : [new Paragraph(localizer.Say(Signature, common))],
            ],
            new(localizer.Say(reader is null ? "Footer.WhyManager" : toDelegate ? "Footer.WhyDelegate" : context.IsApplicant ? "Footer.WhyApplicant" : $"Footer.Why{reader.Role}", values), wayOut, Sender(context, values)) { Ear = Ear(context) });
        return new(OutgoingMail.IdOf(cohort.Id, context.Mail.Name), to, document.Subject, MailPlainText.Render(document), MailHtml.Render(document, ThemeCache.ThemeOf(cohort)))
        {
            Cohort = cohort.Id,
            About = context.Mail,
            Along = [.. parts.Skip(1).Select(part => part.Context.Mail)],
            From = new(sender.Address, cohort.Settings.Branding.Sender ?? manager.Name),
            Headers = Headers(wayOut),
            Calendars = [.. parts.Select(part => part.Content.Calendar).OfType<Core.Mailing.CalendarPart>()],
        };
    }

    /// <summary>What decides about somebody, or says what was decided, goes to the address that is known to be theirs.</summary>
    private static string AddressOf(Person reader, MailKind kind) => kind is MailKind.AddressChanged or MailKind.OwnAct or MailKind.NoThanksSaid ? reader.MovedFrom ?? reader.Email : reader.Email;

    private IEnumerable<Block> Below(Localizer localizer, MailContent content, (string, string)[] values) =>
    [
        new Heading(localizer.Say($"{content.Key}.Subject", values)),
        .. Body(localizer, content).Fill(Slots(localizer, content), values).Select(block => block switch
        {
            MainButton button => new LinkList([new(button.Text, button.Url)]),
            Heading heading => new Paragraph(heading.Text),
            _ => block,
        }).Select((block, index) => index == 0 && block is Paragraph first ? new Paragraph(Capitalised(first.Text, localizer.Culture)) : block),
    ];

    /// <summary>In some languages a letter's first sentence goes on behind the greeting; below a heading it begins anew.</summary>
    private static string Capitalised(string text, CultureInfo culture) => text.Length == 0 ? text : char.ToUpper(text[0], culture) + text[1..];

    /// <summary>Where people meet in circles, some mails say other words.</summary>
    private static MailContent InCircles(MailContext context, MailContent content) =>
        context.Cohort.HasCircles && context.Localizer.Has($"Circle.{content.Key}.Subject") ? content with { Key = $"Circle.{content.Key}" } : content;

    private MailBodyParser Body(Localizer localizer, MailContent content) => localizer.Own($"{content.Key}.Text") is { } own ? MailBodyParser.Parse(own, Elision.IsIn(localizer.Culture)) : bodies.GetOrAdd(
        (localizer.Culture.Name, content.Key), static (of, culture) => MailBodyParser.Parse(Texts.Raw(culture, $"{of.Key}.Text"), Elision.IsIn(culture)), localizer.Culture);

    private static MailLink? WayOut(MailContext context) => context.Reader is not { } reader ? null
        : context.IsApplicant ? new(context.Localizer.Say("Footer.WayOutApplicant"), context.Links.ToApplicant())
        : context.Mail.ToDelegate
            ? new(context.Localizer.Say("Footer.WayOutDelegate"), context.Links.ToDelegate(reader))
            : new(context.Localizer.Say(context.Cohort.HasCircles ? "Circle.Footer.WayOut" : "Footer.WayOut"), context.Links.To(FormKind.Participation));

    /// <summary>Participants of both sides can write to somebody neutral from each mail.</summary>
    private static MailLink? Ear(MailContext context) => context.Reader is not null && !context.Mail.ToDelegate && !context.IsApplicant
        ? new(context.Localizer.Say("Footer.Ear", ("ear", context.Contacts.Trusted.Name)), context.Links.ToEar())
        : null;

    private static Dictionary<string, IReadOnlyList<Block>> Slots(Localizer localizer, MailContent content) => new(content.Slots)
    {
        ["button"] =
        [
            .. content.Url is { } url ? new Block[] { new MainButton(localizer.Say($"{content.Key}.Button"), url) } : [],
            .. content.Beside.Count > 0 ? new Block[] { new LinkList(content.Beside) } : [],
        ],
    };

    private string? Sender(MailContext context, (string, string)[] values) => context.Reader is null
        ? null
        : context.Localizer.Say(hearsAnswers ? "Footer.SenderHeard" : "Footer.Sender", [.. values, ("address", context.Contacts.Manager.Email)]);

    // A mail program offers this beside the sender. It leads to a page where one chooses; it does nothing by itself.
    private static Dictionary<string, string> Headers(MailLink? wayOut)
    {
        var headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" };
        if (wayOut is not null)
        {
            headers["List-Unsubscribe"] = $"<{wayOut.Url}>";
        }

        return headers;
    }

    /// <summary>What comes first in a name; "Family, Given" stays whole.</summary>
    private static string FirstName(string name) =>
        name.Contains(',', StringComparison.Ordinal) ? name : name.Split(' ', 2)[0];
}
