namespace ReverseMentoring.Core.Programme;

/// <summary>What only the company can tell people of their data. Each at most 500 characters, in the words that people are to read.</summary>
/// <param name="Responsible">Who is responsible: the company's name and address.</param>
/// <param name="Basis">On which legal basis.</param>
/// <param name="Officer">Whom to ask and complain to: the data protection officer.</param>
/// <param name="More">An https address with more about it.</param>
public sealed record DataNotice(string? Responsible = null, string? Basis = null, Contact? Officer = null, string? More = null)
{
    public const int Longest = 500;
}
