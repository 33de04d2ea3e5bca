namespace ReverseMentoring.Web.Manage.Dossier;

/// <summary>A sentence that the dossier vouches for, with the tests that hold it; its words are <c>Claim.{key}</c>.</summary>
/// <param name="Key">Which.</param>
/// <param name="Tests">As <c>Class.Method</c> below the tests' own namespace.</param>
public sealed record Claim(string Key, params IReadOnlyList<string> Tests);
