namespace ReverseMentoring.LocalHost.Attacks;

/// <summary>A figure about answers, or a count of people or pairs, that a manager reads with its value: taken from the report's JSON as any program would.</summary>
/// <param name="Wave">When it was asked.</param>
/// <param name="Table">What was asked, or counted.</param>
/// <param name="Cell">Of whom: <c>all</c>, <c>mentors</c>, <c>mentees</c>; a topic.</param>
/// <param name="Value">As it is shown.</param>
/// <param name="Of">Of a count, of how many; null: nobody is told.</param>
/// <param name="HasRange">Beside it stands where the true figure lies.</param>
internal sealed record ShownFigure(string Wave, string Table, string Cell, double Value, int? Of, bool HasRange)
{
    public override string ToString() => $"{Wave} {Table} {Cell}";
}
