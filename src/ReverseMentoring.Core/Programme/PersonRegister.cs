using ReverseMentoring.Core.Keeping;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Programme;

/// <summary>
/// Which person an address belongs to, once for the whole deployment: so that somebody keeps their id through lists that are
/// sent again and through several cohorts. Rows are found by a keyed hash and hold no address; what the last cohort knew is
/// deleted with it, and the key with the last row.
/// </summary>
public sealed class PersonRegister(IStore store, IRandomSource random)
{
    public const string Partition = "people";

    private const string KeyRow = "key";

    private const string AddressRow = "address.";

    private const int KeyBytes = 32;

    /// <summary>How often a write that meets another is tried with what is there then.</summary>
    private const int Tries = 20;

    /// <summary>With the deployment's key, which is drawn when it is first needed.</summary>
    public async Task<AddressHasher> Hasher(CancellationToken cancel = default) => new((await Key(cancel)).Value.Secret);

    /// <returns>Null where no address has ever been hashed.</returns>
    public static async Task<AddressHasher?> FindHasher(IStore store, CancellationToken cancel = default) =>
        await store.Read<AddressKey>(Partition, KeyRow, cancel) is { } key ? new(key.Value.Secret) : null;

    /// <returns>Null where no address has ever been hashed.</returns>
    public static async Task<KeyedDraw?> FindDraw(IStore store, CancellationToken cancel = default) =>
        await store.Read<AddressKey>(Partition, KeyRow, cancel) is { } key ? new(key.Value.Secret) : null;

    /// <summary>
    /// Notes that a cohort knows these people, and draws ids for those whom nobody knew. Whoever has left a cohort, or was erased from one, comes into another by an id of its own:
    /// else one that stayed, or was new, would tell which of both it was.
    /// </summary>
    /// <param name="cohort">That is to know them.</param>
    /// <param name="addresses">In any spelling.</param>
    /// <param name="cancel">Cancels between writes; the same again does what is left, and gives the same ids.</param>
    /// <returns>Ids by address as <see cref="Person.Normal"/> has it. Who has been erased from this cohort is not among them.</returns>
    public async Task<IReadOnlyDictionary<string, PersonId>> Enrol(CohortId cohort, IEnumerable<string> addresses, CancellationToken cancel = default)
    {
        string[] all = [.. addresses.Select(Person.Normal).Distinct()];
        for (var attempt = 1; ; attempt++)
        {
            var (key, rows) = (await Key(cancel), await All(cancel));
            var hasher = new AddressHasher(key.Value.Secret);

            // In the order of the hashes, so that what a seed gives doesn't hang on the order of a list.
            var wanted = all.Select(address => (Address: address, Row: AddressRow + hasher.Hash(address))).Where(one => !IsErased(rows, one.Row, cohort))
                .OrderBy(one => one.Row, StringComparer.Ordinal).Select(one => (one.Address, one.Row, Known: rows.GetValueOrDefault(one.Row)?.Value)).ToArray();
            var gone = await Gone(wanted.Select(one => one.Known).OfType<RegisteredPerson>().Where(person => !person.IsKnownIn(cohort)), cancel);
            var ids = wanted.Select(one => (one.Address, one.Row, Id: (one.Known is { } known && !gone.Contains(known) ? known.IdIn(cohort) : null) ?? new PersonId(Names.Draw(random)))).ToArray();
            try
            {
                // The key goes along: where the last cohort's erasure has just taken it, all is hashed anew.
                foreach (var chunk in Writes.Chunk(ids.Select(one => Note(rows, one.Row, one.Id, cohort)).OfType<Change>().Prepend(key.Replace(key.Value))))
                {
                    await store.Write(Partition, chunk, cancel);
                }

                return ids.ToDictionary(one => one.Address, one => one.Id);
            }
            catch (StoreConflictException) when (attempt < Tries)
            {
                // Another cohort has drawn an id for one of them, or has ended: see what is there now.
            }
        }
    }

