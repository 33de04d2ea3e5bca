using Microsoft.AspNetCore.Http;
using ReverseMentoring.Web.Api.Problems;

namespace ReverseMentoring.Web.Api.Starting;

/// <summary>The parts of a call that starts a cohort.</summary>
/// <param name="Cohort">The JSON.</param>
/// <param name="People">The CSV; null where people stand in the JSON.</param>
internal sealed record SentBody(byte[] Cohort, byte[]? People)
{
    public const string CohortPart = "cohort";

    public const string PeoplePart = "people";

    /// <returns>Null where the body is of a kind that isn't known here.</returns>
    /// <exception cref="InvalidDataException">A part is missing, or the form is torn.</exception>
    public static async Task<SentBody?> ReadParts(HttpRequest request, CancellationToken cancel)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadSentForm(cancel);
            return new(
                await Part(form, CohortPart, cancel)
                    ?? throw new InvalidDataException($"The form has no part '{CohortPart}': the JSON with at least name and start."),
                await Part(form, PeoplePart, cancel));
        }

        if (!request.HasJsonContentType())
        {
            return null;
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        return new(body.ToArray(), null);
    }

    /// <summary>What is answered to a body of another kind.</summary>
    /// <param name="title">What has not happened.</param>
    public static IResult Unsupported(string title) => Problem.Create(
        StatusCodes.Status415UnsupportedMediaType, title, $"Send application/json, or multipart/form-data with the parts '{CohortPart}' (JSON) and '{PeoplePart}' (CSV).");

    private static async Task<byte[]?> Part(IFormCollection form, string name, CancellationToken cancel)
    {
        if (form.Files.GetFile(name) is not { } file)
        {
            return form.TryGetValue(name, out var text) ? System.Text.Encoding.UTF8.GetBytes(text.ToString()) : null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return content.ToArray();
    }
}
