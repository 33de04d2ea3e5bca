namespace ReverseMentoring.Web.Manage.Dossier.Promising;

/// <summary>A text that promises something, in whatever language, with the tests that hold it.</summary>
/// <param name="File">Whose text it is: <c>Forms</c>, <c>Mails</c> or <c>Manage</c>.</param>
/// <param name="Key">Which.</param>
/// <param name="Tests">As <c>Class.Method</c> below the tests' own namespace.</param>
public sealed record Promise(string File, string Key, IReadOnlyList<string> Tests)
{
    /// <summary>As lists name it: <c>Forms:Ear.Kept</c>.</summary>
    public string Name => $"{File}:{Key}";
}
