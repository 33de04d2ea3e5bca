using System.Collections.Frozen;
using System.Globalization;

namespace ReverseMentoring.Core.Enrolment.Roster;

/// <summary>Cities as our languages call them, from <c>cities.txt</c>.</summary>
public static class CityNames
{
    private static readonly IReadOnlyList<(string Name, string Zone, string[] Languages)> Lines = [.. Read()];

    /// <summary>What a zone's own city is called in a language or region that calls it so.</summary>
    private static readonly FrozenDictionary<(string Zone, string Language), string> Named =
        Lines.SelectMany(line => line.Languages.Select(language => KeyValuePair.Create((line.Zone, language), line.Name))).ToFrozenDictionary();

    /// <summary>All names, each with its zone.</summary>
    public static IReadOnlyList<(string Name, string Zone)> Listed { get; } = [.. Lines.Select(line => (line.Name, line.Zone))];

    /// <summary>The city that a zone is named after: "Bruxelles" of "Europe/Brussels" in French.</summary>
    public static string Of(string zone, CultureInfo language) =>
        Named.TryGetValue((zone, language.Name), out var name) || Named.TryGetValue((zone, language.TwoLetterISOLanguageName), out name) ? name : InId(zone);

    /// <summary>As the zone's IANA id has it.</summary>
    public static string InId(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static IEnumerable<(string Name, string Zone, string[] Languages)> Read()
    {
        using var list = new StreamReader(typeof(CityNames).Assembly.GetManifestResourceStream("cities.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split(';', StringSplitOptions.TrimEntries))
            .SelectMany(city => city.Skip(1).Select(name => name.Split([" (", ")"], StringSplitOptions.None)).Select(name => (name[0], city[0], name.Length > 1 ? name[1].Split(' ') : [])))];
    }
}
