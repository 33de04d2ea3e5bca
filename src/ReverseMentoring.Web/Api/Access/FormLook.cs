using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web.Api.Access;

/// <summary>A form that can be sent to see what it would do, by its field <c>step</c>.</summary>
public sealed record FormLook
{
    public const string Field = "step";

    public const string Look = "look";

    /// <summary>What would be done is shown, and nothing is done.</summary>
    public static bool Asks(IFormCollection sent) => sent[Field] == Look;
}
