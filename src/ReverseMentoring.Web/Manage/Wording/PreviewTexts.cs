using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using Meeting = ReverseMentoring.Core.Meetings.Records.Meeting;

namespace ReverseMentoring.Web.Manage.Wording;

/// <summary>An act and what it would do, in words.</summary>
/// <param name="Preview">What it would do.</param>
/// <param name="People">By id.</param>
/// <param name="Meetings">By id.</param>
/// <param name="LastSession">The end of the last session as things stand; null: none has a time, or it is not told, in works council mode.</param>
[Tells(Told.Command)]
public sealed record PreviewModel(CohortContext Context, ActPreview Preview, Snapshot<PersonLine> People, Snapshot<Meeting> Meetings, DateTimeOffset? LastSession)
{
    /// <summary>HR's own words by the languages that readers of the mails have: they go before ours.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Own { get; private init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <param name="context">The cohort's.</param>
    /// <param name="preview">What would be done.</param>
    /// <param name="people">To whom it would be done; null: people of the cohort.</param>
    internal static async Task<PreviewModel> Create(CohortContext context, ActPreview preview, Snapshot<PersonLine>? people = null)
    {
        var model = new PreviewModel(context, preview, people ?? await context.Rows.People(), await context.Rows.Meetings(), context.IsCouncilMode ? null : (await context.ReadStanding()).LastSession);
        var (words, own) = (context.Context.RequestServices.GetRequiredService<OwnWords>(), new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));
        foreach (var language in preview.Mails.Concat(preview.MailsThen).Concat(preview.MailsPerhaps).Select(mail => model.LanguageOf(mail.Person).TwoLetterISOLanguageName).Distinct())
        {
            own[language] = await words.Read(context.Cohort.Id, language, context.Cancel);
        }

        return model with { Own = own };
    }

    /// <summary>In which somebody is written to.</summary>
    internal CultureInfo LanguageOf(PersonId person) => ReaderLanguage.LanguageOf(People.Find(person)?.Languages ?? [], Context.Cohort);
}

internal static class PreviewTexts
{
    /// <summary>A few days later is nobody's question.</summary>
    private static readonly TimeSpan Few = TimeSpan.FromDays(7);

    /// <summary>What changes, one sentence each.</summary>
    public static IEnumerable<string> Changes(PreviewModel view, bool later)
    {
        var (context, preview) = (view.Context, view.Preview);
        foreach (var meeting in preview.Ends.Select(id => view.Meetings.Find(id)).OfType<Meeting>())
        {
            yield return context.Say(later ? "Act.EndsThen" : "Act.Ends", ("pair", MeetingTexts.Title(context, view.People, meeting)));
        }

        if (preview.FindsAnew)
        {
            yield return context.Say("Act.FindsAnew");
        }

        if (preview.Seeking.Count > 0 && (preview.Ends.Count > 0 || preview.Fields.Count > 0))
        {
            yield return context.Say("Act.Seeks", ("people", Names(view, preview.Seeking)));
        }

        foreach (var pair in preview.Next)
        {
            yield return context.Say("Act.Next", ("pair", context.Say("Pair.Title", ("mentor", Name(view, pair.Mentor)), ("mentee", Name(view, pair.Mentee)))));
        }

        if (preview.SessionsUntil is { } then && view.LastSession is { } last && then > last + Few)
        {
            yield return context.Say("Act.Later", ("then", context.Date(then.AddMinutes(-1))), ("now", context.Date(last)));
        }
    }

    /// <summary>Of so many readers names say nothing any more.</summary>
    private const int MostNamed = 25;

    /// <summary>"Pair ended: Ana Cruz; Bo Lind", with the mails of the kind.</summary>
    public static IEnumerable<(string Said, IReadOnlyList<PreviewedMail> Mails)> Mails(PreviewModel view, IReadOnlyList<PreviewedMail> mails) => mails.GroupBy(mail => mail.Kind)
        .Select(kind => ($"{view.Context.NameOf(kind.Key)}{view.Context.Localizer.Colon} {Readers(view, [.. kind.GroupBy(mail => mail.Person)])}", (IReadOnlyList<PreviewedMail>)[.. kind]));

    /// <summary>The words of mails of one kind, once in each language in which somebody reads them, with what is known of them; what differs from reader to reader is left open.</summary>
    public static IEnumerable<(CultureInfo Language, IReadOnlyList<string> Parts)> Words(PreviewModel view, IReadOnlyList<PreviewedMail> mails) =>
        from readers in mails.GroupBy(mail => view.LanguageOf(mail.Person))
        orderby readers.Count() descending, readers.Key.Name
        let parts = WordsIn(view, readers.Key, mails[0].Kind, [.. readers.Select(mail => mail.Person).Distinct()])
        where parts.Count > 0
        select (readers.Key, parts);

