using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Surveys;
using ReverseMentoring.Web.Localization;

namespace ReverseMentoring.Web.Forms;

/// <summary>A line of one's own data, as one reads it: a value, or what stands below it.</summary>
/// <param name="Path">Where it stands in the file: <c>answers.0.value.worth</c>.</param>
/// <param name="Label">In words; where nobody has written any, as the file calls it.</param>
/// <param name="Value">Null: it is the heading of what is below it.</param>
/// <param name="Below">What it is made of.</param>
public sealed record MyDataLine(string Path, string Label, string? Value, IReadOnlyList<MyDataLine> Below)
{
    /// <summary>All of it, but for what is empty.</summary>
    /// <param name="data">As it is kept.</param>
    /// <param name="asked">What the cohort's survey asks, in whoever's words: answers are told beside these.</param>
    /// <param name="localizer">The reader's.</param>
    internal static IReadOnlyList<MyDataLine> Of(JsonObject data, Questionnaire asked, Localizer localizer) => [.. new Reader([.. asked.Items, .. StandardItems.All], localizer).Below(data, "")];

    private sealed class Reader(IReadOnlyList<SurveyItem> items, Localizer localizer)
    {
        public IEnumerable<MyDataLine> Below(JsonNode node, string above) => node switch
        {
            JsonObject fields => fields.Where(field => field.Value is not null).Select(field => Line(field.Value!, Join(above, field.Key), LabelOf(above, field.Key))).OfType<MyDataLine>(),
            JsonArray list => list.Index().Where(item => item.Item is not null).Select(item => Line(item.Item!, Join(above, $"{item.Index}"), $"{item.Index + 1}")).OfType<MyDataLine>(),
            _ => [],
        };

        /// <returns>Null where there is nothing.</returns>
        private MyDataLine? Line(JsonNode node, string path, string label) => node switch
        {
            JsonValue value => new(path, label, Write(value), []),
            _ => Below(node, path).ToArray() is { Length: > 0 } below ? new(path, label, null, below) : null,
        };

        private string LabelOf(string above, string name)
        {
            string[] keys = above.Length == 0 ? [$"Data.{name}"] : [$"Data.Field.{name}"];
            return keys.FirstOrDefault(localizer.Has) is { } key ? localizer.Say(key)
                : items.FirstOrDefault(item => item.Id.Value == name)?.TextIn(localizer.Culture.TwoLetterISOLanguageName) ?? name;
        }

        private string Write(JsonValue value) => value.GetValueKind() switch
        {
            JsonValueKind.True => localizer.Say("Data.Yes"),
            JsonValueKind.False => localizer.Say("Data.No"),
            JsonValueKind.String => Write(value.GetValue<string>()),
            _ => value.ToJsonString(),
        };

        private string Write(string text) =>
            DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                ? moment == DateTimeOffset.MaxValue ? "∞" : $"{localizer.When(moment)}, {localizer.Zone.Local(moment).Year}"
                : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Dates.Full(day.ToDateTime(default), localizer.Culture)
                : localizer.Has($"Data.Value.{text}") ? localizer.Say($"Data.Value.{text}") : text;

        private static string Join(string above, string name) => above.Length == 0 ? name : $"{above}.{name}";
    }
}
