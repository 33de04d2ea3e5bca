using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReverseMentoring.Web.DesignSystem;
using ReverseMentoring.Tests.DesignSystem.Gallery;

namespace ReverseMentoring.Tests.DesignSystem;

public sealed class AssetTests : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    public AssetTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapLook();
    }

    public static TheoryData<string> Paths => [Asset.Style.Path, Asset.Script.Path, Asset.Mark.Path];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_browser_may_keep_it_for_good(string path)
    {
        using var answer = await _client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task A_page_from_before_a_release_gets_todays_style_and_may_not_keep_it()
    {
        using var answer = await _client.GetAsync("/style.000000000000.css");

        Assert.Equal(Asset.Style.Text, await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task It_goes_packed_to_those_who_can_unpack()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Asset.Style.Path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await _client.SendAsync(request);
        using var unpacked = new StreamReader(new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress));

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Equal(Asset.Style.Text, await unpacked.ReadToEndAsync());
    }

    [Fact]
    public void The_style_asks_nobody_else_for_anything()
    {
        Assert.DoesNotContain("url(", Asset.Style.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Asset.Style.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_largest_form_weighs_less_than_sixty_kilobytes_with_its_style()
    {
        var form = await Rendering.Html<GalleryForm>(new { State = GallerySamples.Wrong });

        Assert.InRange(form.Length + Asset.Style.Bytes.Length + Asset.Script.Bytes.Length, 20_000, 75_000);
        Assert.InRange(form.Length + Asset.Style.Brotli.Length + Asset.Script.Brotli.Length, 10_000, 60_000);
    }

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public void Dispose() => _client.Dispose();

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
