using ReverseMentoring.Core.Enrolment.Checking;
using ReverseMentoring.Core.Enrolment.Roster;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Enrolment;

/// <summary>Adds one person to a cohort that runs, or corrects what its list says of one, with all that follows from it.</summary>
public sealed class PersonEditor(IStore store, PersonRegister register, PeopleService people, CorrectionNotes notes, Wakes wakes, TimeProvider clock)
{
    private static readonly RosterPlace Place = new("person", ".");

    /// <summary>Whether somebody's role can still change: later, they have been asked in it.</summary>
    public static bool CanChangeRole(CycleState state) => state.Phase is PhaseNames.Preparation or PhaseNames.CallForTopics;

    /// <summary>
    /// What the list says of somebody, in a few letters: another when a manager has changed it, and the same whatever they have done or said
    /// themselves, of which a row's own version would tell.
    /// </summary>
    public static string VersionOf(Person person) => Names.Digest(StoredJson.Write(RowOf(person, new PersonChange()) with { ManagerEmail = person.ManagerId?.Value, Languages = [] }));

    /// <summary>The same again does nothing twice: whoever has the address takes part already.</summary>
    /// <param name="cohort">As it stands; one that <see cref="PeopleService.IsOpen"/>.</param>
    /// <param name="row">As a list would have it.</param>
    /// <param name="findings">Takes what is wrong; with errors nothing is stored.</param>
    /// <param name="cancel">Cancels between writes.</param>
    /// <returns>Null where there are errors.</returns>
    public async Task<Person?> Add(StandingCohort cohort, RosterRow row, Findings findings, CancellationToken cancel = default)
    {
        if (await Check(cohort, row, findings, cancel) is not (var entry, var manager))
        {
            return null;
        }

        // Who was erased and who left is answered alike: that somebody had themselves erased is nobody's to find out.
        var ids = await register.Enrol(cohort.Id, [entry.Email], cancel);
        var there = ids.TryGetValue(entry.Email, out var id) ? await store.Read<Person>(cohort.Partition, Rows.Person + id, cancel) : null;
        if (id == default || there is { Value.IsActive: false })
        {
            findings.Error(Place.FieldPlace("email"), "This address can't be added to this cohort again.", "Adding an address doesn't bring back someone who took part and no longer does.");
            return null;
        }

        var person = PersonOf(cohort, entry, id, manager);
        if (there is not null)
        {
            return there.Value;
        }

        var wake = await wakes.Announce(ProcessId.OfCohort(cohort.Id), cancel);
        await Join(cohort.Partition, person, cancel);
        await wake.Now(cancel);
        return person;
    }

    /// <summary>Whoever takes part waits for it no longer: in the same write, else they could still be refused.</summary>
    private async Task Join(string partition, Person person, CancellationToken cancel)
    {
        while (await store.Read(partition, Rows.Person + person.Id, cancel) is null)
        {
            var applicant = await store.Read(partition, Rows.Applicant + person.Id, cancel);
            try
            {
                await store.Write(
                    partition,
                    [
                        Newcomer.Row(person.Id), new Change.Insert(Rows.Person + person.Id, StoredJson.Write(person)),
                        .. applicant is null ? Array.Empty<Change>() : [new Change.Delete(Rows.Applicant + person.Id, applicant.ETag)],
                    ],
                    cancel);
                return;
            }
            catch (StoreConflictException)
            {
                // They have joined, confirmed or withdrawn meanwhile: see what is there now.
            }
        }
    }

    /// <summary>Somebody as they would join, with no id yet; stores nothing.</summary>
    /// <returns>Null where there are errors.</returns>
    public async Task<Person?> Preview(StandingCohort cohort, RosterRow row, Findings findings, CancellationToken cancel = default) =>
        await Check(cohort, row, findings, cancel) is (var entry, var manager) ? PersonOf(cohort, entry, new PersonId(""), manager) : null;

