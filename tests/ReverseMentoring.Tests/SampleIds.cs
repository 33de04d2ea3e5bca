using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Tests;

/// <summary>Ids for people whose rows a test writes itself: those of lists are drawn.</summary>
internal static class SampleIds
{
    public static PersonId Of(string email) => new(Names.Digest("person:" + Person.Normal(email)));
}
