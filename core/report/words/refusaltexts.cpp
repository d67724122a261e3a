#include "core/devices/device.h"
#include "core/report/words/findingtexts_p.h"

#include <algorithm>

/// What is refused, with words of the status that it was refused with.
namespace gb::wording {
namespace {

bool isOf(const QString &status, std::initializer_list<int> statuses)
{
    return std::find(statuses.begin(), statuses.end(), status.toInt()) != statuses.end();
}

bool refusedWith(const Finding &finding, std::initializer_list<int> statuses)
{
    return isOf(finding.a, statuses);
}

bool isBetween(const QString &status, int from, int to)
{
    return status.toInt() >= from && status.toInt() <= to;
}

constexpr CaseWords cases[] = {
    // As it stands in the list; of another spelling it is the spelling that is looked at first
    {FindingCode::PasswordFound,
        [](const Finding &one) {
            return one.b == QString::number(static_cast<int>(NoteCode::PasswordKnown)) + QStringLiteral(" foreign");
        },
        Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The digest fits that password exactly. What the server wants is not in this record: its password may be "
            "another one, or it refuses the device for another reason, such as an ID that it does not take."),
        QT_TRANSLATE_NOOP("finding",
            "Look on the server which password it has for this device, and what its log says. If they are the same, "
            "the password is not why.")},
    {FindingCode::BeatRefused,
        [](const Finding &one) {
            return one.c == u"held" && refusedWith(one, {403, 404, 410});
        },
        Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "By this record the server knew it: it took its REGISTER, or its heartbeats. It forgot it, as by a "
            "restart, called it offline, because no heartbeat arrived for a time or by another measure, or somebody "
            "barred it there (%1). It has to register again then."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the log of the server at that time. Restart the camera, so that it registers; see whether the "
            "server lets it in.")},
    {FindingCode::BeatRefused,
        [](const Finding &one) {
            return one.c == u"unseen" && refusedWith(one, {403, 404, 410});
        },
        Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "It is not registered with the server any more, was never, or is barred there (%1). Which of these is so "
            "this capture does not show: it has no registration of this device. It has to register again then."),
        QT_TRANSLATE_NOOP("finding",
            "See on the server whether it is in the list and since when it is not registered. Restart the camera, so "
            "that it registers; see whether the server lets it in.")},
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
    {FindingCode::RegistrationRefused, [](const Finding &one) { return refusedWith(one, {200}); }, Culprit::Server,
        nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device asked for a registration, and the 200 grants it for 0 s: by RFC 3261 10.3 it has none then."),
        QT_TRANSLATE_NOOP("finding", "Look on the server how long registrations may last at least and at most.")},
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
    {FindingCode::RegistrationRefused, [](const Finding &one) { return isBetween(one.a, 300, 399); }, Culprit::Server,
        QT_TRANSLATE_NOOP("finding", "The server sends it to another one: %1 %2"),
        QT_TRANSLATE_NOOP("finding",
            "Contact of the answer names the server that the device is to register with. GB/T 28181-2022 has that for "
            "302; older firmware does not know it, and asks here again and again."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether the device registers at the address in Contact of the answer. If it does not, type that "
            "address on its platform access page.")},
    {FindingCode::RegistrationRefused, [](const Finding &one) { return refusedWith(one, {423}); }, Culprit::Camera,
        QT_TRANSLATE_NOOP("finding", "Registration refused: %1 %2"),
        QT_TRANSLATE_NOOP("finding",
            "The device asks for a shorter registration than the server allows; Min-Expires of the answer says how "
            "long it has to be."),
        QT_TRANSLATE_NOOP("finding",
            "Raise the registration validity in the camera to Min-Expires or more (GB/T 28181: 3600 s at least, "
            "usually 86400 s).")},
    {FindingCode::RegistrationRefused,
        [](const Finding &one) {
            return refusedWith(one, {405, 501});
        },
        Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "What listens there takes no REGISTER: it is another program, or another part of the platform."),
        QT_TRANSLATE_NOOP(
            "finding", "Compare address and port in the camera with those of the platform's SIP service.")},
    {FindingCode::RegistrationRefused,
        [](const Finding &one) {
            return isOf(one.a, {408, 480}) || isBetween(one.a, 500, 699);
        },
        Culprit::Server, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The answer speaks of trouble of the server's own: a fault in it, too much load, or a part of it that does "
            "not answer. The device is not to blame."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the log of the server at that time. Retry-After of the answer says when to try again, if it has "
            "one.")},
    {FindingCode::InviteRefused,
        [](const Finding &one) {
            return refusedWith(one, {400, 406, 415, 488, 606});
        },
        Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The status speaks of the offer, and nothing was found wrong with this one: the device does not support "
            "something in it, such as the transport of the media, a format or a codec."),
        QT_TRANSLATE_NOOP("finding",
            "Try another transport for the media (UDP, TCP) and the other stream. Compare the INVITE with one that "
            "this device takes from another platform.")},
    {FindingCode::InviteRefused,
        [](const Finding &one) {
            return refusedWith(one, {403, 603});
        },
        Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device understood the call and does not allow it: the channel is not released to this platform, or a "
            "privacy setting is on."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the device whether this channel is released to the platform, and at privacy and user rights.")},
    {FindingCode::InviteRefused,
        [](const Finding &one) {
            return refusedWith(one, {404, 604, 410});
        },
        Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding", "The device has no channel with the ID that the INVITE names."),
        QT_TRANSLATE_NOOP("finding",
            "Compare the channel ID on the platform with the one on the device's platform access page and in its "
            "catalog, and synchronise the channels again.")},
    {FindingCode::InviteRefused,
        [](const Finding &one) {
            return refusedWith(one, {408, 480, 504});
        },
        Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device is there, and what stands behind it is not: the camera of this channel is off, offline in the "
            "recorder, or does not answer it in time."),
        QT_TRANSLATE_NOOP("finding", "Look in the recorder or the lower platform whether this channel has a picture.")},
    {FindingCode::InviteRefused,
        [](const Finding &one) {
            return refusedWith(one, {486, 600});
        },
        Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "The channel serves as many viewers as it can, or an earlier call is still open in it."),
        QT_TRANSLATE_NOOP("finding", "End another viewer, and look for calls without a BYE. Try the sub-stream.")},
    {FindingCode::InviteRefused, [](const Finding &one) { return refusedWith(one, {481}); }, Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device takes the INVITE for one inside a call that it does not know: it has a To tag, or the device "
            "lost the call in a restart."),
        QT_TRANSLATE_NOOP("finding", "Let the platform begin a new call: new Call-ID, no To tag.")},
    {FindingCode::InviteRefused, [](const Finding &one) { return refusedWith(one, {487}); }, Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "487 answers an INVITE that was cancelled, and no CANCEL is in this record. Some firmware sends it when it "
            "cannot begin the stream, or does not like the type of the ID."),
        QT_TRANSLATE_NOOP("finding",
            "Look at the log of the device at that time, and at digits 11 to 13 of the channel ID (131 or 132).")},
    {FindingCode::InviteRefused, [](const Finding &one) { return isBetween(one.a, 500, 599); }, Culprit::Device,
        nullptr,
        QT_TRANSLATE_NOOP("finding",
            "5xx speaks of the device's own trouble: too many streams, a channel that cannot start, a fault in the "
            "firmware."),
        QT_TRANSLATE_NOOP("finding",
            "End other viewers and try again; try the sub-stream; restart the device. If it stays so, update the "
            "firmware.")},
    {FindingCode::InviteRefused, [](const Finding &one) { return isBetween(one.a, 300, 399); }, Culprit::Device,
        nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device sends the call elsewhere: Contact of its answer says where. GB/T 28181 has no redirection of "
            "calls, and platforms seldom follow one."),
        QT_TRANSLATE_NOOP("finding",
            "Look at Contact of the answer. Ask the device there, or look why it does not serve the channel itself.")},
    {FindingCode::ResponseRefused,
        [](const Finding &one) {
            return isOf(one.b, {404, 410});
        },
        Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP(
            "finding", "The device does not know the ID that the message names, or takes no messages for it."),
        QT_TRANSLATE_NOOP(
            "finding", "Compare the ID that was asked about with the device ID and channel IDs in the device.")},
    {FindingCode::ResponseRefused,
        [](const Finding &one) {
            return isOf(one.b, {400, 413, 415, 488});
        },
        Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The status speaks of the message: its body cannot be read, its Content-Type or character set is not "
            "taken, or it is too large."),
        QT_TRANSLATE_NOOP("finding",
            "Compare the message with one that the device takes. If it is as the standard wants it, update the "
            "firmware.")},
    {FindingCode::ResponseRefused,
        [](const Finding &one) {
            return isOf(one.b, {405, 489, 501});
        },
        Culprit::Device, nullptr,
        QT_TRANSLATE_NOOP("finding", "The device does not support this method or this event."),
        QT_TRANSLATE_NOOP("finding", "Look which edition of GB/T 28181 the device has; update the firmware.")},
    {FindingCode::ResponseRefused, [](const Finding &one) { return one.b == u"403"; }, Culprit::Camera, nullptr,
        QT_TRANSLATE_NOOP("finding",
            "The device understood it and does not allow it: the platform has no right to it there, or it comes from "
            "another platform than the device is registered with."),
        QT_TRANSLATE_NOOP("finding",
            "Look in the device at the rights of the platform, and whether the message names the server ID that is set "
            "in the device.")},
    {FindingCode::ResponseRefused, [](const Finding &one) { return isBetween(one.b, 500, 699); }, Culprit::Device,
        nullptr,
        QT_TRANSLATE_NOOP("finding", "The status speaks of the device's own trouble: it is busy, or has a fault."),
        QT_TRANSLATE_NOOP("finding", "Ask again later; restart the device. If it stays so, update the firmware.")},
};

} // namespace

const std::span<const CaseWords> refusalCases{cases};

} // namespace gb::wording