    /// <returns>Those who were erased from a cohort that is still known, or take part no longer in one that knows them.</returns>
    private async Task<HashSet<RegisteredPerson>> Gone(IEnumerable<RegisteredPerson> people, CancellationToken cancel)
    {
        RegisteredPerson[] all = [.. people];
        var left = new HashSet<(CohortId Cohort, PersonId? Person)>();
        foreach (var cohort in all.SelectMany(person => person.Cohorts).Distinct())
        {
            left.UnionWith(await store.Query<Person>(Rows.Partition(cohort), KeyRange.Prefix(Rows.Person), cancel).Select(row => row.Value).Where(person => !person.IsActive)
                .Select(person => (cohort, (PersonId?)person.Id)).ToListAsync(cancel));
        }

        return [.. all.Where(person => person.ErasedFrom.Count > 0 || person.Cohorts.Any(cohort => left.Contains((cohort, person.Id))))];
    }

    /// <returns>Whose an address is in a cohort; null: nobody's whom a cohort knows.</returns>
    public async Task<PersonId?> Find(CohortId cohort, string address, CancellationToken cancel = default) => (await Find(address, cancel))?.IdIn(cohort);

    /// <returns>The cohorts that know an address, and as whose.</returns>
    public async Task<IReadOnlyList<KnownElsewhere>> FindCohorts(string address, CancellationToken cancel = default) =>
        await Find(address, cancel) is { } known ? [.. known.Id is { } id ? known.Cohorts.Select(cohort => new KnownElsewhere(cohort, id)) : [], .. known.Others] : [];

    private async Task<RegisteredPerson?> Find(string address, CancellationToken cancel) =>
        await FindHasher(store, cancel) is { } hasher ? (await store.Read<RegisteredPerson>(Partition, AddressRow + hasher.Hash(address), cancel))?.Value : null;

    /// <summary>Somebody has another address in a cohort; in others they keep the one that these know.</summary>
    /// <param name="cohort">Where.</param>
    /// <param name="person">Who; the id stays.</param>
    /// <param name="from">The address until now.</param>
    /// <param name="to">From now on.</param>
    /// <param name="isTheirs">Nothing is to be confirmed; else other cohorts take it for theirs once it is.</param>
    /// <param name="cancel">Cancels the write. The same again does what is left.</param>
    /// <returns>The keyed hash of the old address; null: the new one is somebody else's in this cohort. Whether another cohort knows it makes no difference.</returns>
    public async Task<string?> Move(CohortId cohort, PersonId person, string from, string to, bool isTheirs = true, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var key = await Key(cancel);
            var hasher = new AddressHasher(key.Value.Secret);
            var (before, after) = (hasher.Hash(from), hasher.Hash(to));
            var old = await store.Read<RegisteredPerson>(Partition, AddressRow + before, cancel);
            var there = await store.Read<RegisteredPerson>(Partition, AddressRow + after, cancel);
            if (before == after)
            {
                return before;
            }

            if (there is { Value: var known } && (known.ErasedFrom.Contains(cohort) || (known.IsKnownIn(cohort) && known.IdIn(cohort) != person)))
            {
                return null;
            }

            Change[] changes =
            [
                key.Replace(key.Value),
                there is null ? Documents.Insert(AddressRow + after, Moved(new RegisteredPerson(null, []))) : there.Replace(Moved(there.Value)),
                .. old is null ? [] : new[] { old.Value.Without(cohort) is { IsNeeded: true } left ? old.Replace(left) : old.Delete() },
            ];
            try
            {
                await store.Write(Partition, changes, cancel);
                return before;
            }
            catch (StoreConflictException) when (attempt < Tries)
            {
                // A cohort that starts or ends has written one of these rows: see what is there now.
            }
        }

