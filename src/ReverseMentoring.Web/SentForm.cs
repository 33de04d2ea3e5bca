using Microsoft.AspNetCore.Http;

namespace ReverseMentoring.Web;

/// <summary>A form as it came, whatever sent it.</summary>
internal static class SentForm
{
    /// <exception cref="BadHttpRequestException">It is torn, too large, or no form at all: the sender's fault, by its status.</exception>
    public static async Task<IFormCollection> ReadSentForm(this HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("This is no form.");
        }

        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (Exception torn) when (torn is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form is torn.", torn);
        }
    }
}
