namespace ReverseMentoring.Web.Api.Access;

/// <summary>A form that does one of several things, by its field <c>kind</c>: which one is noted with the address, and whom or what the form is about as what an address names is.</summary>
/// <param name="Names">What it may be: nothing else that was sent is noted.</param>
public sealed record AuditedKinds(IReadOnlyList<string> Names)
{
    public const string Field = "kind";

    /// <summary>Fields that hold an id.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["person", "pair", "mentor", "mentee", "mentor2", "mentee2"];
}