        RegisteredPerson Moved(RegisteredPerson known) => isTheirs ? known.In(cohort, person) : known.ClaimedIn(cohort, person);
    }

    /// <summary>An address that was entered for somebody is theirs.</summary>
    public async Task Confirm(CohortId cohort, string address, CancellationToken cancel = default)
    {
        var key = AddressRow + (await Hasher(cancel)).Hash(address);
        await Change(async () => await store.Read<RegisteredPerson>(Partition, key, cancel) is { } row ? [row] : [], person => person.ConfirmedIn(cohort), cancel);
    }

    /// <summary>Somebody wants to be erased from a cohort: what leads from the address to the person there is gone.</summary>
    public async Task Erase(CohortId cohort, string address, CancellationToken cancel = default)
    {
        var key = AddressRow + (await Hasher(cancel)).Hash(address);
        await Change(async () => await store.Read<RegisteredPerson>(Partition, key, cancel) is { } row ? [row] : [], person => person.ErasedIn(cohort), cancel);
    }

    /// <summary>A cohort is erased: whom no other knows is forgotten.</summary>
    public async Task Forget(CohortId cohort, CancellationToken cancel = default)
    {
        await Change(
            async () => [.. (await All(cancel)).Values.Where(row => row.Value.IsKnownIn(cohort) || row.Value.ErasedFrom.Contains(cohort))],
            person => person.Without(cohort), cancel);
        await ForgetKey(cancel);
    }

    /// <summary>Where nobody is left, old hashes can't be recomputed either.</summary>
    private async Task ForgetKey(CancellationToken cancel)
    {
        var key = await store.Read<AddressKey>(Partition, KeyRow, cancel);
        if (key is null || (await All(cancel)).Count > 0)
        {
            return;
        }

        try
        {
            await store.Write(Partition, [key.Delete()], cancel);
        }
        catch (StoreConflictException)
        {
            // A cohort has just begun with it.
        }
    }

    private async Task<Stored<AddressKey>> Key(CancellationToken cancel)
    {
        while (true)
        {
            if (await store.Read<AddressKey>(Partition, KeyRow, cancel) is { } key)
            {
                return key;
            }

            var drawn = new byte[KeyBytes];
            random.Fill(drawn);
            await store.InsertMissing(Partition, [new(KeyRow, StoredJson.Write(new AddressKey(drawn)))], cancel);
        }
    }

    private async Task Change(Func<Task<IReadOnlyList<Stored<RegisteredPerson>>>> find, Func<RegisteredPerson, RegisteredPerson> change, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                foreach (var chunk in Writes.Chunk((await find()).Select(row => change(row.Value) is { IsNeeded: true } left ? row.Replace(left) : row.Delete())))
                {
                    await store.Write(Partition, chunk, cancel);
                }

                return;
            }
            catch (StoreConflictException) when (attempt < Tries)
            {
                // A cohort that starts or ends has written one of these rows: see what is left.
            }
        }
    }

    private async Task<Dictionary<string, Stored<RegisteredPerson>>> All(CancellationToken cancel) =>
        await store.Query<RegisteredPerson>(Partition, KeyRange.Prefix(AddressRow), cancel).ToDictionaryAsync(row => row.Key, cancellationToken: cancel);

    private static bool IsErased(Dictionary<string, Stored<RegisteredPerson>> rows, string key, CohortId cohort) =>
        rows.TryGetValue(key, out var row) && row.Value.ErasedFrom.Contains(cohort);

    /// <returns>Null where it is noted already.</returns>
    private static Change? Note(Dictionary<string, Stored<RegisteredPerson>> rows, string key, PersonId id, CohortId cohort) =>
        !rows.TryGetValue(key, out var row) ? Documents.Insert(key, new RegisteredPerson(id, [cohort]))
        : row.Value.IsKnownIn(cohort) ? null
        : row.Replace(row.Value.In(cohort, id));

    [Kept("key", KeptFor.Enrolment, ReadBy.Nobody, KeptUntil.LastCohortErased)]
    private sealed record AddressKey(byte[] Secret);
}
