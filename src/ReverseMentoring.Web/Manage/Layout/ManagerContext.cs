using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Time;
using ReverseMentoring.Web.Api.Access;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Mails;
using ReverseMentoring.Web.Manage.Queries;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>A manager at work: the request, the language, the moment.</summary>
/// <param name="Context">The request.</param>
/// <param name="Culture">The language.</param>
/// <param name="Zone">Whose clock times are shown on.</param>
/// <param name="Now">The moment.</param>
/// <param name="Variant">Of texts, as in <see cref="Web.Localization.Localizer"/>.</param>
public record ManagerContext(HttpContext Context, CultureInfo Culture, Zone Zone, DateTimeOffset Now, string? Variant = null)
{
    internal static Texts Texts { get; } = new("Manage.Texts");

    /// <summary>Managers are written to in these; the dossier is in English and German only.</summary>
    public static IReadOnlyList<string> Languages => ReaderLanguage.Written;

    /// <summary>The variant of texts where people meet in circles.</summary>
    protected const string Circle = "Circle";

    public Localizer Localizer { get; } = new(Texts, Culture, Zone, Variant);

    private readonly Localizer mails = new(MailRenderer.Texts, Culture, Zone, Variant);

    /// <summary>Who asks; null where nobody is signed in.</summary>
    public ManagerIdentity? Who { get; } = ManagerIdentity.Of(Context.User);

    /// <summary>No mail of any cohort goes.</summary>
    public bool IsMailStopped { get; internal set; }

    /// <summary>Where the menu leads to.</summary>
    internal IReadOnlyList<PageDeclaration> Pages { get; set; } = [];

    /// <summary>The same in words for circles.</summary>
    internal ManagerContext InCircles => new(Context, Culture, Zone, Now, Circle);

    public virtual Theme Theme { get; } = Theme.Create(Texts.Text(Culture, "Product"));

    public CancellationToken Cancel => Context.RequestAborted;

    public HttpRequest Request => Context.Request;

    /// <summary>Whether a page or button of this role is for whoever asks.</summary>
    public bool May(ManagerRole role) => Who?.May(role) is true;

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Localizer.Say(key, values);

    public string Count(string key, int count, params ReadOnlySpan<(string Name, string Value)> values) => Localizer.Count(key, count, values);

    /// <summary>What a mail is called among managers; it stands with the mail's own texts.</summary>
    public string NameOf(MailKind kind) => mails.Say($"{kind}.Name");

    /// <summary>The text of a code that the programme has given; the code itself where it is a new one.</summary>
    public string SayCode(string family, string code) => Localizer.Has($"{family}.{code}") ? Say($"{family}.{code}") : code;

    /// <summary>"Friday, September 17, 2027": of what is read again in a year.</summary>
    public string Date(DateTimeOffset moment) => Dates.Full(Zone.Local(moment).DateTime, Culture);

    /// <summary>"September 17, 2027".</summary>
    public string Date(DateOnly day) => Dates.Date(day, Culture);

    /// <summary>"September 17", where which year it is goes without saying.</summary>
    public string DayOfMonth(DateTimeOffset moment) => Dates.DayOfMonth(Zone.Local(moment).DateTime, Culture);

    /// <summary>"March 2, 2026, 2:00 PM", where many stand below each other.</summary>
    public string Brief(DateTimeOffset moment)
    {
        var local = Zone.Local(moment).DateTime;
        
        // In a narrow column it breaks before the time, and not between day and month.
        return $"{Date(DateOnly.FromDateTime(local)).Replace(' ', '\u00a0')}, {Dates.Time(local, Culture)}";
    }

    /// <summary>"March 2, 2026", of a moment.</summary>
    public string BriefDay(DateTimeOffset moment) => Date(DateOnly.FromDateTime(Zone.Local(moment).DateTime));

    public string Number(double value, string format = "N0") => value.ToString(format, Culture);
}

/// <summary>The same at one cohort.</summary>
public sealed record CohortContext : ManagerContext
{
    internal CohortContext(HttpContext context, CultureInfo culture, StandingCohort standing, CohortQueries readings, DateTimeOffset now)
        : base(context, culture, standing.Cohort.Zone, now, standing.Cohort.HasCircles ? Circle : null)
    {
        Standing = standing;
        Rows = new(readings, standing.Id, Cancel);
    }

    public StandingCohort Standing { get; }

    public Cohort Cohort => Standing.Cohort;

    public CycleState State => Standing.State;

    /// <summary>Nobody is written to any more.</summary>
    public bool IsOver => State.Status is CycleStatus.Cancelled or CycleStatus.Erased;

    /// <summary>Of single people only lists, what is reviewed and what commands are about is shown.</summary>
    public bool IsCouncilMode => Cohort.Settings.WorksCouncil;

    internal CohortRows Rows { get; }

    /// <summary>How the cohort stands: the only place from which pages take figures.</summary>
    internal Task<CohortStanding> ReadStanding() => Rows.Standing(State);

    public override Theme Theme => ThemeCache.ThemeOf(Cohort);

    public string Address(string place = "") => ManagerRoutes.CohortPage(Cohort.Id, place);

    /// <summary>Whether the cycle has come to, or is past, a phase.</summary>
    public bool HasReached(string phase) => !PhaseCatalogue.IsBefore(State.Phase, phase) || State.Past.Any(past => past.Name == phase);
}
