using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReverseMentoring.Core.Topics;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Localization;
using ReverseMentoring.Web.Manage.Exports;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Queries;
using ReverseMentoring.Web.Manage.Starting;

namespace ReverseMentoring.Web.Manage;

public static class ManageServices
{
    /// <summary>The manager's pages. They need the programme, and what the API registers: access.</summary>
    public static IServiceCollection AddManagerPages(this IServiceCollection services)
    {
        services.TryAddSingleton<PageWriter>();
        foreach (var page in ManagerPages.All)
        {
            services.AddSingleton(page.Handler);
        }

        return services
            .AddSingleton<ITopicNames, TopicNames>()
            .AddSingleton(new PageList(ManagerPages.All))
            .AddSingleton<CohortQueries>()
            .AddSingleton<CohortGlances>()
            .AddSingleton<ExportCatalogue>()
            .AddSingleton<PageHandler>()
            .AddSingleton<StartViews>()
            .AddSingleton<StartSaving>()
            .AddSingleton<ReviewCache>();
    }
}
