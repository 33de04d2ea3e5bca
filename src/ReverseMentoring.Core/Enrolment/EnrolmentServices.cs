using Microsoft.Extensions.DependencyInjection;
using ReverseMentoring.Core.Enrolment.Directory;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Core.Enrolment;

internal static class EnrolmentServices
{
    /// <summary>How cohorts start, and how lists of people, of earlier pairs and of holidays come in.</summary>
    public static IServiceCollection AddEnrolment(this IServiceCollection services) => services
        .AddSingleton<DirectoryImport>()
        .AddSingleton<DirectoryWatch>()
        .AddSingleton<CohortPlanner>()
        .AddSingleton<CohortStarter>()
        .AddSingleton<SettingsChanger>()
        .AddSingleton<SettingsTemplates>()
        .AddSingleton<StartDrafts>()
        .AddSingleton<IProcess, DraftProcess>()
        .AddSingleton<PeopleService>()
        .AddSingleton<CorrectionNotes>()
        .AddSingleton<PersonEditor>()
        .AddSingleton<HolidayService>()
        .AddSingleton<EarlierPairsService>();
}
