using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Manage.Settings;

namespace ReverseMentoring.Web.Manage.Starting;

/// <summary>The settings of a start, as the JSON that a call would send: what says the same as the default, or nothing, is left out.</summary>
internal static class StartForm
{
    /// <summary>What every start is asked for; all else has a default, and stands under "more".</summary>
    public static readonly IReadOnlyList<string> Asked = ["name", "start"];

    /// <summary>In these an empty field says something: that nothing is asked for.</summary>
    private static readonly string[] SaysNothing = ["matching.minimumLevelGap"];

    /// <summary>The field that says from which cohort this one is made.</summary>
    public const string After = "after";

    /// <summary>Whether a field goes along from step to step.</summary>
    public static bool IsKept(string field) =>
        field is "key" or After || SettingCatalogue.Find(field.StartsWith(SettingForm.Shown, StringComparison.Ordinal) ? field[SettingForm.Shown.Length..] : field) is not null;

    /// <summary>What is meant where nobody says anything.</summary>
    public static JsonObject Defaults(DateTimeOffset now)
    {
        var settings = SettingValues.Of(new() { Name = "", Start = StartDays.Propose(now), Contacts = new(new("", ""), new("", "")) });
        foreach (var ofPeople in new[] { "language", "timeZone", "contacts" })
        {
            settings[ofPeople] = null;
        }

        return settings;
    }

    public static byte[] Json(IFormCollection form, DateTimeOffset now) => JsonSerializer.SerializeToUtf8Bytes(Request(form, now), StoredJson.Options);

    private static JsonObject Request(IFormCollection form, DateTimeOffset now)
    {
        var (request, defaults) = (new JsonObject(), Defaults(now));
        var sent = SettingForm.Read(form);
        foreach (var (path, value) in sent.Where(one => one.Value is not null || SaysNothing.Contains(one.Key)))
        {
            var setting = SettingCatalogue.Find(path)!;
            var usual = SettingTexts.WithDefault(setting, SettingValues.Read(defaults, path));
            if (path == "start" || SettingText.Write(setting, usual) != SettingText.Write(setting, value))
            {
                Put(request, path, value);
            }
        }

        if (request["contacts"]?["manager"] is JsonObject manager && request["language"] is { } language)
        {
            manager.TryAdd("language", language.DeepClone());
        }

        return request;
    }

    private static void Put(JsonObject request, string path, JsonNode? value)
    {
        if (value is null)
        {
            // Written as null: left out it would be the default.
            var (parent, name) = (path[..path.LastIndexOf('.')], path[(path.LastIndexOf('.') + 1)..]);
            request[parent] ??= new JsonObject();
            request[parent]![name] = null;
            return;
        }

        SettingValues.Write(request, path, value);
    }
}
