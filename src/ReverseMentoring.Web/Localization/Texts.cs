using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace ReverseMentoring.Web.Localization;

/// <summary>The texts of one resource file in all its languages; one more language is one more file.</summary>
public sealed class Texts(string resource)
{
    private readonly ResourceManager resources = new($"ReverseMentoring.Web.{resource}", typeof(Texts).Assembly);
    private readonly ConcurrentDictionary<(string Culture, string Key), Template> templates = new();

    /// <summary>What several parts say in the same words: times, starter topics.</summary>
    public static Texts Shared { get; } = new("Localization.Shared");

    /// <exception cref="MissingManifestResourceException">No language has such a text.</exception>
    public string Text(CultureInfo culture, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Template(culture, key).Fill(values);

    /// <summary>The text before its holes are filled.</summary>
    public string Raw(CultureInfo culture, string key) =>
        resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"There is no text '{key}'.");

    public bool Has(CultureInfo culture, string key) => resources.GetString(key, culture) is not null;

    /// <summary>The keys of exactly this language: none are borrowed from another one.</summary>
    public IReadOnlyDictionary<string, string> OfLanguage(CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal)
        ?? [];

    private Template Template(CultureInfo culture, string key)
    {
        if (!templates.TryGetValue((culture.Name, key), out var template))
        {
            template = Web.Localization.Template.Parse(Raw(culture, key), Elision.IsIn(culture));
            templates[(culture.Name, key)] = template;
        }

        return template;
    }
}
