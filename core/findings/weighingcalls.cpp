#include "core/findings/weighing.h"

/// The part of the weighing about registrations that are refused, and about what is asked of a device.
namespace gb::weighing {
namespace {

using Cause = CauseCode;
using What = EvidenceCode;

/// The last request that nobody answered.
const Dossier::Requests::One *missingOf(const Dossier &dossier)
{
    for (std::size_t i = 0; dossier.requests && i < dossier.requests->last.size(); ++i) {
        if (dossier.requests->last[i].missing)
            return &dossier.requests->last[i];
    }
    return nullptr;
}

} // namespace

QList<CompetingCause> ofRegistration(const FindingsBase &base, const Dossier &dossier, FindingCode code)
{
    const bool ignores = code == FindingCode::ChallengeIgnored;
    const Dossier::Proof &proof = dossier.proof;
    Scales scales = ignores
        ? Scales{Cause::WrongPasswordInDevice, Cause::OtherDigestForm, Cause::ChallengeLost}
        : Scales{Cause::WrongPasswordInDevice, Cause::PasswordChanged, Cause::OtherNameOrRealm, Cause::OtherDigestForm};
    if (proof.challenge.isEmpty())
        scales.put({What::UsualChallenge}, {}, {Cause::OtherDigestForm});
    else if (proof.isInForm && !ignores)
        scales.put({What::FormFollowed, proof.challenge}, {}, {Cause::OtherDigestForm});
    else
        scales.put({What::UnusualChallenge, proof.challenge}, {Cause::OtherDigestForm}, {});
    if (base.isProgramTaken(dossier.userAgent, dossier.id))
        scales.put({What::SameProgramTaken, dossier.userAgent}, {}, {Cause::OtherDigestForm});
    if (proof.takenAt != TimePoint())
        scales.put({What::TakenBefore, millisecondsText(proof.takenAt)}, {Cause::PasswordChanged},
            {Cause::OtherNameOrRealm, Cause::OtherDigestForm});
    if (ignores) {
        scales.put({What::NothingRepeated}, {}, {Cause::ChallengeLost});
        return scales.take();
    }
    if (code == FindingCode::NoPasswordFits)
        scales.put({What::NoneFits}, {Cause::WrongPasswordInDevice}, {Cause::OtherNameOrRealm, Cause::OtherDigestForm});
    if (!proof.realm.isEmpty() && proof.realm == dossier.realm)
        scales.put({What::SameRealm, proof.realm}, {}, {Cause::OtherNameOrRealm});
    else if (!proof.realm.isEmpty() && !dossier.realm.isEmpty())
        scales.put({What::OtherRealm, proof.realm, dossier.realm}, {Cause::OtherNameOrRealm}, {});
    if (proof.user == dossier.id)
        scales.put({What::SameUser, proof.user}, {}, {Cause::OtherNameOrRealm});
    else if (!proof.user.isEmpty())
        scales.put({What::OtherUser, proof.user}, {Cause::OtherNameOrRealm}, {});
    return scales.take();
}

QList<CompetingCause> ofRequest(const Dossier &dossier, FindingCode code)
{
    Scales scales{Cause::MappingClosed, Cause::RequestLost, Cause::DeviceIgnores};
    const Dossier::Requests::One *const request = missingOf(dossier);
    if (!request)
        return scales.take();
    const Endpoint &contact = dossier.contact, &spoke = request->spoke;
    if (!contact.address.isNull() && contact.address == spoke.address)
        scales.put({What::NoNat, spoke.address.toString()}, {}, {Cause::MappingClosed});
    else if (request->heardAgo >= Duration::zero())
        scales.put({request->open ? What::SoonBehindWord : What::LongNotHeard,
                       QString::number(std::chrono::round<std::chrono::seconds>(request->heardAgo).count())},
            request->open ? Scales::Codes{} : Scales::Codes{Cause::MappingClosed},
            request->open ? Scales::Codes{Cause::MappingClosed} : Scales::Codes{});
    constexpr qint64 fragmented = 1472;
    if (request->octets > fragmented && !request->tcp)
        scales.put({What::LargeRequest, QString::number(request->octets)}, {Cause::RequestLost}, {});
    const Dossier::Requests &all = *dossier.requests;
    if (code == FindingCode::InviteUnanswered && all.answeredAt > request->at)
        scales.put({What::AnsweredOther, all.answeredWhat}, {Cause::DeviceIgnores},
            {Cause::MappingClosed, Cause::RequestLost});
    if (all.ignored > 1)
        scales.put({What::RequestsUnanswered, QString::number(all.ignored)}, {Cause::MappingClosed}, {});
    return scales.take();
}

QList<CompetingCause> ofMedia(const Dossier &dossier)
{
    Scales scales{Cause::MediaAddressWrong, Cause::MediaBlocked, Cause::MediaNotSent};
    const Dossier::Invite *const invite = dossier.invites && dossier.invites->size() > 0 ? &(*dossier.invites)[0]
                                                                                         : nullptr;
    if (!invite || !invite->taken)
        return scales.take();
    const QString server = dossier.registeredAt.toString();
    if (!invite->media.isEmpty() && !dossier.registeredAt.isNull()) {
        if (invite->media == server)
            scales.put({What::OfferHere, server}, {}, {Cause::MediaAddressWrong});
        else
            scales.put({What::OfferElsewhere, invite->media, server}, {Cause::MediaAddressWrong}, {});
    }
    if (invite->acked)
        scales.put({What::AckSeen}, {}, {Cause::MediaNotSent});
    else
        scales.put({What::AckNotSeen}, {Cause::MediaNotSent}, {});
    return scales.take();
}

QList<CompetingCause> ofReconnects(const Dossier &dossier)
{
    Scales scales{Cause::Restarts, Cause::ConnectionCut};
    if (dossier.reconnects.size() == 0)
        return scales.take();
    const Dossier::Reconnect &last = dossier.reconnects[0];
    constexpr qint64 start = 16;
    if (!last.before || !last.behind)
        return scales.take();
    const QString before = QString::number(*last.before), behind = QString::number(*last.behind);
    if (*last.behind > *last.before)
        scales.put({*last.behind == *last.before + 1 ? What::SnStoodStill : What::SnAsIfSent, before, behind},
            {Cause::ConnectionCut}, {Cause::Restarts});
    else if (*last.behind <= start)
        scales.put({What::SnAtStart, before, behind}, {Cause::Restarts}, {});
    return scales.take();
}

} // namespace gb::weighing
