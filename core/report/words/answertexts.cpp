#include "core/report/words/findingtexts_p.h"

#include <QCoreApplication>

/// What is odd about the Responses of a device: G90 to G96.
namespace gb::wording {
namespace {

constexpr FindingWords words[] = {
    {FindingCode::ResponseMissing, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It took \u201c%1\u201d with 200, and sent no Response within %2 s"),
        QT_TRANSLATE_NOOP("finding",
            "The 200 says only that the message arrived. The device does not know the command, does not have what is "
            "asked for, or is slow."),
        QT_TRANSLATE_NOOP("finding",
            "Ask again, about the device itself and about a channel. If the command came with a later edition of GB/T "
            "28181, look which one the device announces; update the firmware.")},
    {FindingCode::ResponseError, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "It answers \u201c%1\u201d with the Result ERROR"),
        QT_TRANSLATE_NOOP("finding",
            "It understood the command, and cannot or will not obey for %2. GB/T 28181 has no way to say why."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether this ID is the right one to ask, a channel or the device, and whether it has what is asked "
            "for: a PTZ, a disk, a recording, the setting.")},
    {FindingCode::ResponseOtherSn, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its Response to \u201c%1\u201d has another SN: %3 instead of %2"),
        QT_TRANSLATE_NOOP("finding",
            "Nobody asked with that SN, and no Response has the right one. A platform pairs a Response with its query "
            "by the SN and drops this one."),
        QT_TRANSLATE_NOOP("finding", "Update the firmware; send the exported session to the vendor.")},
    {FindingCode::ResponseOtherDevice, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its Response to \u201c%1\u201d names another ID: %3 instead of %2"),
        QT_TRANSLATE_NOOP("finding",
            "A Response carries the DeviceID that was asked about. Platforms that compare it drop this one, or show "
            "its values at the wrong place."),
        QT_TRANSLATE_NOOP("finding",
            "Compare device ID and channel IDs in the device with those on the platform; if they are right, ask the "
            "vendor.")},
    {FindingCode::ListShort, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Only %2 of the %3 items came that \u201c%1\u201d announced"),
        QT_TRANSLATE_NOOP("finding",
            "Messages with further items were lost on the way, over UDP in fragments most of all, or SumNum is wrong."),
        QT_TRANSLATE_NOOP("finding",
            "Ask again. If it is the same number each time, SumNum is wrong; else set the device's transport protocol "
            "to TCP.")},
    {FindingCode::ResponseRefused, Culprit::Device, QT_TRANSLATE_NOOP("finding", "It refuses \u201c%1\u201d: %2 %3"),
        QT_TRANSLATE_NOOP("finding", "The status and its reason are all that the device tells."),
        QT_TRANSLATE_NOOP("finding",
            "Look whether this ID is the right one to ask, a channel or the device, and whether the device has what is "
            "asked for.")},
    {FindingCode::UnknownElements, Culprit::Device,
        QT_TRANSLATE_NOOP("finding", "Its Response to %1 has elements that GB/T 28181 does not have there: %2"),
        QT_TRANSLATE_NOOP("finding", "Usual with vendors and harmless: whoever does not know them passes over them."),
        QT_TRANSLATE_NOOP("finding",
            "Nothing to do. Where a value is missing on the platform, look whether it stands under such a name.")},
};

} // namespace

const std::span<const FindingWords> answerWords{words};

} // namespace gb::wording
