using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Erasure;

/// <summary>Somebody is being erased: written before the first of their rows goes, and gone with the last trace of their id.</summary>
/// <param name="Person">The id that is to go.</param>
/// <param name="Fresh">The one that stands in its place, drawn for it: nobody's.</param>
/// <param name="At">When it was begun.</param>
[Kept(Rows.ForgottenId, KeptFor.Running, ReadBy.Nobody, KeptUntil.Done)]
public sealed record ForgottenId(PersonId Person, PersonId Fresh, DateTimeOffset At)
{
    public static Change.Insert Row(PersonId person, PersonId fresh, DateTimeOffset at) =>
        Documents.Insert(Rows.ForgottenId + person, new ForgottenId(person, fresh, at));
}
