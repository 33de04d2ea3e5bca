using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Manage.Frame;

/// <summary>What a page can't show, and what to do instead.</summary>
/// <param name="Key">The texts' name: <c>Trouble.{Key}.Title</c> and <c>.Text</c>.</param>
public sealed record Trouble(Desk Desk, int Status, string Key)
{
    internal static Outcome.Page NotFound(Desk desk) => Page(desk, StatusCodes.Status404NotFound, "NotFound");

    /// <summary>The cohort's people are erased: only its report is left.</summary>
    internal static Outcome.Page Erased(Desk desk) => Page(desk, StatusCodes.Status410Gone, "Erased");

    internal static Outcome.Page Of(Desk desk, Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Page(desk, StatusCodes.Status413PayloadTooLarge, "TooLarge"),
        BadHttpRequestException or InvalidDataException => Page(desk, StatusCodes.Status400BadRequest, "Unreadable"),
        StoreConflictException => Page(desk, StatusCodes.Status409Conflict, "Conflict"),
        _ => Page(desk, StatusCodes.Status500InternalServerError, "Failed"),
    };

    internal static Outcome.Page Page(Desk desk, int status, string key) => Outcome.Of<TroublePage>(new Trouble(desk, status, key), status);
}
