using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Surveys;

namespace ReverseMentoring.Web.Forms;

/// <summary>The survey's questions as fields of whatever form they stand in. Each may be left out.</summary>
internal static class ItemFields
{
    /// <summary>What is true today.</summary>
    public const string Today = "item";

    /// <summary>What was true at the start, looking back.</summary>
    public const string Then = "then";

    /// <summary>The field of one question.</summary>
    public static string NameOf(string name, SurveyItem item) => $"{name}.{item.Id}";

    /// <returns>What was said, without what was left out.</returns>
    public static IReadOnlyDictionary<ItemId, int> Read(Fields fields, string name, IReadOnlyList<SurveyItem> items)
    {
        var said = new Dictionary<ItemId, int>();
        foreach (var item in items)
        {
            var value = fields.Value(NameOf(name, item));
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= item.Lowest && step <= item.Highest)
            {
                said[item.Id] = step;
            }
            else if (value.Length > 0)
            {
                fields.Wrong(item.Scale is ItemScale.Recommendation ? NameOf(name, item) : name, "Items.Wrong");
            }
        }

        return said;
    }

    public static IEnumerable<KeyValuePair<string, StringValues>> Fill(string name, IReadOnlyDictionary<ItemId, int> said) =>
        said.Select(one => KeyValuePair.Create($"{name}.{one.Key}", new StringValues(one.Value.ToString(CultureInfo.InvariantCulture))));
}
