#pragma once
#include "core/base/clock.h"
#include "core/client/command.h"

#include <QStringList>

#include <memory>

namespace gb {

class PictureBytes;

/// A question to one device: a value that crosses threads.
struct AskQuestion
{
    quint64 id = 0;                 ///< of whoever asks; comes back in each report
    QString device;                 ///< that is registered; of a question to a DeviceControl its target counts
    QString about;                  ///< device or channel that the body names; empty: the device
    QString command;                ///< AskCommand::name
    AskValues values;               ///< of its parameters
    QString save;                   ///< folder in which uploaded pictures are kept; empty: in none
    bool looks = false;             ///< bytes of uploaded pictures come with the report
    std::optional<Edition> edition; ///< empty: what the device announces, and 2016's where it announces none
};

enum class AskOutcome : quint8 {
    Done,          ///< all that the standard wants came; it may be odd: see oddities
    NotRegistered, ///< nobody knows where it is
    OddId,         ///< an ID that could not stand in a request
    NoCommand,     ///< no such command
    BadValues,     ///< see AskReport::bad; nothing was sent
    OnlyShown,     ///< the message is not to be sent
    TooMany,       ///< too many questions are open
    NotSent,       ///< the transport refused
    NoAnswer,      ///< nothing in time
    Refused,       ///< by a status of 300 or more
    NoResponse,    ///< 200, but no Response in time
    OtherResponse, ///< the only Responses were none to this: see oddities
    Unreadable,    ///< its Response cannot be read
    ErrorResult,   ///< its Response says ERROR
    Incomplete,    ///< some items or parts never came
    TooLarge,      ///< more came than is kept
    Stopped,       ///< by who asked, or the listener was closed
    Silent,        ///< the server is silent to it on purpose
    Subscribed,    ///< of a subscription: the device tells from now on; another report follows when it ends
    Ended,         ///< the device ended the subscription
    Lapsed,        ///< the subscription ran out: its refresh had no answer, or was refused
    NotTaken,      ///< it took the setting, and has other values when it is read back: see settings
    NotListening,  ///< nothing was sent: no port could be opened for the pictures; see AskSnapshot::detail
    NoPicture,     ///< it took the order, and no picture came
    Count
};

/// What is odd about an answer, though it may be one. Texts are safe to show.
struct AskOddity
{
    enum class Code : quint8 {
        ResultOdd,      ///< a: a Result that is neither OK nor ERROR
        PartsMissing,   ///< a: announced, b: came
        PartsLeft,      ///< a: announced, b: came: more than announced
        SumChanges,     ///< a: SumNum first, b: then
        Duplicate,      ///< a: key of an item, b: times
        OtherSn,        ///< a Response with another SN; a: ours, b: its
        OtherDevice,    ///< a Response names another device; a: ours, b: its
        OtherAddress,   ///< a Response with our SN from elsewhere, which was not taken; a: the address
        OtherCharset,   ///< a: declared, b: used
        BadText,        ///< octets that are no text
        NoXml,          ///< its body breaks; a: character
        Unknown,        ///< a: an element that the standard does not have here
        Missing,        ///< a: an element that the standard wants
        BadValue,       ///< a: element, b: its value
        NotSupported,   ///< Result OK, and nothing of what was asked (A.2.6.9); a: what
        UnansweredPart, ///< 200 came for none of them, but the Response did
        ClockAhead,     ///< a: seconds that its clock is ahead
        ClockBehind,    ///< a: seconds that its clock is behind
        FaultyDevice,   ///< the device says of itself that it does not work; a: element, b: its value
        ShorterExpires, ///< of a subscription; a: seconds asked for, b: granted
        NoExpires,      ///< the device does not say for how long it subscribed us; a: seconds that are taken for it
        SetInSilence,   ///< it sent no Response to a setting, and has it all the same
        // Of pictures that it uploads
        SnapInSilence,   ///< pictures or their Notify came, but no Response
        MorePictures,    ///< a: ordered, b: came
        NoFinish,        ///< pictures came, but no UploadSnapShotFinished
        FinishElsewhere, ///< that one came from another address, and was not taken; a: the address
        OtherCount,      ///< a: names in that Notify, b: pictures that came
        OtherSession,    ///< a SessionID that is not ours; a: ours, b: its
        NoPictureData,   ///< an upload is no JPEG, PNG or BMP; a: its type by the device, b: bytes
        CutPicture,      ///< a picture without its end; a: bytes
        UploadTooLarge,  ///< refused; a: bytes that are taken
        UploadRefused,   ///< a: status of HTTP, b: how often
        UploadCut,       ///< its connection ended within an upload; a: bytes that had come
        UploadElsewhere, ///< a picture came from another address than the device's; a: the address
        NotSaved,        ///< a picture could not be written; a: why
        // IDs of an answer, see IdCheck
        WrongId,        ///< a: element, b: its value, which is none of the standard's length
        WrongIdType,    ///< a: an ID, b: its digits 11 to 13, which are no type of the standard
        OwnId,          ///< a channel that has the ID of the device; a: that
        OwnParent,      ///< a: an ID that names itself as its parent
        NoParent,       ///< a: a ParentID that is not in the list, b: the first that names it
        NoGroup,        ///< a: a BusinessGroupID that is not in the list, b: the first that names it
        WrongGroup,     ///< a: a BusinessGroupID that is none, b: the first that has it
        WrongCivilCode, ///< a: a CivilCode of no length that the standard has, b: the first that has it
        MoreOdd,        ///< a: how many more of a list are odd in the same ways, at least
        Count
    };
    Code code = Code::ResultOdd;
    QString a, b;
    bool operator==(const AskOddity &) const = default;
};

/// A value that was set, and what the device has when it is read back.
struct AskSetting
{
    QString path;
    QString wanted; ///< null: nothing, it has more of these than were asked for
    QString now;    ///< null: it tells nothing of it
    bool same = false;
    bool operator==(const AskSetting &) const = default;
};

/// A picture that a device uploaded. Texts are safe to show.
struct AskPicture
{
    enum class Format : quint8 { None, Jpeg, Png, Bmp };
    Format format = Format::None; ///< None: none of them, or its size cannot be read
    qint64 octets = 0;
    int width = 0, height = 0;                ///< pixels
    bool whole = false;                       ///< its end is there
    TimePoint at{};                           ///< all of it was there
    QString type, name;                       ///< as the uploader has them: type of its content, name of the file
    QString fileId;                           ///< SnapShotFileID that its name has in it; empty: not known
    QString from;                             ///< address
    QString saved;                            ///< file that it was written to; empty: to none
    std::shared_ptr<const PictureBytes> kept; ///< its bytes; null: nobody wanted them, or there was no room
};

/// What came of an order to take pictures, GB/T 28181-2022 9.14.
struct AskSnapshot
{
    static constexpr qsizetype maxPictures = 32;

