using System.Text.Json;
using ReverseMentoring.Core.Standings;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Reports.Waves;

/// <summary>Tables of who found a partner, by what HR's list says of people: one for each side and trait.</summary>
public static class SelectionTables
{
    /// <summary>The cell of all groups that are too small to be told by themselves.</summary>
    public const string Others = "*";

    /// <summary>In the order in which the gate looks at them.</summary>
    public static IReadOnlyList<(Role Role, Trait Trait)> All { get; } =
        [.. from role in new[] { Role.Mentor, Role.Mentee } from trait in Enum.GetValues<Trait>() select (role, trait)];

    /// <summary>Stands in rows and files: it never changes.</summary>
    public static string NameOf(Role role, Trait trait) => $"selection-{Slug(role)}-{Slug(trait)}";

    private static string Slug<T>(T name)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{name}");
}
