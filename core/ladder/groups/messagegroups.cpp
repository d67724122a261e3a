#include "core/ladder/groups/messagegroups.h"

#include <algorithm>

namespace gb {
namespace {

quint64 keyOf(quint64 high, quint64 low)
{
    return high << 32 | low;
}

MessageGroup::Kind kindOf(const Operation &operation)
{
    using Kind = MessageGroup::Kind;
    switch (operation.kind) {
    case Operation::Kind::Query: return Kind::Query;
    case Operation::Kind::Control: return Kind::Control;
    case Operation::Kind::Notice: return operation.cmdType == u"Broadcast" ? Kind::Talk : Kind::Notice;
    case Operation::Kind::Subscription: break;
    }
    return Kind::Subscription;
}

} // namespace

MessageGroups::MessageGroups(const MessageLog &log, const OperationBook &book, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_book(book)
{
    connect(&log, &MessageLog::appended, this, &MessageGroups::append);
    connect(&log, &MessageLog::awaitedChanged, this, [this] {
        noteMissing();
        emit changed();
    });
    connect(&log, &MessageLog::dropped, this, &MessageGroups::rebuild);
    connect(&log, &MessageLog::cleared, this, [this] {
        m_gaps.clear();
        rebuild();
    });
    rebuild();
}

/// Rows and indices of the log are other ones.
void MessageGroups::rebuild()
{
    m_groups.clear();
    m_of.clear();
    m_before.clear();
    m_trains.clear();
    m_addresses.clear();
    m_calls.clear();
    m_operations.clear();
    m_asked.clear();
    m_broadcasts.clear();
    m_words.clear();
    m_missingSeen = 0;
    append(0, m_log.count());
}

void MessageGroups::append(qsizetype first, qsizetype count)
{
    for (qsizetype row = first; row < first + count; ++row) {
        const LogEntry &entry = m_log.entry(row);
        const quint32 index = find(entry);
        MessageGroup &group = m_groups[index];
        m_of.push_back(index);
        m_before.push_back(group.count == 0 ? none : group.last);
        if (group.count == 0)
            group.first = static_cast<quint32>(row);
        group.last = static_cast<quint32>(row);
        ++group.count;
        judge(group, entry);
    }
    noteMissing();
}

std::vector<quint32> MessageGroups::rows(quint32 index) const
{
    std::vector<quint32> rows;
    rows.reserve(m_groups[index].count);
    for (quint32 row = m_groups[index].last; row != none; row = m_before[row])
        rows.push_back(row);
    std::reverse(rows.begin(), rows.end());
    return rows;
}

const LogEntry *MessageGroups::entryOf(quint64 number) const
{
    const qsizetype row = number == 0 ? -1 : m_log.rowOf(number);
    return row < 0 ? nullptr : &m_log.entry(row);
}

quint32 MessageGroups::transactionOf(const LogEntry &entry) const
{
    constexpr int hops = 4; // copy of an ACK, ACK, answer, request
    auto number = static_cast<quint32>(entry.number);
    const LogEntry *at = &entry;
    for (int hop = 0; at && hop < hops; ++hop) {
        const quint32 repeats = m_log.repeatOf(*at), ahead = repeats != 0 ? repeats : at->answers();
        if (ahead == 0)
            break;
        number = ahead;
        at = entryOf(ahead);
    }
    return number;
}

/// The group of a message that is not in the log yet, or just came into it.
quint32 MessageGroups::find(const LogEntry &entry)
{
    const quint32 repeats = m_log.repeatOf(entry), ahead = repeats != 0 ? repeats : entry.answers();
    const quint32 known = ahead == 0 ? none : of(m_log.rowOf(ahead));
    if (known != none)
        return known;
    if (entry.kind == SipKind::NotSip)
        return train(entry, Kind::NotSip);
    if (entry.kind == SipKind::NatKeepalive)
        return train(entry, Kind::NatKeepalives);
    const quint32 asked = byOperation(entry);
    return asked != none ? asked : byMethod(entry);
}

quint32 MessageGroups::byOperation(const LogEntry &entry)
{
    const Operation *const operation = m_book.size() == 0 ? nullptr : m_book.of(entry.number);
    if (!operation)
        return none;
    const auto request = static_cast<quint32>(operation->request);
    if (const auto known = m_operations.constFind(request); known != m_operations.cend())
        return *known;
    const quint32 index = add(entry, kindOf(*operation));
    m_groups[index].operation = request;
    m_operations.insert(request, index);
    if (operation->sn)
        m_asked.insert(keyOf(entry.device, static_cast<quint32>(*operation->sn)), index);
    if (m_groups[index].kind == Kind::Talk)
        m_broadcasts.insert(static_cast<quint32>(entry.device), index);
    return index;
}

quint32 MessageGroups::byMethod(const LogEntry &entry)
{
    switch (entry.sipMethod) {
    case SipMethod::Register: return train(entry, Kind::Registration);
    case SipMethod::Options: return train(entry, Kind::Options);
    case SipMethod::Message: return message(entry);
    case SipMethod::Invite: return entry.isRequest() ? invite(entry) : ofCall(entry, Kind::Call);
    default: return ofCall(entry, Kind::Other);
    }
}

/// What its command says, looked at once for each pair of words.
MessageGroups::Word MessageGroups::wordOf(const LogEntry &entry)
{
    if (entry.words >= m_words.size())
        m_words.resize(entry.words + std::size_t{64}, Word::Unseen);
    Word &word = m_words[entry.words];
    if (word != Word::Unseen)
        return word;
    static constexpr std::pair<QLatin1StringView, Word> starts[] = {{QLatin1StringView("Playback"), Word::Playback},
        {QLatin1StringView("Play"), Word::Play}, {QLatin1StringView("Download"), Word::Download},
        {QLatin1StringView("Talk"), Word::Talk}, {QLatin1StringView("Alarm"), Word::Alarm}};
    const QString command = m_log.command(entry);
    word = command.endsWith(u" response") || (command.contains(u' ') && command.contains(u'/')) ? Word::Response
                                                                                                : Word::Other;
    for (const auto &[start, meaning] : starts) {
        if (word == Word::Other && command.startsWith(start) && !command.endsWith(u" query"))
            word = meaning;
    }
    return word;
}

quint32 MessageGroups::message(const LogEntry &entry)
{
    if (entry.has(LogEntry::KeepaliveRequest))
        return train(entry, Kind::Heartbeats);
    if (const auto call = m_calls.constFind(static_cast<quint32>(entry.callId)); call != m_calls.cend())
        return *call;
    const Word word = entry.isRequest() ? wordOf(entry) : Word::Other;
    const std::optional<qint64> sn = m_log.sn(entry);
    const quint64 key = sn ? keyOf(entry.device, static_cast<quint32>(*sn)) : 0;
    if (word == Word::Response && sn) {
        if (const auto asked = m_asked.constFind(key); asked != m_asked.cend())
            return *asked;
    }
    if (word != Word::Alarm)
        return add(entry, Kind::Other);
    const quint32 index = add(entry, Kind::Alarm);
    if (sn)
        m_asked.insert(key, index);
    return index;
}

quint32 MessageGroups::invite(const LogEntry &entry)
{
    if (const auto call = m_calls.constFind(static_cast<quint32>(entry.callId)); call != m_calls.cend())
        return *call;
    // Who was asked to by a Broadcast calls whoever sent it, GB/T 28181-2022 9.12
    if (const auto asked = m_broadcasts.constFind(static_cast<quint32>(entry.device)); asked != m_broadcasts.cend()) {
        const MessageGroup &group = m_groups[*asked];
        const LogEntry &broadcast = m_log.entry(group.first);
        if (!group.call && entry.device != 0 && broadcast.to == entry.from
            && entry.time() - broadcast.time() <= broadcastWait) {
            m_calls.insert(static_cast<quint32>(entry.callId), *asked);
            return *asked;
        }
    }
    switch (wordOf(entry)) {
    case Word::Play: return ofCall(entry, Kind::Play);
    case Word::Playback: return ofCall(entry, Kind::Playback);
    case Word::Download: return ofCall(entry, Kind::Download);
    case Word::Talk: return ofCall(entry, Kind::Talk);
    default: return ofCall(entry, Kind::Call);
    }
}

quint32 MessageGroups::ofCall(const LogEntry &entry, Kind kind)
{
    const auto call = m_calls.constFind(static_cast<quint32>(entry.callId));
    if (call != m_calls.cend())
        return *call;
    const quint32 index = add(entry, kind);
    if (entry.callId != 0)
        m_calls.insert(static_cast<quint32>(entry.callId), index);
    return index;
}

/// One for each device; where that is not known, for each Call-ID or endpoint.
quint32 MessageGroups::train(const LogEntry &entry, Kind kind)
{
    constexpr quint64 dialogs = quint64{1} << 30, endpoints = quint64{1} << 31;
    const bool sip = kind == Kind::Registration || kind == Kind::Options || kind == Kind::Heartbeats;
    const quint64 whose = entry.device != 0 ? quint64{entry.device}
        : sip                               ? dialogs | quint64{entry.callId}
                                            : endpoints | quint64{entry.from};
    const std::pair key(keyOf(static_cast<quint64>(kind), whose), sip ? askedOf(entry) : 0);
    if (const auto known = m_trains.constFind(key); known != m_trains.cend())
        return *known;
    const quint32 index = add(entry, kind);
    m_trains.insert(key, index);
    return index;
}

/// A number for the address that is asked: a device may be registered with two servers, and two platforms beat at each
/// other.
quint32 MessageGroups::askedOf(const LogEntry &entry)
{
    const quint32 end = static_cast<quint32>(entry.kind == SipKind::Response ? entry.from : entry.to);
    const auto next = static_cast<quint32>(m_addresses.size());
    const IpAddress &address = m_log.endpoint(end).endpoint.address;
    const auto known = m_addresses.constFind(address);
    return known != m_addresses.cend() ? *known : *m_addresses.insert(address, next);
}

quint32 MessageGroups::add(const LogEntry &entry, Kind kind)
{
    MessageGroup group;
    group.kind = kind;
    group.device = entry.device & 0xffffff;
    group.callId = entry.callId & TextTable::maxCount;
    m_groups.push_back(group);
    return static_cast<quint32>(m_groups.size() - 1);
}

} // namespace gb
