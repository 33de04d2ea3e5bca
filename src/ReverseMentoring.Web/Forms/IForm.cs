using ReverseMentoring.Core.Asking;

namespace ReverseMentoring.Web.Forms;

/// <summary>A page behind a signed link.</summary>
internal interface IForm
{
    FormKind Kind { get; }

    /// <summary>All that it asks, in the order of the page.</summary>
    IReadOnlyList<Question> Questions { get; }

    /// <summary>What is to be seen. Changes nothing, however often it is opened, and by whatever.</summary>
    /// <param name="context">Who came.</param>
    /// <param name="sent">They come from having sent it.</param>
    /// <param name="cancel">Cancels reads.</param>
    Task<FormResult> Show(LinkContext context, bool sent, CancellationToken cancel);

    /// <summary>Takes what was posted, or shows what is wrong with it.</summary>
    Task<FormResult> HandlePost(LinkContext context, Fields fields, CancellationToken cancel);
}
