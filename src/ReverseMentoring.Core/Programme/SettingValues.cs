using System.Text.Json;
using System.Text.Json.Nodes;
using ReverseMentoring.Core.Store;

namespace ReverseMentoring.Core.Programme;

/// <summary>A cohort's settings by their paths.</summary>
public static class SettingValues
{
    public static JsonObject Of(CohortSettings settings) => (JsonObject)JsonNode.Parse(StoredJson.Write(settings))!;

    /// <returns>Null where nothing is said, or null is.</returns>
    public static JsonNode? Read(JsonObject settings, string path)
    {
        JsonNode? here = settings;
        foreach (var step in path.Split('.'))
        {
            here = (here as JsonObject)?[step];
        }

        return here;
    }

    /// <summary>Objects on the way are made where there are none, unless nothing is to be said.</summary>
    public static void Write(JsonObject settings, string path, JsonNode? value)
    {
        var steps = path.Split('.');
        var here = settings;
        foreach (var step in steps[..^1])
        {
            if (here[step] is not JsonObject next)
            {
                if (value is null)
                {
                    return;
                }

                here[step] = next = [];
            }

            here = next;
        }

        here[steps[^1]] = value?.DeepClone();
    }

    /// <summary>The same settings with what has been changed, as far as that still makes sense.</summary>
    public static CohortSettings Change(CohortSettings settings, IReadOnlyDictionary<string, JsonNode?> changes, CycleState state)
    {
        var values = Of(settings);
        foreach (var (path, value) in changes.Where(change => SettingCatalogue.Find(change.Key) is { } setting && setting.IsOpenIn(state) && !setting.Falls(Read(values, change.Key), change.Value)))
        {
            Write(values, path, value);
        }

        Tidy(values);
        return values.Deserialize<CohortSettings>(StoredJson.Options)!;
    }

    /// <summary>Somebody of whom neither name nor address is said is nobody, and a goal of which nothing is said is none.</summary>
    public static void Tidy(JsonObject settings)
    {
        if (settings["notice"] is JsonObject notice && notice["officer"] is JsonObject officer && officer["name"] is null && officer["email"] is null)
        {
            notice["officer"] = null;
        }

        if (settings["goal"] is JsonObject goal && goal.All(part => part.Value is null))
        {
            settings["goal"] = null;
        }
    }
}
