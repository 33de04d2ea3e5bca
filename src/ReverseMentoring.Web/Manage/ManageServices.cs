using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Acts;
using ReverseMentoring.Web.Manage.Cohorts;
using ReverseMentoring.Web.Manage.Curating;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Lists;
using ReverseMentoring.Web.Manage.MailSwitch;
using ReverseMentoring.Web.Manage.Managers;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Meetings;
using ReverseMentoring.Web.Manage.Outbox;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Starting;

namespace ReverseMentoring.Web.Manage;

public static class ManageServices
{
    /// <summary>The manager's pages. They need the programme, and what the API registers: access.</summary>
    public static IServiceCollection AddManagerPages(this IServiceCollection services)
    {
        services.TryAddSingleton<PageWriter>();
        return services
            .AddSingleton<CohortQueries>()
            .AddSingleton<PageHandler>()
            .AddSingleton<CohortListPage>()
            .AddSingleton<OverviewPage>()
            .AddSingleton<CommandPost>()
            .AddSingleton<PeoplePage>()
            .AddSingleton<PersonPage>()
            .AddSingleton<PersonPost>()
            .AddSingleton<ActPost>()
            .AddSingleton<ProposalPage>()
            .AddSingleton<PersonEditPage>()
            .AddSingleton<TopicPage>()
            .AddSingleton<ReviewCache>()
            .AddSingleton<MeetingListPage>()
            .AddSingleton<MeetingPage>()
            .AddSingleton<UnmatchedPage>()
            .AddSingleton<ForcePage>()
            .AddSingleton<WhatIfPage>()
            .AddSingleton<SessionListPage>()
            .AddSingleton<FailedMailsPage>()
            .AddSingleton<ReportPage>()
            .AddSingleton<ListsPage>()
            .AddSingleton<StartPages>()
            .AddSingleton<ManagersPage>()
            .AddSingleton<MailStopPost>();
    }
}