    /// <param name="cohort">As it stands.</param>
    /// <param name="seen">As the manager saw them: whoever has changed meanwhile is not written over.</param>
    /// <param name="change">What is corrected.</param>
    /// <param name="by">The manager's, as the audit knows them.</param>
    /// <param name="findings">Takes what is wrong; with errors nothing is stored.</param>
    /// <param name="cancel">Cancels between writes. The same again does what is left.</param>
    /// <returns>Null where there are errors.</returns>
    /// <exception cref="StoreConflictException">They have changed meanwhile.</exception>
    public async Task<PersonEdited?> Edit(StandingCohort cohort, Stored<Person> seen, PersonChange change, string? by, Findings findings, CancellationToken cancel = default)
    {
        var person = seen.Value;
        if (await Correct(cohort, person, change, findings, cancel) is not { } edited)
        {
            return null;
        }

        await notes.Add(by, cohort.Id, person, edited, cancel);
        var (told, again) = ((Mail?)null, (IReadOnlyList<Mail>)[]);
        if (edited.Email != person.Email)
        {
            // Links went to an address that may be another's; and the new one may be another's too, who is to read nothing that was said before.
            // Whether they have said anything makes no difference: only where no mail has ever arrived could nobody confirm it, and nothing was said.
            var said = person.MovedFrom ?? (await HasHeard(cohort.Partition, person, cancel) ? person.Email : null);
            said = said == edited.Email ? null : said;
            if (await register.Move(cohort.Id, person.Id, person.Email, edited.Email, isTheirs: said is null, cancel) is not { } hash)
            {
                SayTaken(edited.Email, findings);
                return null;
            }

            edited = edited with { EarlierHashes = [.. edited.EarlierHashes ?? [], hash], LinksSince = Person.WholeSecond(clock.GetUtcNow()), MovedFrom = said };
            told = edited.MovedFrom is null ? null : ToEarlierAddress(edited);
            again = await OpenQuestions.Again(store, cohort.Partition, person.Id, $"{person.EarlierHashes?.Count ?? 0}:{edited.Email}", clock.GetUtcNow(), cancel);
        }

        var wake = await wakes.Announce(ProcessId.OfCohort(cohort.Id), cancel);
        await store.Write(cohort.Partition, [seen.Replace(edited), .. told?.Insert() ?? [], .. again.SelectMany(mail => mail.Insert())], cancel);
        // By what was sent and not by what is new: the same again, after a stop, does what is left.
        var crossed = MayCross(change) ? await people.MendLine(cohort, cancel) : 0;
        if (change.TimeZone is not null || change.Location is not null)
        {
            await LookAgain(cohort, person.Id, cancel);
        }

        await wake.Now(cancel);
        return new(edited, crossed, again.Count);
    }

    /// <summary>
    /// What <see cref="Edit"/> would do; stores nothing. Whether an address is somebody's whom this cohort doesn't know is not asked: whoever
    /// looks would learn it, and nothing would be noted.
    /// </summary>
    /// <returns>Null where there are errors.</returns>
    public async Task<PersonCorrection?> Preview(StandingCohort cohort, Person person, PersonChange change, Findings findings, CancellationToken cancel = default)
    {
        if (await Correct(cohort, person, change, findings, cancel) is not { } edited)
        {
            return null;
        }

        if (edited.Email != person.Email && await FindListed(cohort, edited.Email, cancel) is { } other && other != person.Id)
        {
            SayTaken(edited.Email, findings);
            return null;
        }

        return new(person, edited, MayCross(change) ? await people.FindCrossed(cohort, edited, cancel) : []);
    }

    /// <summary>Where the list says nothing new of levels and managers, no line can have come about.</summary>
    private static bool MayCross(PersonChange change) => change.ManagerEmail is not null || change.Level is not null;

    private static void SayTaken(string address, Findings findings) =>
        findings.Error(Place.FieldPlace("email"), $"{address} is somebody else's address.", "Each person has an address of their own.");

    /// <returns>The person as the list would have them then; null where there are errors.</returns>
    private async Task<Person?> Correct(StandingCohort cohort, Person person, PersonChange change, Findings findings, CancellationToken cancel)
    {
        var entry = new RowCheck(findings).ReadRow(RowOf(person, change));
        CheckNeutral(cohort, entry, findings);
        var manager = change.ManagerEmail is { Length: > 0 } above ? await FindManager(cohort, above, findings, cancel) : null;
        if (entry is not null && entry.Role != person.Role && !CanChangeRole(cohort.State))
        {
            findings.Error(
                Place.FieldPlace("role"), $"{person.Name} takes part as {person.Role.ToString().ToLowerInvariant()}.",
                "What people offer and wish was asked in their role. In the next cohort it can be another.");
        }

        if (manager == person.Id)
        {
            findings.Error(Place.FieldPlace("managerEmail"), "Nobody is their own manager.", "Leave the field empty, or name somebody else.");
        }

        if (findings.Errors.Count > 0 || entry is null)
        {
            return null;
        }

        return person with
        {
            Name = entry.Row.Name!,
            Email = entry.Email,
            Role = entry.Role,
            JobTitle = entry.Row.JobTitle,
            Department = entry.Row.Department,
            Level = entry.Level ?? person.Level,
            ManagerId = change.ManagerEmail is null ? person.ManagerId : manager,
            Location = entry.Row.Location,
            TimeZone = entry.Zone?.Id ?? person.TimeZone,
            ZoneChanges = entry.Zone is { } zone && zone.Id != person.TimeZone ? [] : person.ZoneChanges,
            Languages = entry.Languages.Count > 0 ? entry.Languages : person.Languages,
            Capacity = entry.Capacity,
        };
    }

