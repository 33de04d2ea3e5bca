using Microsoft.Extensions.DependencyInjection;

namespace ReverseMentoring.Core.Participation;

internal static class ParticipationServices
{
    /// <summary>What people answer and change themselves, and what managers do for one of them.</summary>
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services
        .AddSingleton<AnswerService>()
        .AddSingleton<CorrectionService>()
        .AddSingleton<ParticipationService>()
        .AddSingleton<PairNotesService>()
        .AddSingleton<CertificateReader>()
        .AddSingleton<CertificateCodes>()
        .AddSingleton<ErasureReplay>()
        .AddSingleton<ErasureCompletion>()
        .AddSingleton<OwnCodes>()
        .AddSingleton<OwnAddressService>()
        .AddSingleton<PersonService>();
}
