using System.Globalization;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Links;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>Who may in. A link that doesn't hold is told why, and nothing of whom it was for.</summary>
internal sealed class LinkAuthorizer(IStore store, LinkSigner signer, TimeProvider clock)
{
    public static readonly Texts Texts = new("Forms.Texts");

    /// <summary>The variant of texts where people meet in circles.</summary>
    internal const string InCircles = "Circle";

    /// <param name="token">The last part of the address.</param>
    /// <param name="language">What was chosen on the page; null: the person's.</param>
    /// <param name="browser">What the browser asks for, where nobody is known.</param>
    /// <param name="cancel">Cancels reads.</param>
    public async Task<(LinkContext? Context, ClosedReason? Closed)> Open(string token, string? language, string? browser, CancellationToken cancel)
    {
        var chosen = ReaderLanguage.Find(language);
        var unknown = chosen ?? ReaderLanguage.Find(browser) ?? CultureInfo.GetCultureInfo("en");
        if (signer.Verify(token) is not { } link)
        {
            return (null, new(404, "Broken", unknown));
        }

        var partition = Rows.Partition(link.Cohort);
        var cohort = await store.ReadCohort(link.Cohort, cancel);
        var state = (await store.ReadState(link.Cohort, cancel))?.Value;
        if (cohort is null || state is null)
        {
            return (null, new(404, "Broken", unknown));
        }

        var person = (await store.Read<Person>(partition, Rows.Person + link.Person, cancel))?.Value;
        var now = clock.GetUtcNow();
        var theme = ThemeCache.ThemeOf(cohort);
        var neutral = chosen ?? ReaderLanguage.Find(browser) ?? ReaderLanguage.LanguageOf(cohort);
        if (state.Status is CycleStatus.Erased || person is not { Email.Length: > 0 })
        {
            return (null, new(410, "Erased", neutral) { Theme = theme });
        }

        if (link.ExpiresAt <= now || link.IssuedAt < person.LinksSince)
        {
            return (null, new(410, "Expired", neutral) { Theme = theme });
        }

        if (link.Form is FormKind.Delegate && !DelegateLinks.Holds(link, person))
        {
            return (null, new(410, "Revoked", neutral) { Theme = theme });
        }

        var localizer = new Localizer(Texts, chosen ?? ReaderLanguage.LanguageOf(person, cohort), person.ZoneAt(now), cohort.HasCircles ? InCircles : null, now: now);
        var context = new LinkContext(link, token, cohort, state, person, localizer, chosen?.Name, new(signer, link, now), now);
        return link.Form is not (FormKind.Participation or FormKind.OwnAct) && Barrier(context) is { } barrier
            ? (null, new(410, barrier, context.Culture) { Theme = theme, Context = link.Form is FormKind.Delegate ? null : context })
            : (context, null);
    }

    private static string? Barrier(LinkContext context) =>
        context.State.Status is CycleStatus.Cancelled ? "Cancelled"
        : !context.Person.IsActive ? "Left"
        : null;
}

/// <summary>Why nothing can be done here.</summary>
/// <param name="Status">404 or 410; 200 where all is well and nothing is left to do.</param>
/// <param name="Key">The texts' name: <c>Closed.{Key}.Title</c> and <c>.Text</c>.</param>
public sealed record ClosedReason(int Status, string Key, CultureInfo Culture)
{
    public Web.DesignSystem.Theme? Theme { get; init; }

    /// <summary>Known only where the link holds.</summary>
    public LinkContext? Context { get; init; }
}
