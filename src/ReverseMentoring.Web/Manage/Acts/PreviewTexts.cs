using System.Text.RegularExpressions;
using ReverseMentoring.Core.Cycle.Acts;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Matching.Model;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Wording;
using Meeting = ReverseMentoring.Core.Meetings.Records.Meeting;

namespace ReverseMentoring.Web.Manage.Acts;

/// <summary>An act and what it would do, in words.</summary>
/// <param name="Preview">What it would do.</param>
/// <param name="People">By id.</param>
/// <param name="Meetings">By id.</param>
/// <param name="LastSession">The end of the last session as things stand; null: none has a time.</param>
[Tells(Told.Command)]
public sealed record PreviewModel(CohortContext Context, ActPreview Preview, Snapshot<PersonLine> People, Snapshot<Meeting> Meetings, DateTimeOffset? LastSession)
{
    internal static async Task<PreviewModel> Create(CohortContext context, ActPreview preview) =>
        new(context, preview, await context.Rows.People(), await context.Rows.Meetings(), (await context.ReadStanding()).LastSession);
}

internal static partial class PreviewTexts
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

        if (preview.Seeking.Count > 0 && preview.Ends.Count > 0)
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

    /// <summary>"Pair ended: Ana Cruz; Bo Lind".</summary>
    public static IEnumerable<(MailKind Kind, string Said)> Mails(PreviewModel view, IReadOnlyList<PreviewedMail> mails) => mails.GroupBy(mail => mail.Kind)
        .Select(kind => (kind.Key, $"{view.Context.NameOf(kind.Key)}: {Localizer.Titles(kind.GroupBy(mail => mail.Person).Select(person => Times(view, person)))}"));

    /// <summary>The mail's own words in the manager's language; what differs from reader to reader is left open.</summary>
    public static IReadOnlyList<string> Words(CohortContext context, MailKind kind)
    {
        var key = context.Cohort.HasCircles && MailRenderer.Texts.Has(context.Culture, $"Circle.{kind}.Text") ? $"Circle.{kind}" : $"{kind}";
        return !MailRenderer.Texts.Has(context.Culture, $"{key}.Text") ? [] :
        [
            .. new[] { MailRenderer.Texts.Raw(context.Culture, $"{key}.Subject") }
                .Concat(MailRenderer.Texts.Raw(context.Culture, $"{key}.Text").Split("\n\n"))
                .Select(part => Holes().Replace(part, "…").Trim()).Where(part => part.Length > 0 && !part.StartsWith('[')),
        ];
    }

    public static string Refused(CohortContext context, string code) => context.Localizer.Has($"Refused.{code}")
        ? context.Say($"Refused.{code}")
        : context.Say("Propose.RefusedRule", ("rule", PairTexts.Rule(context, code)));

    private static string Times(PreviewModel view, IGrouping<PersonId, PreviewedMail> person) =>
        person.Sum(mail => mail.Count) is > 1 and var count ? $"{Name(view, person.Key)} ({view.Context.Number(count)})" : Name(view, person.Key);

    private static string Names(PreviewModel view, IEnumerable<PersonId> people) => Localizer.Titles(people.Select(person => Name(view, person)));

    private static string Name(PreviewModel view, PersonId person) => PeopleNames.Name(view.Context, view.People, person);

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Holes();
}
