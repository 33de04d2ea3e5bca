using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>Says that somebody has come who was not asked anything yet.</summary>
[Kept(Rows.Newcomer, KeptFor.Enrolment, ReadBy.Oneself, KeptUntil.Done)]
public sealed record Newcomer(PersonId Person)
{
    public static Change Row(PersonId person) => Documents.Put(Rows.Newcomer + person, new Newcomer(person));
}
