namespace ReverseMentoring.Core.Forecasting;

/// <summary>What one cohort came to, drawn or played.</summary>
/// <param name="Mentors">Had a partner or a circle at any time.</param>
/// <param name="Mentees">The same.</param>
/// <param name="Held">Sessions.</param>
/// <param name="Ends">When the report is written, on the cohort's clock.</param>
/// <param name="Mails">Of those who had a partner, the median.</param>
/// <param name="Margin">Half of the width of a change's 95 % interval in the report, in steps of five, the mean over the questions; null: no change is shown.</param>
/// <param name="Shown">Changes that the report shows.</param>
/// <param name="Found">Of these, rises that are findings.</param>
public sealed record CohortOutcome(int Mentors, int Mentees, int Held, DateOnly Ends, double Mails, double? Margin, int Shown, int Found);
