using System.IO.Compression;
using System.Net.Http.Headers;
using ReverseMentoring.Tests.Cycle;
using ReverseMentoring.Web.DesignSystem;

namespace ReverseMentoring.Tests.Forms;

public sealed class WeightTests
{
    /// <summary>What a page may weigh on the way to a phone, with its style and script.</summary>
    private const int Most = 60 * 1024;

    [Fact]
    public async Task A_list_of_sixty_topics_stays_light()
    {
        var topics = Enumerable.Range(1, 60).Select(number => $"Topic {number} with a name of the usual length").ToArray();
        await using var programme = await TestProgramme.Start(SmallCompany.Of(1, 1), new { topics });
        await programme.TurnTo(5);
        await programme.Command("close");
        await programme.TurnTo(6);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await client.GetAsync(TestProgramme.LinkOf(programme.Mails(SmallCompany.Leader(1), "invitation.offers-and-wishes")[^1]));
        var packed = await answer.Content.ReadAsByteArrayAsync();
        using var page = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
        var html = await page.ReadToEndAsync();

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Topic 60 with", html, StringComparison.Ordinal);
        Assert.InRange(packed.Length + Asset.Style.Brotli.Length + Asset.Script.Brotli.Length, 1, Most);
    }
}
