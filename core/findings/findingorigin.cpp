#include "core/findings/rules/foundkind.h"

/// What brings a finding about, by its code.
namespace gb {
namespace {

bool isFound(FindingCode code, bool FoundKind::*what)
{
    const FoundKind *const found = foundKindOf(code);
    return found && found->*what;
}

} // namespace

bool comesOfSilence(FindingCode code)
{
    switch (code) {
    case FindingCode::RegisterUnanswered:
    case FindingCode::ChallengeNotReceived:
    case FindingCode::ChallengeIgnored:
    case FindingCode::ChallengeForm:
    case FindingCode::OverlayPort:
    case FindingCode::BeatsWhileLapsed:
    case FindingCode::RefreshedTooLate:
    case FindingCode::PowerReturned:
    case FindingCode::RegisterLoop:
    case FindingCode::RegistersAgain:
    case FindingCode::AnswerLost:
    case FindingCode::NeverBeaten:
    case FindingCode::BeatsSlower:
    case FindingCode::BeatRepeated:
    case FindingCode::BeatUnanswered:
    case FindingCode::BeatRefused:
    case FindingCode::BeatTroubleRefused:
    case FindingCode::OkWithoutContact:
    case FindingCode::RefusedAfterAccepted:
    case FindingCode::FlapsLate:
    case FindingCode::FlapsAddress:
    case FindingCode::FlapsReboot:
    case FindingCode::Flaps:
    case FindingCode::WentSilent:
    case FindingCode::BeatsLostOnWay:
    case FindingCode::RestartedInSilence:
    case FindingCode::ManyUnanswered:
    case FindingCode::ManySilent: return true;
    default: return isFound(code, &FoundKind::ofSilence);
    }
}

bool comesOfCutOff(FindingCode code)
{
    switch (code) {
    case FindingCode::ExpectedSilent:
    case FindingCode::UpperBeatUnanswered:
    case FindingCode::CatalogUnanswered:
    case FindingCode::CatalogNoResponse:
    case FindingCode::CatalogShort:
    case FindingCode::CatalogSlow:
    case FindingCode::ResponseMissing:
    case FindingCode::ListShort:
    case FindingCode::InviteUnanswered:
    case FindingCode::CatalogIgnored:
    case FindingCode::InviteIgnored:
    case FindingCode::RequestIgnored:
    case FindingCode::RequestUnanswered:
    case FindingCode::RequestAstray:
    case FindingCode::CallWithoutContact:
    case FindingCode::OkRepeated:
    case FindingCode::OtherViaAddress:
    case FindingCode::LostServerUnnoticed:
    case FindingCode::NotReachable:
    case FindingCode::ReportedOffline:
    case FindingCode::PortMoved: return true;
    default: return comesOfSilence(code);
    }
}

bool restsOnAbsence(FindingCode code)
{
    switch (code) {
    case FindingCode::ExpectedSilent:
    case FindingCode::ChallengeIgnored:
    case FindingCode::BeatsWhileLapsed:
    case FindingCode::RefreshedTooLate:
    case FindingCode::RegistersAgain:
    case FindingCode::OtherViaAddress:
    case FindingCode::NeverBeaten:
    case FindingCode::BeatsSlower:
    case FindingCode::BeatUnanswered:
    case FindingCode::BeatsElsewhere:
    case FindingCode::ServerBreaksOff:
    case FindingCode::DeviceBreaksOff:
    case FindingCode::OkRepeated:
    case FindingCode::LostServerUnnoticed:
    case FindingCode::FlapsLate:
    case FindingCode::FlapsAddress:
    case FindingCode::FlapsReboot:
    case FindingCode::Flaps:
    case FindingCode::CatalogUnanswered:
    case FindingCode::CatalogNoResponse:
    case FindingCode::CatalogShort:
    case FindingCode::ResponseMissing:
    case FindingCode::ResponseOtherSn:
    case FindingCode::ListShort:
    case FindingCode::CatalogIgnored:
    case FindingCode::CatalogNotAsked:
    case FindingCode::InviteIgnored:
    case FindingCode::InviteUnanswered:
    case FindingCode::RequestIgnored:
    case FindingCode::RequestUnanswered:
    case FindingCode::RequestAstray:
    case FindingCode::AnswerUnasked:
    case FindingCode::UpperBeatUnanswered:
    case FindingCode::WentSilent:
    case FindingCode::BeatsLostOnWay:
    case FindingCode::MediaLossOnTheWay:
    case FindingCode::MediaStopped:
    case FindingCode::IdChanged:
    case FindingCode::ManyUnanswered:
    case FindingCode::ManySilent: return true;
    default: return isFound(code, &FoundKind::onAbsence);
    }
}

bool isOfOneMoment(FindingCode code)
{
    switch (code) {
    case FindingCode::ChallengeIgnored:
    case FindingCode::BeatsWhileLapsed:
    case FindingCode::RefreshedTooLate:
    case FindingCode::CatalogNoResponse:
    case FindingCode::CatalogShort:
    case FindingCode::ResponseMissing:
    case FindingCode::ResponseOtherSn:
    case FindingCode::ListShort:
    case FindingCode::AnswerUnasked: return true;
    default: return false;
    }
}

bool comparesClocks(FindingCode code)
{
    return code == FindingCode::ClockOff || code == FindingCode::TimeZoneOff;
}

bool comesOfTime(FindingCode code)
{
    switch (code) {
    case FindingCode::BeatsSlower:
    case FindingCode::BeatsFaster:
    case FindingCode::BeatsWhileLapsed:
    case FindingCode::RefreshedTooLate:
    case FindingCode::PowerReturned:
    case FindingCode::RegisterLoop:
    case FindingCode::RegistersAgain:
    case FindingCode::Flaps:
    case FindingCode::FlapsLate:
    case FindingCode::FlapsTwoDevices:
    case FindingCode::FlapsAddress:
    case FindingCode::FlapsReboot:
    case FindingCode::NeverBeaten:
    case FindingCode::WentSilent:
    case FindingCode::ManySilent:
    case FindingCode::BeatsLostOnWay:
    case FindingCode::RestartedInSilence:
    case FindingCode::RestartsOften:
    case FindingCode::CatalogSlow: return true;
    default: return comparesClocks(code) || isFound(code, &FoundKind::ofTime);
    }
}

} // namespace gb
