namespace ReverseMentoring.Core.Keeping;

/// <summary>
/// Stands at each type that is stored as a row, and in <c>Rows</c> at keys whose rows have no body: what it is kept for, who reads it, until when. The
/// dossier prints it, and its words (<c>Row.…</c>, <c>Field.…</c>) are among its texts; a row without it fails a test.
/// </summary>
/// <param name="key">With what its keys begin, or which one it is.</param>
/// <param name="purpose">What for.</param>
/// <param name="readers">Who gets to see it; <see cref="ReadBy.Nobody"/>: the product itself only.</param>
/// <param name="until">When it goes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field)]
public sealed class KeptAttribute(string key, KeptFor purpose, ReadBy readers, KeptUntil until) : Attribute
{
    public string Key { get; } = key;

    public KeptTerms Terms { get; } = new(purpose, readers, until);
}

/// <summary>Stands at a field that is kept otherwise than the rest of its row.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeptFieldAttribute(KeptFor purpose, ReadBy readers, KeptUntil until) : Attribute
{
    public KeptTerms Terms { get; } = new(purpose, readers, until);
}

/// <summary>Stands at a type whose parts are told by one word where it is a field: a stretch of time, say, or what the dossier lists elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class KeptWholeAttribute : Attribute;

/// <summary>Why something is kept, for whom, how long.</summary>
public sealed record KeptTerms(KeptFor Purpose, ReadBy Readers, KeptUntil Until);
