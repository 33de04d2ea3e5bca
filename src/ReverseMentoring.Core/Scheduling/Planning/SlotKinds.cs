namespace ReverseMentoring.Core.Scheduling.Planning;

/// <summary>Slots at the same local time with the same burdens are of one kind: changing between kinds has one price.</summary>
internal sealed class SlotKinds
{
    private readonly int[] kindOf;
    private readonly long[,] change;

    public SlotKinds(IReadOnlyList<Slot> slots, SeriesPrices prices)
    {
        var known = new Dictionary<Slot, int>(new SameKind());
        kindOf = new int[slots.Count];
        var examples = new List<Slot>();
        for (var i = 0; i < kindOf.Length; i++)
        {
            if (!known.TryGetValue(slots[i], out kindOf[i]))
            {
                known.Add(slots[i], kindOf[i] = examples.Count);
                examples.Add(slots[i]);
            }
        }

        Count = examples.Count;
        change = new long[Count, Count];
        for (var before = 0; before < Count; before++)
        {
            for (var after = 0; after < Count; after++)
            {
                change[before, after] = prices.LocalTimeOf(examples[before], examples[after])
                    + prices.FairnessOf(examples[before], examples[after]);
            }
        }
    }

    public int Count { get; }

    public int KindOf(int slot) => kindOf[slot];

    public long Change(int before, int after) => change[before, after];

    private sealed class SameKind : IEqualityComparer<Slot>
    {
        public bool Equals(Slot? x, Slot? y) => x!.Minute == y!.Minute && x.Excess.AsSpan().SequenceEqual(y.Excess);

        public int GetHashCode(Slot obj)
        {
            var hash = obj.Minute;
            foreach (var excess in obj.Excess)
            {
                hash = (hash * 31) + excess;
            }

            return hash;
        }
    }
}
