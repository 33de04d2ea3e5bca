using System.Net.Http.Json;
using ReverseMentoring.LocalHost.Hosting;
using ReverseMentoring.LocalHost.Mailbox;
using ReverseMentoring.LocalHost.Rehearsing;
using ReverseMentoring.LocalHost.Time;
using ReverseMentoring.Web.Api.Access;

namespace ReverseMentoring.Benchmarks.Load;

/// <summary>The product on its database, with a cohort that has been called: each answer goes over HTTP by the link of a mail, and is kept before it is thanked for.</summary>
internal sealed class Programme : ILoad
{
    private static readonly DateTimeOffset Monday = new(2027, 1, 4, 6, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder;
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly List<Uri> links = [];
    private IReadOnlyList<string> topics = [];

    private Programme(DirectoryInfo folder, WebApplication app, HttpClient http) => (this.folder, this.app, this.http) = (folder, app, http);

    public string Name => "answers";

    // The last one never answers: once all have, each answer that is sent again would wake the phase.
    private int Answering => links.Count - 1;

    /// <param name="address">Where nobody listens yet.</param>
    /// <param name="people">How many are called; each answers again when all have.</param>
    public static async Task<Programme> Start(Uri address, int people)
    {
        var folder = Directory.CreateTempSubdirectory("answers-");
        var app = LocalProgramme.Build(new LocalSettings { Address = address, Folder = folder.FullName, MailsAtOnce = true }, new TurnableClock(Monday));
        var programme = new Programme(folder, app, Clients.To(address));
        await app.StartAsync();
        await programme.Call(people);
        return programme;
    }

    public async Task Take(int number)
    {
        using var body = new FormUrlEncodedContent([new("picked", topics[number / Answering % topics.Count]), new("notice", "true")]);
        using var answer = await http.PostAsync(links[number % Answering], body);
        Clients.Check(answer);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Call(int people)
    {
        var key = await app.Services.GetRequiredService<ManagerKeys>().CreateFirst();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cohorts")
        {
            Content = JsonContent.Create(new
            {
                name = "Load",
                start = "2027-01-05",
                participants = Enumerable.Range(0, people).Select(number => new { email = $"p{number}@example.org", name = $"Person {number}", role = number % 2 == 0 ? "mentor" : "mentee" }),
            }),
        };
        request.Headers.Authorization = new("Bearer", key);
        using var started = await http.SendAsync(request);
        if (!started.IsSuccessStatusCode)
        {
            throw new InvalidDataException(await started.Content.ReadAsStringAsync());
        }

        await app.Services.GetRequiredService<VirtualTime>().TurnTo(Monday.AddDays(1).AddHours(6));
        links.AddRange(app.Services.GetRequiredService<MailStore>().All().Where(mail => mail.Id.Contains(".call", StringComparison.Ordinal))
            .Select(mail => new Uri(mail.Text.Split((char[]?)null).First(word => word.StartsWith("http", StringComparison.Ordinal)))));
        topics = PageForm.Find(await http.GetStringAsync(links[0]), "topics")!.Values("picked");
    }
}
