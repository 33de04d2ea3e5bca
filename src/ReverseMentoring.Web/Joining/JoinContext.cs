using ReverseMentoring.Core.Applying;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.DesignSystem.Pages;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Joining;

/// <summary>A cohort as somebody sees it who would like to take part.</summary>
/// <param name="Address">Of this page.</param>
/// <param name="IsOpen">People can come now.</param>
public sealed record JoinContext(Cohort Cohort, CycleState State, Localizer Localizer, string Address, bool IsOpen)
{
    public Theme Theme => ThemeCache.ThemeOf(Cohort);

    public Contact Manager => Cohort.Settings.Contacts.Manager;

    public IReadOnlyList<LanguageLink> Languages =>
        [.. ReaderLanguage.Written.Select(code => new LanguageLink(code, ReaderLanguage.NameOf(code), $"{Address}?lang={code}", Localizer.Culture.TwoLetterISOLanguageName == code))];

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Localizer.Say(key, values);
}

/// <summary>The form on which somebody says that they would like to take part.</summary>
/// <param name="MentorRoom">How many more mentors there is room for; null: for as many as come.</param>
public sealed record JoinView(JoinContext Context, FormState State, int? MentorRoom, int? MenteeRoom)
{
    /// <summary>It was sent: a mail is on its way.</summary>
    public bool IsSent { get; init; }

    /// <summary>The zone of the place that was typed, where it was another than the one that was chosen: they were asked which it is.</summary>
    public string? Proposed { get; init; }

    /// <summary>It was not taken: too many came from there within the hour.</summary>
    public bool TooMany { get; init; }
}

/// <summary>Where somebody stands who has come.</summary>
/// <param name="Applicant">Null: they take part already, or nothing is known of them any more.</param>
/// <param name="TakesPart">They have been admitted.</param>
/// <param name="Place">Their place on the waiting list, from 1; 0: they are not on it.</param>
/// <param name="Room">How many more of their role there is room for; null: for as many as come.</param>
public sealed record ApplicantView(JoinContext Context, Applicant? Applicant, bool TakesPart, int Place, int? Room, FormState State);
