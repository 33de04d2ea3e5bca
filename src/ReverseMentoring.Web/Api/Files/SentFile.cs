using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Files;

/// <summary>A file that is the body of a call.</summary>
internal static class SentFile
{
    /// <summary>A list of ten thousand people takes two.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    public static ProblemHttpResult TooLarge { get; } =
        Problem.Create(StatusCodes.Status413PayloadTooLarge, "Nothing was stored", $"The file is larger than {MostBytes} bytes.");

    /// <returns>Null where it is larger than <see cref="MostBytes"/>.</returns>
    public static async Task<byte[]?> ReadBytes(HttpRequest request, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
