using System.Collections.Concurrent;
using ReverseMentoring.Core.Cohorts;
using ReverseMentoring.Core.Cycle;
using ReverseMentoring.Core.Forms;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Mails;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Wording;

namespace ReverseMentoring.Web.Letters.Writing;

/// <summary>Writes every mail of the programme when its turn has come, in its reader's language and on the reader's clock.</summary>
internal sealed class LetterWriter(
    IStore store, LinkSigner signer, ProgrammeAddress programme, SenderAddress sender, IEnumerable<ILetterKind> kinds, TimeProvider clock)
    : ILetterWriter
{
    public static readonly Texts Texts = new("Letters.Writing.Texts");

    private readonly Dictionary<MailKind, ILetterKind> byKind =
        kinds.SelectMany(kind => kind.Kinds.Select(mail => (mail, kind))).ToDictionary(entry => entry.mail, entry => entry.kind);

    private readonly ConcurrentDictionary<(string Culture, string Key), LetterBody> bodies = new();

    public async Task<Written> Write(Mail mail, Cohort cohort, CycleState state, CancellationToken cancel)
    {
        var reader = mail.Person is { } id
            ? (await store.Read<Person>(Rows.Partition(cohort.Id), Rows.Person + id, cancel))?.Value
            : null;
        var occasion = Begin(mail, cohort, state, reader);
        var reason = Wanted.WhyNot(occasion) ?? await Wanted.WhyNotAsked(store, occasion, cancel);
        if (reason is { } unwanted)
        {
            return Written.Dropped(unwanted);
        }

        if (Wanted.IsHeld(occasion))
        {
            return Written.Later;
        }

        var draft = InCircles(occasion, await byKind[mail.Kind].Compose(occasion, cancel));
        return draft.NotWanted is { } why ? Written.Dropped(why) : new(Finish(occasion, draft));
    }

    private Occasion Begin(Mail mail, Cohort cohort, CycleState state, Person? reader)
    {
        var culture = reader is not null ? ReaderLanguage.Of(reader, cohort)
            : ReaderLanguage.Find(cohort.Settings.Contacts.Manager.Language) ?? ReaderLanguage.Of(cohort);
        var now = clock.GetUtcNow();
        var links = new LetterLinks(signer, programme, cohort.Id, mail.Person ?? "", now);
        return new(mail, cohort, state, reader, new(Texts, culture, reader?.ZoneAt(now) ?? cohort.Zone), links, now);
    }

    private OutgoingMail Finish(Occasion occasion, Draft draft)
    {
        var (cohort, voice, reader, manager) = (occasion.Cohort, occasion.Voice, occasion.Reader, occasion.Contacts.Manager);
        var toDelegate = occasion.Mail.ToDelegate;
        var to = reader is null ? new MailAddress(manager.Email, manager.Name)
            : toDelegate ? new MailAddress(reader.DelegateEmail!, reader.DelegateEmail!)
            : new MailAddress(reader.Email, reader.Name);
        (string, string)[] values =
        [
            .. draft.Values, ("name", to.Name), ("first", FirstName(to.Name)), ("cohort", cohort.Settings.Name), ("manager", manager.Name),
            .. reader is null ? Array.Empty<(string, string)>() : [("leader", reader.Name)],
        ];
        var wayOut = WayOut(occasion);
        var letter = new Letter(
            voice.Culture.Name,
            voice.Say($"{draft.Key}.Subject", values),
            voice.Say($"{draft.Key}.Preview", values),
            voice.Say(toDelegate ? "Greeting.Delegate" : "Greeting", values),
            Body(voice, draft).Fill(Slots(voice, draft), values),
            new(voice.Say(reader is null ? "Footer.WhyManager" : toDelegate ? "Footer.WhyDelegate" : $"Footer.Why{reader.Role}", values), wayOut, Sender(occasion, values)));
        return new($"{cohort.Id}.{occasion.Mail.Name}", to, letter.Subject, LetterText.Render(letter), LetterHtml.Render(letter, Themes.Of(cohort)))
        {
            Cohort = cohort.Id,
            About = occasion.Mail,
            From = new(sender.Address, manager.Name),
            ReplyTo = reader is null ? null : new(manager.Email, manager.Name),
            Headers = Headers(wayOut),
            Calendar = draft.Calendar,
        };
    }

    /// <summary>Where people meet in circles, some mails say other words.</summary>
    private static Draft InCircles(Occasion occasion, Draft draft) =>
        occasion.Cohort.HasCircles && occasion.Voice.Has($"Circle.{draft.Key}.Subject") ? draft with { Key = $"Circle.{draft.Key}" } : draft;

    private LetterBody Body(Voice voice, Draft draft) => bodies.GetOrAdd(
        (voice.Culture.Name, draft.Key), static (of, culture) => LetterBody.Parse(Texts.Raw(culture, $"{of.Key}.Text"), Elision.IsIn(culture)), voice.Culture);

    private static LetterLink? WayOut(Occasion occasion) => occasion.Reader is not { } reader ? null
        : occasion.Mail.ToDelegate
            ? new(occasion.Voice.Say("Footer.WayOutDelegate"), occasion.Links.ToDelegate(reader))
            : new(occasion.Voice.Say("Footer.WayOut"), occasion.Links.To(FormKind.Participation));

    private static Dictionary<string, IReadOnlyList<Block>> Slots(Voice voice, Draft draft) => new(draft.Slots)
    {
        ["button"] =
        [
            .. draft.Url is { } url ? new Block[] { new MainButton(voice.Say($"{draft.Key}.Button"), url) } : [],
            .. draft.Beside.Count > 0 ? new Block[] { new LinkList(draft.Beside) } : [],
        ],
    };

    private static string? Sender(Occasion occasion, (string, string)[] values) => occasion.Reader is null
        ? null
        : occasion.Voice.Say("Footer.Sender", [.. values, ("address", occasion.Contacts.Manager.Email)]);

    // A mail program offers this beside the sender. It leads to a page where one chooses; it does nothing by itself.
    private static Dictionary<string, string> Headers(LetterLink? wayOut)
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
