using System.Text;
using ReverseMentoring.LocalHost.Simulating.Faults;

namespace ReverseMentoring.LocalHost.Fuzzing;

/// <summary>Draws what is sent: what the product asks for, with something odd in it, or something that it never asked for.</summary>
internal sealed class FuzzInputs(FuzzTargets targets, Chance chance)
{
    private const double OddPart = 0.12, OddHeader = 0.25, WithoutKey = 0.02;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ODD"];

    private static readonly string[] Queries = ["show", "page", "search", "mentor", "mentee", "preview", "language", "skip", "take", "from", "until", "format", "stage", "cursor", "person"];

    private static readonly string[] HeaderNames =
        ["Accept", "Accept-Language", "If-Match", "If-None-Match", "Idempotency-Key", "Cookie", "Range", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Origin", "Sec-Fetch-Site", "Referer", "User-Agent", "Accept-Encoding", "Expect", "If-Modified-Since", "Host"];

    private static readonly string[] ContentTypes =
    [
        "application/json", "text/csv", "text/csv; charset=utf-16", "text/csv; charset=odd", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=b", "text/calendar",
        "text/calendar; method=REPLY", "application/json; charset=utf-7", "application/octet-stream", "", ";;", "text/plain", "application/merge-patch+json",
    ];

    private static readonly string Csv =
        "name,email,role,jobTitle,department,level,managerEmail,location,timeZone,languages,capacity\nAna Costa,ana@example.org,mentee,Head,Sales,3,,Portugal/Lisbon,Europe/Lisbon,pt;en,1\n\"Ito, Ben\",ben@example.org,mentor,Developer,Engineering,1,ana@example.org,Germany/Berlin,Europe/Berlin,de,2\n";

    /// <summary>A manager's. What is thrown may revoke it: then another comes in its place.</summary>
    public required string Key { get; set; }

    /// <param name="read">Reads a page, to fill in a form that stands on it.</param>
    public async Task<FuzzedInput> Draw(Func<string, Task<string>> read)
    {
        var input = chance.Below(10) switch
        {
            < 3 => Api(),
            < 5 => await Form(Link(), read),
            < 7 => await Form(Managers(), read),
            7 => new FuzzedInput("GET", Query(Link())),
            8 => new FuzzedInput("GET", Query(targets.Fill(chance.Pick(targets.Routes).Pattern, chance, OddPart))),
            _ => Anything(),
        };
        return input with { Headers = [.. Headers(input.Headers)] };
    }

    private FuzzedInput Api()
    {
        var route = chance.Pick([.. targets.Routes.Where(route => route.Pattern.StartsWith("/api", StringComparison.Ordinal))]);
        var address = Query(targets.Fill(route.Pattern, chance, OddPart));
        var bodies = targets.Drafts.Bodies(route.Pattern, route.Method);
        if (bodies.Count == 0)
        {
            return new(route.Method, address) { Headers = Once() };
        }

        var (type, schema) = chance.Pick([.. bodies]);
        return type.StartsWith("multipart", StringComparison.Ordinal) ? Multipart(route.Method, address, targets.Drafts.Draft(schema.ValueKind is System.Text.Json.JsonValueKind.Object && schema.TryGetProperty("properties", out var parts) && parts.TryGetProperty("cohort", out var cohort) ? cohort : schema, chance))
            : new(route.Method, address)
            {
                Headers = Once(), ContentType = chance.Happens(0.05) ? chance.Pick(ContentTypes) : type,
                Body = OddTexts.Bytes(chance, type.Contains("json", StringComparison.Ordinal) ? targets.Drafts.Draft(schema, chance) : FileOf(type)),
            };
    }

    private FuzzedInput Multipart(string method, string address, string json)
    {
        var body = $"--b\r\nContent-Disposition: form-data; name=cohort\r\nContent-Type: application/json\r\n\r\n{json}\r\n--b\r\nContent-Disposition: form-data; name=people; filename={OddTexts.Segment(chance)}\r\nContent-Type: text/csv\r\n\r\n{FileOf("text/csv")}\r\n--b--\r\n";
        return new(method, address) { Headers = Once(), ContentType = "multipart/form-data; boundary=b", Body = OddTexts.Bytes(chance, chance.Happens(0.15) ? OddTexts.Changed(chance, body) : body) };
    }

    private string FileOf(string type)
    {
        var file = type.Contains("calendar", StringComparison.Ordinal) ? OddCalendars.Holidays(chance) : Csv;
        for (var changes = chance.Below(4); changes > 0; changes--)
        {
            file = OddTexts.Changed(chance, file);
        }

        return file;
    }

    /// <summary>The form that stands at an address, filled in by somebody in whose hands everything goes wrong.</summary>
    private async Task<FuzzedInput> Form(string page, Func<string, Task<string>> read)
    {
        if (FuzzTargets.FormsOf(await read(page), page) is not { Count: > 0 } forms)
        {
            return new("GET", Query(page));
        }

        var form = chance.Pick(forms);
        var fields = new List<string>();
        foreach (var field in form.Fields.Where(_ => !chance.Happens(0.15)))
        {
            string[] choices = [.. field];
            for (var times = chance.Happens(0.05) ? 3 : 1; times > 0; times--)
            {
                var value = chance.Happens(0.25) ? OddTexts.Pick(chance) : chance.Pick(choices);
                fields.Add($"{Encoded(field.Key)}={Encoded(value)}");
            }
        }

        if (chance.Happens(0.1))
        {
            fields.Add($"{Encoded(OddTexts.Pick(chance))}={OddTexts.Segment(chance)}");
        }

        var text = string.Join('&', fields);
        return new("POST", form.Action.StartsWith('/') ? form.Action : page)
        {
            ContentType = chance.Happens(0.05) ? chance.Pick(ContentTypes) : "application/x-www-form-urlencoded", Body = Encoding.UTF8.GetBytes(chance.Happens(0.05) ? OddTexts.Changed(chance, text) : text),
            Headers = [("Sec-Fetch-Site", "same-origin")],
        };
    }

    private FuzzedInput Anything() => new(chance.Pick(Methods), Query(chance.Happens(0.2) ? "/" + OddTexts.Segment(chance) : targets.Fill(chance.Pick(targets.Routes).Pattern, chance, OddPart)))
    {
        ContentType = chance.Pick(ContentTypes), Body = OddTexts.Bytes(chance, chance.Happens(0.5) ? OddTexts.Pick(chance) : FileOf(chance.Pick(ContentTypes))),
    };

    private string Managers() => targets.Fill(chance.Pick([.. targets.Routes.Where(route => route.Method == "GET" && route.Pattern.StartsWith("/manage", StringComparison.Ordinal))]).Pattern, chance, OddPart / 3);

    /// <summary>A link of a mail; of ten, one that was altered on the way.</summary>
    private string Link()
    {
        var link = chance.Pick(targets.Links);
        return chance.Happens(0.1) ? link[..(link.LastIndexOf('/') + 1)] + Uri.EscapeDataString(OddTexts.Changed(chance, link[(link.LastIndexOf('/') + 1)..])) : link;
    }

    private string Query(string path)
    {
        for (var more = chance.Happens(0.3) ? chance.Between(1, 3) : 0; more > 0; more--)
        {
            path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{chance.Pick(Queries)}={(chance.Happens(0.5) ? OddTexts.Segment(chance) : Encoded(OddTexts.Pick(chance)))}";
        }

        return path.Length > 6000 ? path[..6000] : path;
    }

    private IReadOnlyList<(string Name, string Value)> Once() => chance.Happens(0.7) ? [("Idempotency-Key", $"fuzz-{chance.Below(1_000_000)}")] : [];

    private IEnumerable<(string Name, string Value)> Headers(IReadOnlyList<(string Name, string Value)> own)
    {
        if (!chance.Happens(WithoutKey))
        {
            yield return ("Authorization", "Bearer " + Key);
        }

        foreach (var header in own)
        {
            yield return header;
        }

        if (chance.Happens(OddHeader))
        {
            yield return (chance.Pick(HeaderNames), chance.Happens(0.3) ? chance.Pick(["de;q=NaN,*;q=2", "text/html;q=-1", "W/\"1\"", "*", "bytes=9-1", "same-origin", "gzip;q=x", "zz-ZZ,en-x-a"]) : OddTexts.Pick(chance));
        }
    }

    /// <summary>As forms encode; half of a surrogate pair, which no form can send, as its bytes would be.</summary>
    private static string Encoded(string text) => Uri.EscapeDataString(text);
}