    int wanted = 1;
    QList<AskPicture> pictures; ///< and what is none; the first maxPictures
    QString session, url;       ///< ours
    bool finished = false;      ///< UploadSnapShotFinished came with our SessionID
    QStringList fileIds;        ///< that it names
    QString detail;             ///< of NotListening: the system's word
    int strangers = 0;          ///< requests at the port that were refused, of others than the device
    int dropped = 0;            ///< uploads, and what is told of them, over the limits

    int came() const; ///< pictures alone
};

/// What became of a question: a value that crosses threads. Texts are safe to show.
struct AskReport
{
    static constexpr qsizetype maxOddities = 40, maxMessages = 40;

    quint64 id = 0;
    QString device, about, command;
    AskOutcome outcome = AskOutcome::Done;
    Edition edition = Edition::V2016;          ///< that the message was written for
    bool announced = false;                    ///< the device announced that one
    int status = 0;                            ///< of its SIP answer; 0: none came
    BadValue bad;                              ///< of BadValues
    QString result;                            ///< OK, ERROR or what stands there; empty where none is
    QList<std::pair<QString, QString>> fields; ///< path and value of each element outside of the list, in their order
    QStringList columns;                       ///< of items, in the order of the standard, then as they came
    QList<QStringList> items;
    std::optional<qint64> sum; ///< SumNum: items announced
    qsizetype different = 0;   ///< items, those that came twice counted once
    int parts = 0;             ///< Responses
    QList<AskOddity> oddities;
    quint64 request = 0, answer = 0;                  ///< numbers in the record; 0: none
    QList<quint64> responses;                         ///< the first maxMessages of them
    TimePoint askedAt{};                              ///< sent first
    std::optional<TimePoint> answeredAt, respondedAt; ///< SIP answer; first Response
    TimePoint at{};                                   ///< it was over
    std::optional<int> expires;                       ///< of a subscription: seconds that the device granted
    QList<AskSetting> settings;                       ///< of a setting that could be read back
    std::optional<AskOutcome> readBack;  ///< of a setting: what became of reading it; empty: it was not read
    quint64 readRequest = 0;             ///< number in the record; 0: none
    qint64 notices = 0;                  ///< of a subscription that ended: NOTIFY that came
    qint64 missed = 0;                   ///< of a subscription: NOTIFY that did not arrive
    qint64 dropped = 0;                  ///< of a subscription: items that made room for newer ones
    std::optional<AskSnapshot> snapshot; ///< of an order to take pictures

    bool add(AskOddity::Code code, const QString &a = {}, const QString &b = {});
    QString field(QStringView path) const;
};

/// What a device told because of a subscription: one NOTIFY.
struct AskNotice
{
    AskReport content;  ///< fields, items, oddities; its only response is the NOTIFY
    quint32 missed = 0; ///< numbers of CSeq that were left out ahead of it: that many NOTIFY did not arrive
};

/// How far a long answer is.
struct AskProgress
{
    quint64 id = 0;
    qsizetype came = 0;
    std::optional<qint64> sum;
};

} // namespace gb
