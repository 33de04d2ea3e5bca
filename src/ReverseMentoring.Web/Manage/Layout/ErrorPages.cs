using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;

namespace ReverseMentoring.Web.Manage.Layout;

/// <summary>What a page can't show, and what to do instead.</summary>
/// <param name="Key">The texts' name: <c>Trouble.{Key}.Title</c> and <c>.Text</c>.</param>
public sealed record ErrorPages(ManagerContext Context, int Status, string Key)
{
    internal static FormResult.Page NotFound(ManagerContext context) => Page(context, StatusCodes.Status404NotFound, "NotFound");

    /// <summary>The cohort's people are erased: only its report is left.</summary>
    internal static FormResult.Page Erased(ManagerContext context) => Page(context, StatusCodes.Status410Gone, "Erased");

    internal static FormResult.Page PageFor(ManagerContext context, Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Page(context, StatusCodes.Status413PayloadTooLarge, "TooLarge"),
        BadHttpRequestException or InvalidDataException => Page(context, StatusCodes.Status400BadRequest, "Unreadable"),
        StoreConflictException => Page(context, StatusCodes.Status409Conflict, "Conflict"),
        _ => Page(context, StatusCodes.Status500InternalServerError, "Failed"),
    };

    internal static FormResult.Page Page(ManagerContext context, int status, string key) => FormResult.ForPage<ErrorPage>(new ErrorPages(context, status, key), status);
}