    /// <summary>A mail has arrived; or they have agreed to something, by one of which nobody knows that it did.</summary>
    private async Task<bool> HasHeard(string partition, Person person, CancellationToken cancel) =>
        await store.Read(partition, Rows.Agreement + person.Id, cancel) is not null
        || await store.Query<Mail>(partition, KeyRange.Prefix(Rows.Mail), cancel).AnyAsync(mail => mail.Value is { State: MailState.Sent, ToDelegate: false } && mail.Value.Person == person.Id, cancel);

    private Mail ToEarlierAddress(Person person) => new()
    {
        Name = Names.Join(MailKind.AddressChanged.Slug(), $"{person.EarlierHashes!.Count}", person.Id.Value), Kind = MailKind.AddressChanged, Person = person.Id, QueuedAt = clock.GetUtcNow(),
    };

    private static Person PersonOf(StandingCohort cohort, RosterEntry entry, PersonId id, PersonId? manager) =>
        entry.ToPerson(address => address == entry.Email ? id : manager, cohort.Cohort.Settings.TimeZone, cohort.Cohort.Settings.Language);

    /// <returns>Null where there are errors.</returns>
    private async Task<(RosterEntry Entry, PersonId? Manager)?> Check(StandingCohort cohort, RosterRow row, Findings findings, CancellationToken cancel)
    {
        var entry = new RowCheck(findings).ReadRow(row with { Place = Place });
        if (entry is { TakesPart: false })
        {
            findings.Error(Place.FieldPlace("role"), "Somebody without a role doesn't take part.", "Say mentor or mentee.");
        }

        CheckNeutral(cohort, entry, findings);
        var manager = entry?.ManagerEmail is { } above ? await FindManager(cohort, above, findings, cancel) : null;
        return findings.Errors.Count > 0 || entry is null ? null : (entry, manager);
    }

    private static void CheckNeutral(StandingCohort cohort, RosterEntry? entry, Findings findings)
    {
        if (entry is not null && PeopleService.IsNeutral(cohort, entry.Email))
        {
            findings.Error(Place.FieldPlace("email"), "This is the cohort's neutral contact, who can't take part.", "Name somebody else.");
        }
    }

    private async Task LookAgain(StandingCohort cohort, PersonId person, CancellationToken cancel)
    {
        await foreach (var meeting in new MeetingRepository(store, cohort.Id).OfPerson(person, cancel).Where(meeting => meeting.Status is MeetingStatus.Running))
        {
            var wake = await wakes.Announce(ProcessId.OfMeeting(cohort.Id, meeting.Id), cancel);
            await store.Write(cohort.Partition, [MeetingCommand.LookAgain(meeting.Id)], cancel);
            await wake.Now(cancel);
        }
    }

    private async Task<PersonId?> FindManager(StandingCohort cohort, string address, Findings findings, CancellationToken cancel)
    {
        if (await FindListed(cohort, address, cancel) is { } id)
        {
            return id;
        }

        findings.Error(Place.FieldPlace("managerEmail"), $"{address} is not on the cohort's list.", "Send the list with a row for this manager, without a role if they take no part.");
        return null;
    }

    /// <returns>Whose an address is, of those on the cohort's list, whether they take part or not.</returns>
    private async Task<PersonId?> FindListed(StandingCohort cohort, string address, CancellationToken cancel) =>
        await register.Find(cohort.Id, address, cancel) is { } id
        && (await store.Read<Person>(cohort.Partition, Rows.Person + id, cancel) is { Value.IsGone: false } || await store.Read(cohort.Partition, Rows.Line + id, cancel) is not null)
            ? id
            : null;

    private static RosterRow RowOf(Person person, PersonChange change) => new(Place)
    {
        Name = change.Name ?? person.Name,
        Email = change.Email ?? person.Email,
        Role = change.Role ?? person.Role.ToString().ToLowerInvariant(),
        JobTitle = change.JobTitle ?? person.JobTitle,
        Department = change.Department ?? person.Department,
        Level = change.Level ?? person.Level.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ManagerEmail = change.ManagerEmail,
        Location = change.Location ?? person.Location,
        TimeZone = change.TimeZone ?? person.TimeZone,
        Languages = change.Languages ?? person.Languages,
        Capacity = change.Capacity ?? person.Capacity.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
