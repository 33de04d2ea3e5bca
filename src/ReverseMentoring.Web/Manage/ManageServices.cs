using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Calendars;
using ReverseMentoring.Core.Cohorts.Managing;
using ReverseMentoring.Core.Cohorts.Roster;
using ReverseMentoring.Core.People;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Cohorts;
using ReverseMentoring.Web.Manage.Curating;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Frame;
using ReverseMentoring.Web.Manage.Lists;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Meetings;
using ReverseMentoring.Web.Manage.Outbox;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Reading;
using ReverseMentoring.Web.Manage.Starting;

namespace ReverseMentoring.Web.Manage;

public static class ManageServices
{
    /// <summary>The manager's pages. They need what the API and the forms register: access, starter, desks.</summary>
    public static IServiceCollection AddManagerPages(this IServiceCollection services)
    {
        services.TryAddSingleton<PageWriter>();
        services.TryAddSingleton<CohortDesk>();
        services.TryAddSingleton<CurationDesk>();
        services.TryAddSingleton<HolidayDesk>();
        services.TryAddSingleton<EarlierPairsDesk>();
        services.TryAddSingleton<PeopleDesk>();
        services.TryAddSingleton<PersonDesk>();
        return services
            .AddSingleton<Readings>()
            .AddSingleton<Gate>()
            .AddSingleton<CohortListPage>()
            .AddSingleton<SightPage>()
            .AddSingleton<CommandPost>()
            .AddSingleton<PeoplePage>()
            .AddSingleton<PersonPage>()
            .AddSingleton<PersonPost>()
            .AddSingleton<TopicPage>()
            .AddSingleton<Reviews>()
            .AddSingleton<MeetingListPage>()
            .AddSingleton<MeetingPage>()
            .AddSingleton<UnmatchedPage>()
            .AddSingleton<ForcePage>()
            .AddSingleton<WhatIfPage>()
            .AddSingleton<SessionListPage>()
            .AddSingleton<MailListPage>()
            .AddSingleton<ReportPage>()
            .AddSingleton<ListsPage>()
            .AddSingleton<StartPages>();
    }
}
