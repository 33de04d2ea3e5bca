using Microsoft.Extensions.Logging;
using ReverseMentoring.Core.Asking;
using ReverseMentoring.Core.Erasure;
using ReverseMentoring.Core.Mailing;
using ReverseMentoring.Core.Meetings.Records;
using ReverseMentoring.Core.Naming;
using ReverseMentoring.Core.Processes;
using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Store;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Participation;

/// <summary>What people decide about their own participation: stored first, then the pairs and circles they are in are woken.</summary>
public sealed partial class ParticipationService(
    IStore store, PersonRegister register, ErasureLedger ledger, IEnumerable<IErases> places, Wakes wakes, IRandomSource random, TimeProvider clock,
    ILogger<ParticipationService>? log = null)
{
    public async Task<Person?> Find(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        (await store.Read<Person>(Rows.Partition(cohort), Rows.Person + person, cancel))?.Value;

    /// <summary>The pairs, from the moment they were asked, and circles that somebody is in. Reads these few only.</summary>
    public async Task<IReadOnlyList<Meeting>> MeetingsOf(CohortId cohort, PersonId person, CancellationToken cancel = default) =>
        await new MeetingRepository(store, cohort).OfPerson(person, cancel).Where(meeting => meeting.Has(person)).ToListAsync(cancel);

    /// <summary>Leaves, without fault and without reasons. What was asked of the person is asked no more.</summary>
    public async Task Leave(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        await AnnounceAll(cohort, person, cancel);
        await Change(cohort, person, who => who with { LeftAt = who.LeftAt ?? clock.GetUtcNow() }, cancel);
        var partition = Rows.Partition(cohort);
        foreach (var ask in AskId.InPhases(person))
        {
            await store.Remove(partition, ask.AskKey, cancel);
        }

        // Once more: somebody may have come into a pair meanwhile.
        await (await AnnounceAll(cohort, person, cancel)).Now(cancel);
    }

    /// <summary>Keeps what somebody says who has left, parted or found nobody; the last word stands.</summary>
    /// <returns>False: the closing survey has closed, and nothing was kept.</returns>
    public async Task<bool> TellParting(CohortId cohort, PersonId person, PartingAnswer said, CancellationToken cancel = default)
    {
        var (partition, id) = (Rows.Partition(cohort), AskId.Parting(person));
        var state = (await store.ReadState(cohort, cancel))?.Value;
        if (state is null || state.Status is CycleStatus.Erased or CycleStatus.Cancelled || state.ClosedWaves.Contains(WaveNames.End))
        {
            return false;
        }

        await store.Write(partition, [Documents.Put(id.AnswerKey, new Answer<PartingAnswer>(id, clock.GetUtcNow(), said))], cancel);
        return true;
    }

    /// <summary>Would like another partner than in this pair, or another circle than this one.</summary>
    public async Task Part(CohortId cohort, PersonId person, MeetingId meeting, CancellationToken cancel = default)
    {
        var wake = await wakes.Announce(ProcessId.OfMeeting(cohort, meeting), cancel);
        await store.InsertMissing(Rows.Partition(cohort), [MeetingCommand.Part(meeting, person)], cancel);
        await wake.Now(cancel);
    }

    /// <summary>Has just said so: the pair or circle itself hears of it in a moment.</summary>
    public async Task<bool> IsParting(CohortId cohort, PersonId person, MeetingId meeting, CancellationToken cancel = default) =>
        await store.Read(Rows.Partition(cohort), MeetingCommand.PartKey(meeting, person), cancel) is not null;

    /// <summary>How much somebody wants to be written to from now on; membership goes on.</summary>
    public Task WriteTo(CohortId cohort, PersonId person, MailLevel level, CancellationToken cancel = default) =>
        Change(cohort, person, who => who with { Mails = level }, cancel);

    /// <summary>Sets when and where somebody works. What is planned is looked at again, and moved where it no longer fits.</summary>
    public async Task SetTime(CohortId cohort, PersonId person, PersonTime time, CancellationToken cancel = default)
    {
        await HaveLooked(cohort, person, () => Change(cohort, person, who => time.ApplyTo(who, clock.GetUtcNow()), cancel), cancel);
    }

    /// <summary>Pauses until a day, or is back now: mails that were held go out, as far as they still make sense.</summary>
    /// <param name="last">The last day of the pause; null: it is over.</param>
    public async Task Pause(CohortId cohort, PersonId person, DateOnly? last, CancellationToken cancel = default)
    {
        var wake = await wakes.Announce(ProcessId.OfCohort(cohort), cancel);
        await HaveLooked(cohort, person, () => Change(cohort, person, who => Pausing.Paused(who, last, clock.GetUtcNow()), cancel), cancel);
        await wake.Now(cancel);
    }

    /// <summary>The address that the programme manager has entered is theirs: what they have said before opens there too.</summary>
    public async Task ConfirmAddress(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        var wake = await wakes.Announce(ProcessId.OfCohort(cohort), cancel);
        await Change(cohort, person, who => who with { MovedFrom = null }, cancel);
        if (await Find(cohort, person, cancel) is { Email.Length: > 0 } confirmed)
        {
            await register.Confirm(cohort, confirmed.Email, cancel);
        }

        await wake.Now(cancel);
    }

    /// <summary>Whether somebody may keep a calendar here: of a domain of the cohort's people or its manager, or of one that HR allows.</summary>
    public async Task<bool> MayBeDelegate(Cohort cohort, string address, CancellationToken cancel = default)
    {
        var domain = DomainOf(address);
        return cohort.Settings.DelegateDomains.Contains(domain, StringComparer.OrdinalIgnoreCase) || domain == DomainOf(cohort.Settings.Contacts.Manager.Email)
            || await store.Query<Person>(Rows.Partition(cohort.Id), KeyRange.Prefix(Rows.Person), cancel).AnyAsync(person => DomainOf(person.Value.Email) == domain, cancel);
    }

    /// <summary>Names who keeps somebody's calendar, or nobody any more; links of an earlier delegate end at once.</summary>
    public async Task NameDelegate(CohortId cohort, PersonId person, string? email, CancellationToken cancel = default)
    {
        var address = string.IsNullOrWhiteSpace(email) ? null : Person.Normal(email);
        await Change(
            cohort, person,
            who => who.ConfirmedDelegate == address && who.ProposedDelegate is null ? who : who with { DelegateEmail = address, DelegateRevision = who.DelegateRevision + 1 }, cancel);
        if (address is not null && await Find(cohort, person, cancel) is { } named)
        {
            var mail = new Mail
            {
                Name = Names.Join(MailKind.DelegateNamed.Slug(), person.Value, $"r{named.DelegateRevision}"),
                Kind = MailKind.DelegateNamed,
                Person = person,
                ToDelegate = true,
                QueuedAt = clock.GetUtcNow(),
            };
            var wake = await wakes.Announce(ProcessId.Outbox, cancel);
            if (await store.Read(Rows.Partition(cohort), Rows.Mail + mail.Name, cancel) is null)
            {
                await store.InsertMissing(Rows.Partition(cohort), mail.Insert(), cancel);
            }

            await wake.Now(cancel);
        }
    }

    /// <summary>
    /// Ends all links that somebody has had (a mail was forwarded, a telephone lost) and mails new ones to their own address, with what they
    /// were asked and have not answered.
    /// </summary>
    public async Task RenewLinks(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        var (partition, now) = (Rows.Partition(cohort), clock.GetUtcNow());
        var wake = await wakes.Announce(ProcessId.Outbox, cancel);
        await Change(cohort, person, who => who with { LinksSince = Person.WholeSecond(now) }, cancel);
        var mail = new Mail
        {
            Name = Names.Join(MailKind.LinksRenewed.Slug(), person.Value, Names.Moment(now)), Kind = MailKind.LinksRenewed, Person = person, QueuedAt = now,
        };
        var again = await OpenQuestions.Again(store, partition, person, Names.Moment(now), now, cancel);

        // The link by which an earlier address confirms the new one has ended too.
        var toEarlier = (await Find(cohort, person, cancel))?.MovedFrom is null ? null : mail with { Name = Names.Join(MailKind.AddressChanged.Slug(), person.Value, Names.Moment(now)), Kind = MailKind.AddressChanged };
        await store.InsertMissing(partition, [.. mail.Insert(), .. toEarlier?.Insert() ?? [], .. again.SelectMany(one => one.Insert())], cancel);
        await wake.Now(cancel);
    }

    /// <summary>Says a few lines about themselves, for whom they meet; null: nothing any more.</summary>
    public Task Introduce(CohortId cohort, PersonId person, string? about, CancellationToken cancel = default) =>
        Change(cohort, person, who => who with { About = about }, cancel);

    /// <summary>Would rather be written to in this language; a tag that the person has of it already goes first.</summary>
    public Task Speak(CohortId cohort, PersonId person, string language, CancellationToken cancel = default) =>
        Change(cohort, person, who => IsFirst(who, language) ? who : who with { Languages = With(who.Languages, language) }, cancel);

    /// <summary>
    /// Erases who this is: leaves, and takes name, address, answers and all else of the person out of the cohort. In what has to stay of it the id is
    /// replaced by the cohort's step, as is done all that an interrupted request has left.
    /// </summary>
    public async Task Erase(CohortId cohort, PersonId person, CancellationToken cancel = default)
    {
        await ledger.Note(cohort, person, cancel);
        var wake = await wakes.Announce(ProcessId.OfCohort(cohort), cancel);
        if (await Find(cohort, person, cancel) is not null)
        {
            await store.InsertMissing(Rows.Partition(cohort), [ForgottenId.Row(person, new PersonId(Names.Draw(random)), clock.GetUtcNow())], cancel);
        }

        await Leave(cohort, person, cancel);
        await new PersonErasure(store, cohort).Forget(person, cancel);
        var whole = await store.ReadCohort(cohort, cancel);
        if (await Find(cohort, person, cancel) is { Email.Length: > 0 } known)
        {
            await register.Erase(cohort, known.Email, cancel);
            if (whole is not null)
            {
                foreach (var place in places)
                {
                    await place.EraseOf(whole, known, cancel);
                }
            }
        }

        await Change(cohort, person, who => PersonErasure.Nobody(who, whole?.Settings), cancel);
        await wake.Now(cancel);
        await store.ForgetWhatIsDeleted(cancel);
        if (log is not null)
        {
            Erased(log, cohort, ErasureLedger.NameOf(person));
        }
    }

    /// <summary>As the ledger has it: whoever puts an older copy of the rows back must know whom to erase again.</summary>
    [LoggerMessage(116, LogLevel.Information, "{Person} of {Cohort} was erased")]
    private static partial void Erased(ILogger log, CohortId cohort, string person);

    /// <summary>Their pairs and circles look at what is planned once the change is made; also where nobody comes to say so any more.</summary>
    private async Task HaveLooked(CohortId cohort, PersonId person, Func<Task> change, CancellationToken cancel)
    {
        await LookAgain(cohort, person, cancel);
        await change();
        await (await LookAgain(cohort, person, cancel)).Now(cancel);
    }

    private async Task<AnnouncedWake> LookAgain(CohortId cohort, PersonId person, CancellationToken cancel)
    {
        var meetings = await Pausing.RunningMeetingsOf(store, cohort, person, cancel);
        var wake = await wakes.Announce([.. meetings.Select(meeting => ProcessId.OfMeeting(cohort, meeting))], cancel);
        foreach (var meeting in meetings)
        {
            await store.Write(Rows.Partition(cohort), [MeetingCommand.LookAgain(meeting)], cancel);
        }

        return wake;
    }

    private static bool IsFirst(Person person, string language) => person.Languages is [var first, ..] && Primary(first) == Primary(language);

    private static IReadOnlyList<string> With(IReadOnlyList<string> spoken, string language)
    {
        var own = spoken.FirstOrDefault(tag => Primary(tag) == Primary(language)) ?? language;
        return [own, .. spoken.Where(tag => tag != own)];
    }

    /// <summary>The language of a tag: <c>pt</c> of <c>pt-BR</c>.</summary>
    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();

    private async Task<AnnouncedWake> AnnounceAll(CohortId cohort, PersonId person, CancellationToken cancel) => await wakes.Announce(
        [.. (await MeetingsOf(cohort, person, cancel)).Select(meeting => ProcessId.OfMeeting(cohort, meeting.Id)), ProcessId.OfCohort(cohort)], cancel);

    private Task Change(CohortId cohort, PersonId person, Func<Person, Person> change, CancellationToken cancel) =>
        store.Edit<Person>(Rows.Partition(cohort), Rows.Person + person, change, cancel);

    private static string DomainOf(string address) => Person.Normal(address)[(address.Trim().LastIndexOf('@') + 1)..];
}
