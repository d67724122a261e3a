#include "core/report/words/findingtexts_p.h"

#include <algorithm>

/// Findings whose words follow the facts of the case.
namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::OtherInputInDigest, Culprit::Device, QT_TRANSLATE_NOOP("finding", "The device computed with %2"),
        QT_TRANSLATE_NOOP("finding",
            "Its digest fits %1 exactly with that inside, while its header says something else. The server computes "
            "with what the header says, and refuses it."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::UnregisteredItself, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It unregistered itself, %1 times (away for %2 s the last time, %3 s in all)"),
        QT_TRANSLATE_NOOP("finding",
            "It sent a REGISTER with Expires 0, which the server accepted, and registered again later. The record does "
            "not say why."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the device at that time: a restart by schedule, a switch of platform access, a program that ends "
            "the registration. Its vendor knows what sends Expires 0.")},
    {FindingCode::LoggedInAnew, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "It unregistered and registered again %2 s later (times: %1)"),
        QT_TRANSLATE_NOOP("finding", "A restart, or a new login after its setting was saved: it leaves in good order."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do, unless it happens often.")},
    {FindingCode::LooseHeader, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A header is not as RFC 3261 wants it: %1"),
        QT_TRANSLATE_NOOP("finding", "It is taken here. Stricter platforms refuse this with 400, or do not answer."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::SignedMessages, Culprit::Record,
        QT_TRANSLATE_NOOP("finding", "Its messages carry a Note header with a digest (%1)"),
        QT_TRANSLATE_NOOP("finding",
            "This is the protection of signalling by GB 35114. It does not change the digest of REGISTER, and it does "
            "not tell the edition of GB/T 28181: that is in X-GB-Ver."),
        QT_TRANSLATE_NOOP("finding", "Nothing to do. gbscope does not verify it.")},
};

bool refusedWith(const Finding &finding, std::initializer_list<int> statuses)
{
    return std::find(statuses.begin(), statuses.end(), finding.a.toInt()) != statuses.end();
}

constexpr CaseWords cases[] = {
    {FindingCode::WrongPassword, [](const Finding &one) { return one.a == u"0"; }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "The digest was not made with the password of this server, in any of the tried ways (%2)."),
        nullptr},
    {FindingCode::OtherInputInDigest,
        [](const Finding &one) { return one.b.startsWith(u"realm=") && !one.b.contains(u';') && !one.c.isEmpty(); },
        Culprit::Camera, QT_TRANSLATE_NOOP("finding", "The device computed with %2, the challenge says \"%3\""),
        QT_TRANSLATE_NOOP(
            "finding", "Its digest fits %1 exactly with that realm inside, though its header repeats the challenge's."),
        QT_TRANSLATE_NOOP("finding", "Set the SIP domain (SIP server domain) in the camera to %3")},
    {FindingCode::OtherInputInDigest, [](const Finding &one) { return one.b == u"half=16"; }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its response is cut to 16 digits"),
        QT_TRANSLATE_NOOP("finding", "Its digest fits %1, but only 16 of its digits are sent."), nullptr},
    {FindingCode::ChallengeNotReceived, [](const Finding &one) { return one.b == u"both"; }, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The 401 was lost on the way: REGISTER came %1 more times behind it"),
        QT_TRANSLATE_NOOP("finding",
            "Captures of both ends prove it: the server sent the 401, and it did not arrive where the device's own "
            "REGISTERs were captured."),
        QT_TRANSLATE_NOOP("finding",
            "Look between the two places of capture: a router's NAT or SIP ALG, a firewall that lets no answer in. Or "
            "set the transport protocol to TCP.")},
    {FindingCode::AnswerLost, [](const Finding &one) { return one.b == u"both"; }, Culprit::Network,
        QT_TRANSLATE_NOOP("finding", "The 200 was lost on the way: REGISTER came %1 more times behind it"),
        QT_TRANSLATE_NOOP("finding",
            "Captures of both ends prove it: the server sent the 200, and it did not arrive where the device's own "
            "REGISTERs were captured."),
        nullptr},
    {FindingCode::NeverBeaten, [](const Finding &one) { return !one.b.isEmpty(); }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "Heartbeats are off or go to another server, or the ID does not suit the firmware (%2 in digits 11 to "
            "13)."),
        nullptr},
    {FindingCode::BeatRefused,
        [](const Finding &one) {
            return refusedWith(one, {404, 410});
        },
        Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding", "The server does not know the ID (%1). The device has to register again then."),
        QT_TRANSLATE_NOOP(
            "finding", "Restart the camera, so that it registers. If it is not in the server's list, add it there.")},
    {FindingCode::BeatRefused, [](const Finding &one) { return refusedWith(one, {403}); }, Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device is not registered with the server any more, or is barred there (403). It has to register again "
            "then."),
        QT_TRANSLATE_NOOP("finding", "Restart the camera, so that it registers; see whether the server lets it in.")},
    {FindingCode::BeatRefused,
        [](const Finding &one) {
            return refusedWith(one, {401, 407});
        },
        Culprit::Server, nullptr, QT_TRANSLATE_NOOP("finding", "The server wants a digest with each message (%1)."),
        QT_TRANSLATE_NOOP("finding",
            "Set the server so that it takes messages of registered devices as they are, which the standard has.")},
    {FindingCode::BeatRefused, [](const Finding &one) { return one.a.toInt() >= 500; }, Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "The server has trouble of its own (%1): the answer does not speak of the device."),
        QT_TRANSLATE_NOOP("finding", "Look in the log of the server at that time.")},
    {FindingCode::RegistrationRefused, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The first REGISTER with this Call-ID was accepted (%3), so the refusal concerns the refresh: not the ID, "
            "nor the password. Some servers do not take a second REGISTER with a Call-ID that they know."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the log of the server at that time, and have its vendor take refreshes with the same Call-ID (RFC "
            "3261 10.2.4). Till then the device stays only as long as its first registration lasts.")},
    {FindingCode::RegistrationRefused, [](const Finding &one) { return refusedWith(one, {400}); }, Culprit::Server,
        nullptr, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "400: something in the REGISTER does not suit the server. Look at its other findings, and at its headers "
            "in the message view.")},
    {FindingCode::RegistrationRefused, [](const Finding &one) { return refusedWith(one, {403}); }, Culprit::Server,
        nullptr, nullptr,
        QT_TRANSLATE_NOOP("finding", "403: the ID is not allowed there. Add it to the server's list of devices.")},
    {FindingCode::RegistrationRefused, [](const Finding &one) { return refusedWith(one, {404}); }, Culprit::Server,
        nullptr, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "404: the server does not know the domain or the ID that the REGISTER names. Compare them with its own.")},
    {FindingCode::Malformed, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Malformed message, refused with %3: %1"), nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "This keeps the device out: update its firmware, and send the exported session to the vendor.")},
    {FindingCode::LooseHeader, [](const Finding &one) { return !one.c.isEmpty(); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "A header is not as RFC 3261 wants it, and the server refuses it: %1"),
        QT_TRANSLATE_NOOP("finding", "The answer was %3."), nullptr},
    {FindingCode::UnregisteredItself, [](const Finding &one) { return one.b.isEmpty() && one.a == u"1"; },
        Culprit::Device, QT_TRANSLATE_NOOP("finding", "It unregistered itself, and is away"),
        QT_TRANSLATE_NOOP(
            "finding", "It sent a REGISTER with Expires 0, which the server accepted: it left in good order."),
        nullptr},
    {FindingCode::UnregisteredItself, [](const Finding &one) { return one.b.isEmpty(); }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It unregistered itself, %1 times, and is away"), nullptr, nullptr},
    {FindingCode::UnregisteredItself, [](const Finding &one) { return one.a == u"1"; }, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It unregistered itself once (away for %2 s)"), nullptr, nullptr},
};

} // namespace

const std::span<const FindingWords> weighedWords{words};

const CaseWords *caseOf(const Finding &finding)
{
    const auto found = std::find_if(std::begin(cases), std::end(cases),
        [&](const CaseWords &one) { return one.code == finding.code && one.applies(finding); });
    return found == std::end(cases) ? nullptr : &*found;
}

} // namespace gb::wording
