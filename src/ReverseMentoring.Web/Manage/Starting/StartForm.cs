using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using ReverseMentoring.Core.Enrolment.Starting;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Web.Forms;
using ReverseMentoring.Web.Manage.Layout;
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

    /// <summary>The field that says which draft goes on, so that it ends with the start.</summary>
    public const string Draft = "draft";

    /// <summary>The button that takes the day that is proposed in place of the first day.</summary>
    public const string Instead = "instead";

    /// <summary>Whether a field goes along from step to step.</summary>
    public static bool IsKept(string field) =>
        field is "key" or After or Draft || SettingCatalogue.Find(field.StartsWith(SettingForm.Shown, StringComparison.Ordinal) ? field[SettingForm.Shown.Length..] : field) is not null;

    /// <summary>What is meant where nobody says anything.</summary>
    public static JsonObject Defaults(DateTimeOffset now)
    {
        var settings = SettingValues.Of(new() { Name = "", Start = Propose(now), Contacts = new(new("", ""), new("", "")) });
        foreach (var ofPeople in new[] { "language", "timeZone", "contacts" })
        {
            settings[ofPeople] = null;
        }

        // Empty, so that what somebody writes there holds, whether or not it is what is usual in pairs.
        foreach (var path in CircleDefaults.ByPath.Keys)
        {
            SettingValues.Write(settings, path, null);
        }

        return settings;
    }

    /// <summary>A first day while nobody knows yet who is on the list: in a week at the earliest.</summary>
    public static DateOnly Propose(DateTimeOffset now) => FirstDays.Propose(DateOnly.FromDateTime(now.UtcDateTime).AddDays(7), new(null, []), new());

    /// <param name="context">Whose page it is: where people come by themselves and nobody is on a list, theirs is the cohort's language, unless they name another.</param>
    /// <param name="form">As it was sent.</param>
    /// <param name="people">How many are on the list.</param>
    public static byte[] Json(ManagerContext context, IFormCollection form, int people)
    {
        var request = Request(form, context.Now);
        if (people == 0 && request["openCall"] is not null)
        {
            request["language"] ??= context.Culture.TwoLetterISOLanguageName;
        }

        return JsonSerializer.SerializeToUtf8Bytes(request, StoredJson.Options);
    }

    /// <summary>All settings as the form has them, to go on from.</summary>
    public static JsonObject Settings(IFormCollection form, DateTimeOffset now)
    {
        var settings = Defaults(now);
        foreach (var (path, value) in SettingForm.Read(form))
        {
            SettingValues.Write(settings, path, value);
        }

        return settings;
    }

    /// <summary>Lists of people are longer than other forms may be.</summary>
    public static async Task<IFormCollection> ReadForm(ManagerContext context)
    {
        if (context.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = 3 * PeopleSheet.MostBytes;
        }

        context.Context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { ValueLengthLimit = 2 * PeopleSheet.MostBytes }));
        var form = WeeksForm.Fold(await context.Request.ReadSentForm(context.Cancel));
        return form[Instead].ToString() is { Length: > 0 } day
            ? form.With(new Dictionary<string, StringValues> { ["start"] = day })
            : form;
    }

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
