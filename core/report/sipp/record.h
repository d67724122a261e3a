#pragma once
#include "core/message/manscdp.h"
#include "core/message/siphead.h"
#include "core/report/redaction.h"

#include <QHash>
#include <QList>

#include <array>

namespace gb::sipp {

/// One message of a scenario.
struct Message
{
    quint64 number = 0;
    TimePoint at{};
    Endpoint from, to;
    QByteArray octets; ///< without secrets
    QByteArray callId, fromUser;
    bool request = false, authorized = false;
    bool ofDevice = false; ///< the device sent it
    bool toTag = false;    ///< its To has a tag
    SipMethod method = SipMethod::None;
    QByteArray methodText; ///< of a response: that of its CSeq
    int status = 0;
    quint32 cseq = 0;
    ManscdpRoot root = ManscdpRoot::None;
    QByteArray command; ///< CmdType; letters and digits alone, else empty
    qint64 sn = -1;
    QString label;
};

/// Why messages are not in a scenario.
enum class Left : quint8 {
    Repeats,
    NoSip,
    Unreadable,
    TooMany,
    OfOthers,
    WhoseIsUnknown,
    Elsewhere,
    AnsweredAlike,
    AnsweredOtherwise,
    OutOfTurn,
    NoRoom,
    Count
};

/// The messages between one device and its platform, in their order: the device that registers first, else the first
/// one. Bounded; each message that is not among them is counted.
class Record
{
public:
    static constexpr qsizetype capacity = 2'000;             ///< messages
    static constexpr qsizetype mostOctets = 8 * 1024 * 1024; ///< of all
    static constexpr qsizetype mostOfMessage = 32 * 1024;

    void take(const CleanMessage &message);
    /// Who is the device, and who sent what.
    void finish();

    const QList<Message> &messages() const { return m_messages; }
    const QByteArray &device() const { return m_device; }     ///< its ID; may be empty
    const QByteArray &platform() const { return m_platform; } ///< the same
    bool overTcp() const { return m_tcp; }
    void leave(Left why, quint64 count = 1) { m_left[static_cast<std::size_t>(why)] += count; }
    quint64 left(Left why) const { return m_left[static_cast<std::size_t>(why)]; }

private:
    void keepDevice();
    void findSides();
    void findPlatform();

    struct Taken
    {
        Message message;
        QByteArray device;
    };
    QList<Taken> m_taken;
    QList<Message> m_messages;
    QByteArray m_device, m_platform;
    qsizetype m_octets = 0;
    bool m_tcp = false;
    std::array<quint64, static_cast<std::size_t>(Left::Count)> m_left{};
};

} // namespace gb::sipp