    private static IReadOnlyList<string> WordsIn(PreviewModel view, CultureInfo language, MailKind kind, IReadOnlyList<PersonId> readers)
    {
        var own = view.Own.GetValueOrDefault(language.TwoLetterISOLanguageName);
        var key = view.Context.Cohort.HasCircles && MailRenderer.Texts.Has(language, $"Circle.{kind}.Text") ? $"Circle.{kind}" : $"{kind}";
        key = view.Preview.IsQuiet && MailRenderer.Texts.Has(language, $"{key}.Quiet.Text") ? $"{key}.Quiet" : key;
        key = view.Preview.IsHeld && MailRenderer.Texts.Has(language, $"{key}.Held.Text") ? $"{key}.Held" : key;
        key = view.Preview.Ends.Count > 0 && MailRenderer.Texts.Has(language, $"{key}.Over.Text") ? $"{key}.Over" : key;
        key = view.Preview.IsClosing && MailRenderer.Texts.Has(language, $"{key}.Closed.Text") ? $"{key}.Closed" : key;
        return !MailRenderer.Texts.Has(language, $"{key}.Text") ? [] : [.. Text("Subject").Concat(Text("Text"))];

        // An introduction begins with whether their topics meet, which is between the two: HR sees what follows.
        IEnumerable<string> Text(string part) => (own?.GetValueOrDefault($"{key}.{part}") ?? MailRenderer.Texts.Raw(language, $"{key}.{part}"))
            .Split("\n\n").Skip(kind is MailKind.Introduction && part is "Text" ? 1 : 0)
            .Select(Plain).Where(paragraph => paragraph.Length > 0).Select(paragraph => Fill(view, language, kind, readers, paragraph).Trim());
    }

    /// <summary>Without the marks of headings; what is put in for each reader is left open where a heading leads to it, and left out where nothing does.</summary>
    private static string Plain(string paragraph)
    {
        var lines = paragraph.Split('\n').Select(line => line.StartsWith('[') ? "…" : line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line).ToArray();
        return lines.All(line => line is "…") ? "" : string.Join('\n', lines).Trim();
    }

    private static string Fill(PreviewModel view, CultureInfo language, MailKind kind, IReadOnlyList<PersonId> readers, string text)
    {
        var (contacts, known) = (view.Context.Cohort.Settings.Contacts, new Dictionary<string, string>(StringComparer.Ordinal));
        (known["cohort"], known["manager"]) = (view.Context.Cohort.Settings.Name, contacts.Manager.Name);
        (known["trusted"], known["trustedAddress"]) = (contacts.Trusted.Name, contacts.Trusted.Email);
        if (readers is [var only])
        {
            known["name"] = Name(view, only);
            if (PartnersOf(view, kind, only).Distinct().ToArray() is [var partner])
            {
                known["partner"] = Name(view, partner);
            }
        }

        var template = Template.Parse(text, Elision.IsIn(language));
        return template.Fill([.. template.Holes.Select(hole => (hole, known.GetValueOrDefault(hole, "…")))]);
    }

    /// <summary>Of whom a mail is: it introduces the next partner, and all others are about who is one now.</summary>
    private static IEnumerable<PersonId> PartnersOf(PreviewModel view, MailKind kind, PersonId reader) => kind is MailKind.Introduction
        ? view.Preview.Introduced.Where(pair => pair.Mentor == reader || pair.Mentee == reader).Select(pair => pair.Mentor == reader ? pair.Mentee : pair.Mentor)
        : view.Preview.Ends.Select(id => view.Meetings.Find(id)).OfType<Meeting>().Where(meeting => meeting.Has(reader)).SelectMany(meeting => meeting.Others(reader));

    public static string Refused(CohortContext context, string code) => context.Localizer.Has($"Refused.{code}")
        ? context.Say($"Refused.{code}")
        : context.Say("Propose.RefusedRule", ("rule", PairTexts.Rule(context, code)));

    private static string Readers(PreviewModel view, IReadOnlyList<IGrouping<PersonId, PreviewedMail>> people) =>
        people.Count > MostNamed ? view.Context.Count("Act.Readers", people.Count) : view.Context.Localizer.Titles(people.Select(person => Times(view, person)));

    private static string Times(PreviewModel view, IGrouping<PersonId, PreviewedMail> person) =>
        person.Sum(mail => mail.Count) is > 1 and var count ? $"{Name(view, person.Key)} ({view.Context.Number(count)})" : Name(view, person.Key);

    private static string Names(PreviewModel view, IEnumerable<PersonId> people) => view.Context.Localizer.Titles(people.Select(person => Name(view, person)));

    private static string Name(PreviewModel view, PersonId person) => PeopleNames.Name(view.Context, view.People, person);
}
