using System.Diagnostics.Metrics;
using ReverseMentoring.Core.Processes;

namespace ReverseMentoring.Core.Mailing;

/// <summary>
/// Figures of the outbox, by what became of letters and by nothing else: their kinds and cohorts would tell who has answered and who has not.
/// </summary>
internal static class MailTelemetry
{
    private static readonly Meter Meter = new(StepTelemetry.Name);

    private static readonly Counter<long> Letters = Meter.CreateCounter<long>("reverse_mentoring.letters", "{letter}", "Letters whose turn had come, by what became of them.");

    private static readonly Gauge<double> Age = Meter.CreateGauge<double>("reverse_mentoring.outbox.age", "s", "How long the mail has waited whose turn has come first; 0: none waits.");

    public static void Count(IEnumerable<Letter> letters)
    {
        foreach (var (outcome, count) in letters.Select(OutcomeOf).OfType<string>().CountBy(outcome => outcome))
        {
            Letters.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    public static void Waits(TimeSpan age) => Age.Record(age.TotalSeconds);

    /// <returns>Null: nothing yet, or it waits for a better hour.</returns>
    private static string? OutcomeOf(Letter letter) => letter.Lead switch
    {
        { IsHeld: true } => "held",
        { NotWanted: not null, Outcome: null } => "dropped",
        { Outcome.Kind: DeliveryKind.Taken } => "taken",
        { Outcome.Kind: DeliveryKind.Later } => "later",
        { Outcome.Kind: DeliveryKind.Unheard } => "unheard",
        { Outcome.Kind: DeliveryKind.Refused } => "refused",
        { Outcome.Kind: DeliveryKind.Unknown } => "unknown",
        _ => null,
    };
}
