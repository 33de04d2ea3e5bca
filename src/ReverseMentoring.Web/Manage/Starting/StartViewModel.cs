using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.DesignSystem.Fields;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Starting;

/// <param name="Key">Names this start: pressed twice, it starts once.</param>
/// <param name="ReachesCalendars">The host is connected to Microsoft 365: calendars and the directory can be had.</param>
/// <param name="Templates">Settings that were kept, to begin with.</param>
/// <param name="Drafts">Starts that were kept with their people, to go on with.</param>
[Tells(Told.Aggregate)]
public sealed record StartViewModel(ManagerContext Context, FormState State, string Key, bool ReachesCalendars, IReadOnlyList<SettingsTemplate> Templates, IReadOnlyList<StartDraft> Drafts)
{
    /// <summary>Settings whose values the host knows where a cohort says nothing: by what their paths begin with.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    public bool IsNeeded(SettingDeclaration setting) => setting.Needed && !Known.Any(path => setting.Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>The cohort that this one is made from; null: from none.</summary>
    public Cohort? After { get; init; }

    /// <summary>The draft that goes on; null: it is none.</summary>
    public StartDraft? Draft { get; init; }

    /// <summary>The list as it is so far: of the cohort before, of the draft, or of the step before.</summary>
    [Tells(Told.List)]
    public PeopleSheet? People { get; init; }
}
