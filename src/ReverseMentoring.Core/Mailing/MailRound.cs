using System.Collections.Concurrent;
using ReverseMentoring.Core.Programme;

namespace ReverseMentoring.Core.Mailing;

/// <summary>What mails of one cohort that go in one round have in common; each thing in it is read once, however many letters there are.</summary>
/// <param name="cohort">Whose mails they are.</param>
/// <param name="state">Where it stands.</param>
/// <param name="words">HR's own, to be read from.</param>
public sealed class MailRound(Cohort cohort, CycleState state, OwnWords words)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, string>>>> read = new(StringComparer.Ordinal);

    public Cohort Cohort => cohort;

    public CycleState State => state;

    /// <summary>HR's own texts, by key.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="cancel">Cancels the read.</param>
    /// <remarks>A store that fails is asked again by the next letter.</remarks>
    public async Task<IReadOnlyDictionary<string, string>> Words(string language, CancellationToken cancel)
    {
        var once = read.GetOrAdd(language, _ => new(() => words.Read(cohort.Id, language, cancel)));
        try
        {
            return await once.Value;
        }
        catch
        {
            read.TryRemove(KeyValuePair.Create(language, once));
            throw;
        }
    }
}
