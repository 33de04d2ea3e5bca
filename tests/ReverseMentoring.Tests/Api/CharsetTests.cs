using System.Net;
using System.Text;

namespace ReverseMentoring.Tests.Api;

/// <summary>Bodies in encodings that nobody reads.</summary>
public sealed class CharsetTests
{
    [Theory]
    [InlineData("utf-7", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("\"utf-7\"", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("no-such", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("UTF-8", HttpStatusCode.Created)]
    [InlineData("\"utf-8\"", HttpStatusCode.Created)]
    public async Task A_body_that_can_not_be_read_is_the_caller_s_fault(string charset, HttpStatusCode expected)
    {
        await using var host = await ApiHost.Start();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("""{ "name": "tools", "role": "administrator" }"""));
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        using var answer = await host.Client.PostAsync(new Uri("/api/keys", UriKind.Relative), body);

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }
}
