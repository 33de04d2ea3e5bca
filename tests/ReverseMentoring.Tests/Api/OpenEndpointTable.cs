namespace ReverseMentoring.Tests.Api;

/// <summary>Endpoints that ask for no manager: behind a signed link, or for everybody. A new one is put in here.</summary>
internal static class OpenEndpointTable
{
    /// <summary>For whoever has a link of a participant's, and of a kind that leads there.</summary>
    public static IReadOnlyList<string> ByLink { get; } =
    [
        "GET /calendar/{token}.ics",
        "GET /f/{token}",
        "GET /f/{token}/certificate",
        "GET /f/{token}/talk",
        "GET /f/{token}/code",
        "GET /f/{token}/my-data",
        "GET /f/{token}/my-data.json",
        "GET /f/{token}/no-thanks",
        "GET /f/{token}/notice",
        "HEAD /f/{token}",
        "POST /f/{token}",
        "POST /f/{token}/code",
        "POST /f/{token}/my-data",
        "POST /f/{token}/talk",
    ];

    /// <summary>For whoever has the link or poster of an open call, or the mail that answers them; <c>OpenCallTests</c> asks them.</summary>
    public static IReadOnlyList<string> ByCall { get; } = ["GET /f/{code}/join", "GET /f/{token}/mine", "POST /f/{code}/join", "POST /f/{token}/mine"];

    /// <summary>Say nothing of anybody.</summary>
    public static IReadOnlyList<string> ForEverybody { get; } =
    [
        "GET /", "GET /certificate/{code}", "GET /health", "GET /help.{hash}.js", "GET /mark.{hash}.svg", "GET /openapi/{documentName}.json", "GET /ready", "GET /style.{hash}.css", "POST /certificate/{code}",
    ];

    /// <summary>Of the local host, for whoever sits at the machine.</summary>
    public static IReadOnlyList<string> OnThisMachine { get; } =
    [
        "GET /clock", "GET /mailbox", "GET /mailbox/{id}", "GET /mailbox/{id}/html", "GET /mailbox/{id}/invite.ics", "POST /clock",
    ];
}
