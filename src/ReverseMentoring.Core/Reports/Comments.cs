namespace ReverseMentoring.Core.Reports;

/// <summary>What people wrote, without names and in an order that says nothing: no part of the report that is kept, and gone with the answers.</summary>
/// <param name="HalfTime">Half-way through the sessions.</param>
/// <param name="Feedback">In the closing survey.</param>
public sealed record Comments(SurveyComments HalfTime, SurveyComments Feedback);

/// <summary>One survey: both sides apart.</summary>
public sealed record SurveyComments(SideComments Mentors, SideComments Mentees)
{
    public bool HasText => Mentors.Texts.Count + Mentees.Texts.Count > 0;
}

/// <param name="Answers">How many answered, with or without words.</param>
/// <param name="Texts">What they wrote; empty where too few answered, so that nobody's own words can be told.</param>
public sealed record SideComments(int Answers, IReadOnlyList<string> Texts);
