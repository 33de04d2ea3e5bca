using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Tests.Api;

/// <summary>Method and address of each endpoint for managers, and the role that it is for. A new one is put in here.</summary>
internal static class EndpointTable
{
    private static readonly string[] ForViewers =
    [
        "GET /api/cohorts",
        "GET /api/cohorts/{cohort}/report",
        "GET /api/cohorts/{cohort}/report.csv",
        "GET /manage",
        "GET /manage/cohorts/{cohort}/next-time",
        "GET /manage/cohorts/{cohort}/report",
        "GET /manage/cohorts/{cohort}/sponsor",
        "GET /manage/compare",
        "GET /manage/compare.{format}",
        "GET /manage/{**rest}",
    ];

    private static readonly string[] ForManagers =
    [
        "DELETE /api/cohorts/{cohort}/rules/{mentor}/{mentee}",
        "DELETE /api/cohorts/{cohort}/topics/{topic}",
        "GET /api/cohorts/{cohort}",
        "GET /api/cohorts/{cohort}/circles",
        "GET /api/cohorts/{cohort}/circles/{circle}",
        "GET /api/cohorts/{cohort}/mails",
        "GET /api/cohorts/{cohort}/pairs",
        "GET /api/cohorts/{cohort}/pairs/{pair}",
        "GET /api/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}/times",
        "GET /api/cohorts/{cohort}/forecast",
        "GET /api/cohorts/{cohort}/people",
        "GET /api/cohorts/{cohort}/people/{person}",
        "GET /api/cohorts/{cohort}/people/{person}/candidates",
        "GET /api/cohorts/{cohort}/rules",
        "GET /api/cohorts/{cohort}/selection",
        "GET /api/cohorts/{cohort}/topics",
        "GET /api/cohorts/{cohort}/unmatched",
        "GET /api/mail",
        "GET /manage/cohorts/{cohort}",
        "GET /manage/cohorts/{cohort}/applications",
        "GET /manage/cohorts/{cohort}/circles",
        "GET /manage/cohorts/{cohort}/dossier",
        "GET /manage/cohorts/{cohort}/export/{list}.{format}",
        "GET /manage/cohorts/{cohort}/force",
        "GET /manage/cohorts/{cohort}/forecast",
        "GET /manage/cohorts/{cohort}/lists",
        "GET /manage/cohorts/{cohort}/mails",
        "GET /manage/cohorts/{cohort}/pairs",
        "GET /manage/cohorts/{cohort}/pairs/{pair}",
        "GET /manage/cohorts/{cohort}/people",
        "GET /manage/cohorts/{cohort}/people/new",
        "GET /manage/cohorts/{cohort}/people/{person}",
        "GET /manage/cohorts/{cohort}/people/{person}/edit",
        "GET /manage/cohorts/{cohort}/people/{person}/partner",
        "GET /manage/cohorts/{cohort}/proposal",
        "GET /manage/cohorts/{cohort}/questions",
        "GET /manage/cohorts/{cohort}/sessions",
        "GET /manage/cohorts/{cohort}/settings",
        "GET /manage/cohorts/{cohort}/topics",
        "GET /manage/cohorts/{cohort}/unmatched",
        "GET /manage/cohorts/{cohort}/what-if",
        "GET /manage/cohorts/{cohort}/words",
        "PATCH /api/cohorts/{cohort}/people/{person}",
        "PATCH /api/cohorts/{cohort}/settings",
        "POST /api/cohorts/{cohort}/announce",
        "POST /api/cohorts/{cohort}/approve",
        "POST /api/cohorts/{cohort}/cancel",
        "POST /api/cohorts/{cohort}/circles/{pair}/end",
        "POST /api/cohorts/{cohort}/close",
        "POST /api/cohorts/{cohort}/erase",
        "POST /api/cohorts/{cohort}/extend",
        "POST /api/cohorts/{cohort}/mails/send-again",
        "POST /api/cohorts/{cohort}/pairs/{pair}/end",
        "POST /api/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}/held",
        "POST /api/cohorts/{cohort}/pairs/{pair}/sessions/{number:int}/move",
        "POST /api/cohorts/{cohort}/pause",
        "POST /api/cohorts/{cohort}/people",
        "POST /api/cohorts/{cohort}/people/{person}/bring-back",
        "POST /api/cohorts/{cohort}/people/{person}/pause",
        "POST /api/cohorts/{cohort}/people/{person}/renew-links",
        "POST /api/cohorts/{cohort}/people/{person}/resume",
        "POST /api/cohorts/{cohort}/people/{person}/take-out",
        "POST /api/cohorts/{cohort}/proposals",
        "POST /api/cohorts/{cohort}/rerun",
        "POST /api/cohorts/{cohort}/resume",
        "POST /manage/cohorts/{cohort}/acts",
        "POST /manage/cohorts/{cohort}/applications",
        "POST /manage/cohorts/{cohort}/commands",
        "POST /manage/cohorts/{cohort}/lists/earlier-pairs",
        "POST /manage/cohorts/{cohort}/lists/holidays",
        "POST /manage/cohorts/{cohort}/lists/people",
        "POST /manage/cohorts/{cohort}/mails",
        "POST /manage/cohorts/{cohort}/people/new",
        "POST /manage/cohorts/{cohort}/people/{person}",
        "POST /manage/cohorts/{cohort}/people/{person}/edit",
        "POST /manage/cohorts/{cohort}/questions/asked",
        "POST /manage/cohorts/{cohort}/questions/own",
        "POST /manage/cohorts/{cohort}/topics",
        "POST /manage/cohorts/{cohort}/what-if",
        "POST /manage/cohorts/{cohort}/settings",
        "POST /manage/cohorts/{cohort}/words",
        "POST /manage/cohorts/{cohort}/settings/preview",
        "PUT /api/cohorts/{cohort}/earlier-pairs",
        "PUT /api/cohorts/{cohort}/forbids/{mentor}/{mentee}",
        "PUT /api/cohorts/{cohort}/holidays/{country}",
        "PUT /api/cohorts/{cohort}/locks/{mentor}/{mentee}",
        "PUT /api/cohorts/{cohort}/people",
        "PUT /api/cohorts/{cohort}/topics/{topic}",
    ];

