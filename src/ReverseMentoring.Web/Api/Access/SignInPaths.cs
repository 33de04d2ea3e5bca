namespace ReverseMentoring.Web.Api.Access;

/// <summary>Addresses of signing in and out.</summary>
public static class SignInPaths
{
    /// <summary>Where browsers are sent to sign in, with <c>?to=</c> the page that was asked for.</summary>
    public const string SignIn = "/manage/sign-in";

    public const string SignOut = "/manage/sign-out";

    /// <summary>Begins signing in by Entra ID, with <c>?to=</c> the page that was asked for.</summary>
    public const string Entra = "/manage/sign-in/entra";

    /// <summary>Stands in the app registration, behind the app's address.</summary>
    public const string EntraBack = "/manage/sign-in/entra/back";

    /// <summary>
    /// Where the way back ends: a page of ours that goes on to <c>?to=</c>. A browser that comes from another site brings no
    /// strict cookie along; from this page it does.
    /// </summary>
    public const string Done = "/manage/sign-in/done";

    /// <summary>A path on this host, and nothing that a browser could take for another host; else the start page.</summary>
    public static string LocalOr(string? path, string otherwise) =>
        path is not null && path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
        && path.All(c => c is > ' ' and < (char)127)
            ? path
            : otherwise;
}
