using ReverseMentoring.Web.Manage.Acts;
using ReverseMentoring.Web.Manage.Applications;
using ReverseMentoring.Web.Manage.Auditing;
using ReverseMentoring.Web.Manage.Cohorts;
using ReverseMentoring.Web.Manage.Comparing;
using ReverseMentoring.Web.Manage.Curating;
using ReverseMentoring.Web.Manage.Dossier;
using ReverseMentoring.Web.Manage.Exports;
using ReverseMentoring.Web.Manage.Figures;
using ReverseMentoring.Web.Manage.Forecasts;
using ReverseMentoring.Web.Manage.Layout;
using ReverseMentoring.Web.Manage.Lists;
using ReverseMentoring.Web.Manage.MailSwitch;
using ReverseMentoring.Web.Manage.Managers;
using ReverseMentoring.Web.Manage.Matches;
using ReverseMentoring.Web.Manage.Meetings;
using ReverseMentoring.Web.Manage.NextTime;
using ReverseMentoring.Web.Manage.Outbox;
using ReverseMentoring.Web.Manage.Overview;
using ReverseMentoring.Web.Manage.OwnTexts;
using ReverseMentoring.Web.Manage.Participants;
using ReverseMentoring.Web.Manage.Questions;
using ReverseMentoring.Web.Manage.Settings;
using ReverseMentoring.Web.Manage.Sponsors;
using ReverseMentoring.Web.Manage.Starting;

namespace ReverseMentoring.Web.Manage;

/// <summary>The one list of all manager's pages, in the order of the menu; a new one is one line here.</summary>
internal static class ManagerPages
{
    public static IReadOnlyList<PageDeclaration> All { get; } =
    [
        CohortListPage.Declaration,
        StartPages.Declaration,
        ComparePage.Declaration,
        ManagersPage.Declaration,
        AuditPage.Declaration,
        CompanyWordsPage.Declaration,
        MailStopPost.Declaration,
        OverviewPage.Declaration,
        ExtendPage.Declaration,
        CommandPost.Declaration,
        PeoplePage.Declaration,
        PersonPage.Declaration,
        ApplicationsPage.Declaration,
        PersonPost.Declaration,
        PersonEditPage.Declaration,
        ActPost.Declaration,
        ProposalPage.Declaration,
        TopicPage.Declaration,
        MeetingListPage.Declaration,
        MeetingPage.Declaration,
        MoveSessionPage.Declaration,
        UnmatchedPage.Declaration,
        ForcePage.Declaration,
        WhatIfPage.Declaration,
        ForecastPage.Declaration,
        SessionListPage.Declaration,
        FailedMailsPage.Declaration,
        QuestionsPage.Declaration,
        ReportPage.Declaration,
        SponsorPage.Declaration,
        NextTimePage.Declaration,
        ListsPage.Declaration,
        DossierPage.Declaration,
        SettingsPage.Declaration,
        WordsPage.Declaration,
        ExportPage.Declaration,
    ];
}
