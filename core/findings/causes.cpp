#include "core/findings/causes.h"

namespace gb::causes {
namespace {

using Code = FindingCode;

constexpr Link links[] = {
    // a registration that is no more is why heartbeats are refused, and that is why it is called offline
    {Code::BeatRefused, Code::BeatsWhileLapsed},
    {Code::RefusedAfterAccepted, Code::BeatsWhileLapsed},
    {Code::RefusedAfterAccepted, Code::WrongPassword},
    {Code::RefusedAfterAccepted, Code::PasswordFound},
    {Code::RefusedAfterAccepted, Code::NoPasswordFits},
    {Code::RefusedAfterAccepted, Code::WrongUserName},
    {Code::RefusedAfterAccepted, Code::OtherUserInDigest},
    {Code::RefusedAfterAccepted, Code::WrongRealm},
    {Code::RefusedAfterAccepted, Code::OtherFormula},
    {Code::RefusedAfterAccepted, Code::OtherInputInDigest},
    {Code::RefusedAfterAccepted, Code::RegistrationRefused},
    {Code::BeatRefused, Code::RefusedAfterAccepted},
    {Code::BeatRefused, Code::WrongPassword},
    {Code::BeatRefused, Code::PasswordFound},
    {Code::BeatRefused, Code::NoPasswordFits},
    {Code::BeatRefused, Code::WrongUserName},
    {Code::BeatRefused, Code::OtherUserInDigest},
    {Code::BeatRefused, Code::WrongRealm},
    {Code::BeatRefused, Code::OtherFormula},
    {Code::BeatRefused, Code::OtherInputInDigest},
    {Code::BeatRefused, Code::Malformed},
    {Code::RegistrationRefused, Code::Malformed},
    {Code::BeatRefused, Code::RegistrationRefused},
    // a server that was away forgets whom it knew, and takes them for gone
    {Code::BeatRefused, Code::ServerPortClosed},
    {Code::RefusedAfterAccepted, Code::ServerPortClosed},
    {Code::BeatRefused, Code::NotReachable},
    {Code::RefusedAfterAccepted, Code::NotReachable},
    {Code::BeatRefused, Code::ServerBreaksOff},
    {Code::RefusedAfterAccepted, Code::ServerBreaksOff},
    {Code::BeatRefused, Code::BeatUnanswered},
    {Code::RefusedAfterAccepted, Code::BeatUnanswered},
    {Code::ReportedOffline, Code::BeatsWhileLapsed},
    {Code::ReportedOffline, Code::BeatRefused},
    {Code::ReportedOffline, Code::RefusedAfterAccepted},
    // whoever is refused, or never gets further, tries again
    {Code::RegisterLoop, Code::WrongPassword},
    {Code::RegisterLoop, Code::PasswordFound},
    {Code::RegisterLoop, Code::NoPasswordFits},
    {Code::RegisterLoop, Code::WrongUserName},
    {Code::RegisterLoop, Code::OtherUserInDigest},
    {Code::RegisterLoop, Code::WrongRealm},
    {Code::RegisterLoop, Code::OtherFormula},
    {Code::RegisterLoop, Code::OtherInputInDigest},
    {Code::RegisterLoop, Code::Malformed},
    {Code::RegisterLoop, Code::RegistrationRefused},
    {Code::RegisterLoop, Code::ChallengeNotReceived},
    {Code::RegisterLoop, Code::ChallengeIgnored},
    // what does not arrive has no answer
    {Code::RegisterUnanswered, Code::ServerPortClosed},
    {Code::RegistersAgain, Code::ServerPortClosed},
    {Code::RegisterLoop, Code::ServerPortClosed},
    {Code::BeatRepeated, Code::ServerPortClosed},
    {Code::BeatUnanswered, Code::ServerPortClosed},
    {Code::BeatsWhileLapsed, Code::ServerPortClosed},
    {Code::LostServerUnnoticed, Code::ServerPortClosed},
    {Code::ChallengeNotReceived, Code::DevicePortClosed},
    {Code::ChallengeIgnored, Code::DevicePortClosed},
    {Code::RegistersAgain, Code::DevicePortClosed},
    {Code::RegisterLoop, Code::DevicePortClosed},
    {Code::AnswerLost, Code::DevicePortClosed},
    {Code::BeatRepeated, Code::DevicePortClosed},
    {Code::WentSilent, Code::DevicePortClosed},
    {Code::CatalogUnanswered, Code::DevicePortClosed},
    {Code::InviteUnanswered, Code::DevicePortClosed},
    {Code::OtherViaAddress, Code::DevicePortClosed},
    {Code::RegisterUnanswered, Code::NotReachable},
    {Code::ChallengeNotReceived, Code::NotReachable},
    {Code::RegistersAgain, Code::NotReachable},
    {Code::RegisterLoop, Code::NotReachable},
    {Code::AnswerLost, Code::NotReachable},
    {Code::BeatRepeated, Code::NotReachable},
    {Code::BeatUnanswered, Code::NotReachable},
    {Code::BeatsWhileLapsed, Code::NotReachable},
    {Code::LostServerUnnoticed, Code::NotReachable},
    {Code::WentSilent, Code::NotReachable},
    {Code::CatalogUnanswered, Code::NotReachable},
    {Code::InviteUnanswered, Code::NotReachable},
    {Code::OtherViaAddress, Code::NotReachable},
    {Code::BeatUnanswered, Code::ServerBreaksOff},
    {Code::LostServerUnnoticed, Code::ServerBreaksOff},
    {Code::RegistersAgain, Code::ServerBreaksOff},
    {Code::RegisterLoop, Code::ServerBreaksOff},
    {Code::RegisterUnanswered, Code::ServerBreaksOff},
    {Code::CatalogUnanswered, Code::DeviceBreaksOff},
    {Code::InviteUnanswered, Code::DeviceBreaksOff},
    {Code::RequestUnanswered, Code::DeviceBreaksOff},
    {Code::RestartsOften, Code::FlapsReboot},
    {Code::RestartsOften, Code::SharedId},
    {Code::DeviceReplaced, Code::SharedId},
    {Code::BeatRepeated, Code::BeatsPartlyUnanswered},
    {Code::BeatUnanswered, Code::BeatsPartlyUnanswered},
    {Code::BeatsPartlyUnanswered, Code::ServerPortClosed},
    {Code::BeatsPartlyUnanswered, Code::NotReachable},
    // two devices with one ID
    {Code::FlapsTwoDevices, Code::SharedId},
    {Code::ForeignHeartbeat, Code::SharedId},
    {Code::PortMoved, Code::SharedId},
    {Code::BeatsFaster, Code::SharedId},
    {Code::TransportMoved, Code::SharedId},
    {Code::RegistersAgain, Code::SharedId},
    {Code::RegisterLoop, Code::SharedId},
    // an answer that does not arrive
    {Code::ChallengeNotReceived, Code::AnswersElsewhere},
    {Code::AnswerLost, Code::AnswersElsewhere},
    {Code::BeatRepeated, Code::AnswersElsewhere},
    {Code::RegistersAgain, Code::AnswersElsewhere},
    {Code::RegisterLoop, Code::AnswersElsewhere},
    {Code::LostServerUnnoticed, Code::AnswersElsewhere},
    {Code::RegistersAgain, Code::AnswerLost},
    {Code::RegisterLoop, Code::AnswerLost},
    {Code::BeatRepeated, Code::BeatUnanswered},
    {Code::LostServerUnnoticed, Code::BeatUnanswered},
    {Code::FlapsLate, Code::BeatsSlower},
    {Code::BeatUnanswered, Code::BeatsElsewhere},
    {Code::LostServerUnnoticed, Code::BeatsElsewhere},
    {Code::RefusedAfterAccepted, Code::ManyRefused, Link::Of::Server},
    {Code::BeatUnanswered, Code::ManyUnanswered, Link::Of::Server},
    // whoever goes on under another ID is silent under the old one
    {Code::WentSilent, Code::IdChanged},
    {Code::UnregisteredItself, Code::IdChanged},
    {Code::BeatRefused, Code::WentSilent},
    // whoever is silent answers nothing
    {Code::WentSilent, Code::ManySilent, Link::Of::Site},
    {Code::BeatsLostOnWay, Code::ManySilent, Link::Of::Site},
    {Code::CatalogUnanswered, Code::WentSilent},
    {Code::CatalogNoResponse, Code::WentSilent},
    {Code::ResponseMissing, Code::WentSilent},
    {Code::InviteUnanswered, Code::WentSilent},
    {Code::RequestUnanswered, Code::WentSilent},
    // whoever answers nothing is called offline
    {Code::BeatRefused, Code::RequestIgnored},
    {Code::RefusedAfterAccepted, Code::RequestUnanswered},
    {Code::RefusedAfterAccepted, Code::RequestAstray},
    {Code::BeatRefused, Code::RequestAstray},
    // who hears that nobody takes its media, or has no ACK, hangs up
    {Code::MediaEndedBySender, Code::OkRepeated},
    {Code::MediaEndedWithoutRtcp, Code::OkRepeated},
    {Code::MediaEndedBySender, Code::MediaPortClosed},
    {Code::MediaEndedWithoutRtcp, Code::MediaPortClosed},
    {Code::MediaEndedBySender, Code::MediaConnectionReset},
    // what was taken out of its messages
    {Code::CatalogNoResponse, Code::BodiesLost},
    {Code::ResponseMissing, Code::BodiesLost},
    {Code::CatalogNoResponse, Code::BrokenBody},
    {Code::ResponseMissing, Code::BrokenBody},
    {Code::BeatFormRefused, Code::BodiesLost},
    // what is longer than it is is waited for, and what goes to a port of before arrives nowhere
    {Code::BeatUnanswered, Code::CutMessage},
    {Code::LostServerUnnoticed, Code::CutMessage},
    {Code::RequestUnanswered, Code::PortMoved},
    // without power nobody has anything to send
    {Code::RecordGap, Code::PowerReturned, Link::Of::Site},
};

} // namespace

const std::span<const Link> all{links};

bool explains(const Finding &root, const Finding &effect)
{
    if (root.code == Code::Malformed && root.c.isEmpty())
        return false; // it was taken as it is
    if (root.code == Code::CutMessage && root.c != u"whole")
        return false; // whose fault it is is not known
    // A silence ends with what is refused then
    constexpr Duration transaction = std::chrono::seconds(32);
    const Duration late = root.code == Code::WentSilent && effect.code == Code::BeatRefused ? transaction : Duration(0);
    return root.count > 0 && (!root.over || root.overAt + late >= effect.last);
}

} // namespace gb::causes
