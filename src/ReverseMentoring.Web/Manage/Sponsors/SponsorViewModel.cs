using ReverseMentoring.Core.Reports;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Web.Manage.Layout;

namespace ReverseMentoring.Web.Manage.Sponsors;

/// <summary>What somebody wants to see who pays for it and has two minutes: one sheet.</summary>
/// <param name="Final">False: the cycle goes on.</param>
[Tells(Told.Aggregate)]
public sealed record SponsorViewModel(CohortContext Context, Report Report, bool Final, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Suggestion> Suggestions);
