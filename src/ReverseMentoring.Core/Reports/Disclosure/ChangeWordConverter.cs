using System.Text.Json;
using System.Text.Json.Serialization;
using ReverseMentoring.Core.Statistics;

namespace ReverseMentoring.Core.Reports.Disclosure;

/// <summary>What a change may be called, as published rows hold it. Some say how much it rose or fell too, by a measure that is told no more: they are read without it.</summary>
internal sealed class ChangeWordConverter : JsonConverter<ChangeWord>
{
    private static readonly Dictionary<string, ChangeWord> Words = Enum.GetValues<ChangeWord>().ToDictionary(Written);

    public override ChangeWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        "rose-little" or "rose-much" => ChangeWord.Rose,
        "fell-little" or "fell-much" => ChangeWord.Fell,
        { } word when Words.TryGetValue(word, out var known) => known,
        var other => throw new JsonException($"A change is called '{other}'."),
    };

    public override void Write(Utf8JsonWriter writer, ChangeWord value, JsonSerializerOptions options) => writer.WriteStringValue(Written(value));

    private static string Written(ChangeWord word) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{word}");
}