    private static readonly string[] ForAdministrators =
    [
        "DELETE /api/keys/{key}",
        "GET /api/audit",
        "GET /api/audit/verify",
        "DELETE /api/managers/{manager}",
        "GET /api/access-log",
        "GET /api/keys",
        "GET /api/managers",
        "GET /manage/audit",
        "GET /manage/managers",
        "GET /manage/new",
        "GET /manage/words",
        "POST /manage/words",
        "POST /api/cohorts",
        "POST /api/cohorts/forecast",
        "POST /api/keys",
        "POST /api/keys/{key}/rotate",
        "POST /manage/mail",
        "POST /manage/managers/keys",
        "POST /manage/managers/keys/{key}/revoke",
        "POST /manage/managers/keys/{key}/rotate",
        "POST /manage/managers/people/{person}",
        "POST /manage/managers/people/{person}/remove",
        "POST /manage/new/forget",
        "POST /manage/new/preview",
        "POST /manage/new/save",
        "POST /manage/new/start",
        "PUT /api/mail",
        "PUT /api/managers/{manager}/cohorts",
    ];

    /// <summary>The sign-in itself.</summary>
    public static IReadOnlyList<string> ForAnybody { get; } =
    [
        "GET /manage/sign-in", "GET /manage/sign-in/done", "GET /manage/sign-in/entra", "POST /manage/sign-in", "POST /manage/sign-out",
    ];

    public static IReadOnlyDictionary<string, ManagerRole> Roles { get; } = Rows(ForViewers, ManagerRole.Viewer)
        .Concat(Rows(ForManagers, ManagerRole.Manager)).Concat(Rows(ForAdministrators, ManagerRole.Administrator))
        .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, ManagerRole>> Rows(string[] endpoints, ManagerRole role) =>
        endpoints.Select(endpoint => KeyValuePair.Create(endpoint, role));
}
