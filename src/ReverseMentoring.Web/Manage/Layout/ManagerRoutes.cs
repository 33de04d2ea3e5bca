using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>Addresses of the manager's pages.</summary>
public static class ManagerRoutes
{
    public const string Home = "/manage";

    public const string New = "/manage/new";

    public const string Compare = "/manage/compare";

    public const string Managers = "/manage/managers";

    public const string MailStop = "/manage/mail";

    public const string People = "people";
    public const string Topics = "topics";
    public const string Pairs = "pairs";
    public const string Unmatched = "unmatched";
    public const string WhatIf = "what-if";
    public const string Force = "force";
    public const string Forecast = "forecast";
    public const string Circles = "circles";
    public const string Sessions = "sessions";
    public const string Mails = "mails";
    public const string Report = "report";
    public const string Sponsor = "sponsor";
    public const string NextTime = "next-time";
    public const string Lists = "lists";
    public const string Dossier = "dossier";
    public const string Questions = "questions";
    public const string Extend = "extend";
    public const string Acts = "acts";
    public const string Proposal = "proposal";
    public const string Settings = "settings";
    public const string Applications = "applications";
    public const string Export = "export";
    public const string Words = "words";

    public const string CompanyWords = "/manage/words";

    public static string CohortPage(CohortId cohort, string place = "") =>
        place.Length == 0 ? $"{Home}/cohorts/{cohort}" : $"{Home}/cohorts/{cohort}/{place}";
}
