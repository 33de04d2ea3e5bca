using FsCheck;
using FsCheck.Fluent;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;
using ReverseMentoring.Tests.Properties;

namespace ReverseMentoring.Tests.Enrolment;

public sealed class CohortIdTests
{
    [Theory]
    [InlineData("Frühling 2026: Führung & Co.", "fruhling-2026-fuhrung-co")]
    [InlineData("春", "")]
    public void An_id_begins_with_what_can_be_read_of_the_name(string name, string slug)
    {
        Assert.StartsWith(slug, CohortIds.Create(name, "key").Value, StringComparison.Ordinal);
    }

    [PropertyFact]
    public void Every_name_gives_an_id_that_names_effects_and_another_key_another_one() =>
        Prop.ForAll<NonNull<string>>(name =>
        {
            var id = CohortIds.Create(name.Get, "one");
            return CohortIds.IsOne(id.Value) && new CohortId(Names.Check(id.Value)) == id && id == CohortIds.Create(name.Get, "one") && id != CohortIds.Create(name.Get, "two");
        }).Hold();
}
