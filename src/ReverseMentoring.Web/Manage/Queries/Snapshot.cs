using System.Diagnostics;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Web.Manage.Queries;

/// <summary>All rows of one kind of a cohort, made ready for lists.</summary>
/// <param name="ByKey">By what stands behind the prefix in the row's key.</param>
/// <param name="Items">In the order of their keys, or the one that was asked for.</param>
/// <param name="At">When the rows were read, on the programme's clock.</param>
public sealed record Snapshot<T>(IReadOnlyDictionary<string, T> ByKey, IReadOnlyList<T> Items, DateTimeOffset At)
{
    /// <summary>The same rows, each told otherwise.</summary>
    public Snapshot<T> Map(Func<T, T> change) => new(ByKey.ToDictionary(one => one.Key, one => change(one.Value)), [.. Items.Select(change)], At);

    private readonly long read = Stopwatch.GetTimestamp();

    /// <summary>Of which an id tells; null where there is none.</summary>
    public T? Find<TId>(TId id)
        where TId : struct, ITypedId<TId> => ByKey.GetValueOrDefault(id.Value);

    /// <summary>How long ago, on the machine's clock: the programme's may stand still or leap.</summary>
    internal TimeSpan Age => Stopwatch.GetElapsedTime(read);
}
