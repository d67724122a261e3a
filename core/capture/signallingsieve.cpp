#include "core/capture/signallingsieve.h"

#include "core/capture/hep.h"
#include "core/capture/mediawatch.h"
#include "core/capture/packetdecoder.h"
#include "core/message/cuthead.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

constexpr quint16 sipPort = 5060;
constexpr qsizetype maxEnds = 100'000;

/// HEP version 3: a copy of what was seen elsewhere, with SIP inside.
bool isHep(const Datagram &datagram)
{
    return datagram.octets.startsWith('H') && hep::isPacket(datagram.octets); // most begin otherwise
}

} // namespace

SignallingSieve::SignallingSieve(bool readsHep)
    : m_media(std::make_unique<MediaWatch>())
    , m_readsHep(readsHep)
{
}

SignallingSieve::~SignallingSieve() = default;
SignallingSieve::SignallingSieve(SignallingSieve &&) noexcept = default;
SignallingSieve &SignallingSieve::operator=(SignallingSieve &&) noexcept = default;

void SignallingSieve::reportOfMedia(const IcmpError &report)
{
    m_media->report(report);
}

bool SignallingSieve::looksLikeSip(const QByteArray &octets)
{
    if (octets.startsWith("SIP/2.0 "))
        return true;
    const std::string_view text = trimmed(
        {octets.constData(), static_cast<std::size_t>(std::min<qsizetype>(octets.size(), 1024))});
    return siptext::findSip(text.substr(0, text.find('\n'))) != std::string_view::npos;
}

bool SignallingSieve::isSignalling(const Datagram &datagram)
{
    if (looksLikeSip(datagram.octets)
        || (datagram.cut
            && beginsRequest({datagram.octets.constData(), static_cast<std::size_t>(datagram.octets.size())}))) {
        for (const Endpoint *end : {&datagram.from, &datagram.to}) {
            if (end->port != sipPort && m_sipEnds.size() < maxEnds) // that port tells by itself
                m_sipEnds.insert(*end);
        }
        return true;
    }
    return areSipEnds(datagram);
}

bool SignallingSieve::areSipEnds(const Datagram &datagram) const
{
    return datagram.from.port == sipPort || datagram.to.port == sipPort
        || (m_sipEnds.contains(datagram.from) && m_sipEnds.contains(datagram.to));
}

/// Media that come back are many, and nothing to a record of signalling.
bool SignallingSieve::concerns(const IcmpError &report) const
{
    return report.transport == TransportKind::Udp
        && (report.from.port == sipPort || report.to.port == sipPort
            || (m_sipEnds.contains(report.from) && m_sipEnds.contains(report.to))
            || looksLikeSip(
                QByteArray::fromRawData(report.octets.data(), static_cast<qsizetype>(report.octets.size()))));
}

void SignallingSieve::take(Datagram datagram, quint8 tcpFlags)
{
    const std::size_t before = m_messages.size();
    if (datagram.transport == TransportKind::Tcp)
        takeTcp(datagram, tcpFlags);
    else
        takeUdp(std::move(datagram));
    followCalls(before);
}

void SignallingSieve::takeTcp(const Datagram &segment, quint8 flags)
{
    const std::size_t before = m_messages.size();
    const bool sipEnds = areSipEnds(segment);
    if ((flags & (TcpSyn | TcpRst)) != 0 && sipEnds) {
        if (auto attempt = m_attempts.take(segment, flags))
            m_notes.push_back(std::move(*attempt));
    }
    if ((flags & (TcpFin | TcpRst)) != 0 && sipEnds && m_tcp.leavesUnanswered(segment, flags)) {
        using How = notes::Connection::How;
        const How how = (flags & TcpRst) != 0 ? How::Reset : How::Closed;
        m_notes.push_back({segment.at, notes::Connection{how, segment.from.text(), segment.to.text()}});
    }
    m_tcp.take(segment, flags, sipEnds, m_messages);
    takeHep(before);
    if (!sipEnds)
        m_media->segment(segment, flags);
}

void SignallingSieve::takeUdp(Datagram datagram)
{
    const std::size_t before = m_messages.size();
    m_tcp.advance(datagram.at, m_messages);
    const bool hep = isHep(datagram), waited = m_messages.size() > before;
    if (hep ? m_readsHep : isSignalling(datagram)) {
        m_messages.push_back(std::move(datagram));
    } else {
        ++m_skipped;
        m_media->datagram(datagram);
    }
    if (hep || waited) // else it is SIP alone, as nearly always
        takeHep(before);
}

/// What messages say of media; and what became of those.
void SignallingSieve::followCalls(std::size_t first)
{
    for (; first < m_messages.size(); ++first)
        m_media->signalling(m_messages[first]);
    while (auto note = m_media->takeNote())
        m_notes.push_back(std::move(*note));
}

void SignallingSieve::finish()
{
    const std::size_t before = m_messages.size();
    m_tcp.finish(m_messages);
    takeHep(before);
    for (std::size_t at = before; at < m_messages.size(); ++at)
        m_media->signalling(m_messages[at]);
    m_media->finish();
    followCalls(m_messages.size());
}

/// Of the messages from the `first` on those that are packets of HEP become what they hold, or nothing.
void SignallingSieve::takeHep(std::size_t first)
{
    while (first < m_messages.size() && !isHep(m_messages[first]))
        ++first;
    if (first == m_messages.size())
        return; // as it nearly always is
    std::size_t kept = first;
    for (std::size_t at = first; at < m_messages.size(); ++at) {
        if (isHep(m_messages[at]) && !readHep(m_messages[at]))
            continue;
        if (kept != at)
            m_messages[kept] = std::move(m_messages[at]);
        ++kept;
    }
    m_messages.resize(kept);
}

/// Two agents are two sources: what both saw is one message and its copy.
bool SignallingSieve::readHep(Datagram &datagram)
{
    hep::Problem problem{};
    quint32 agent = 0;
    auto message = m_readsHep ? hep::read(datagram.octets, &problem, &agent, datagram.cut) : std::nullopt;
    if (!message) {
        m_hep.unread += m_readsHep ? 1 : 0;
        ++m_skipped;
        return false;
    }
    ++m_hep.messages;
    if (const Duration off = datagram.at - message->at; std::chrono::abs(off) > maxHepDelay) {
        noteArrival(datagram, off);
        message->at = datagram.at;
        ++m_hep.atArrival;
    }
    message->source = static_cast<quint8>(datagram.source + 1 + agent * 37U + qHash(datagram.from) % 31U);
    message->file = datagram.file;
    message->cutAt = message->cut ? datagram.cutAt : quint16{0};
    message->missing = message->cut ? datagram.missing : quint16{0};
    m_places.fit(*message);
    datagram = std::move(*message);
    return true;
}

/// As Merger tells it live: at first, and where it is off by another second.
void SignallingSieve::noteArrival(const Datagram &packet, Duration off)
{
    using What = notes::AddressNotice::What;
    using namespace std::chrono_literals;
    const auto known = m_redated.constFind(packet.from.address);
    if (known == m_redated.constEnd() ? m_redated.size() >= maxRedated : std::chrono::abs(off - *known) <= 1s)
        return;
    m_redated.insert(packet.from.address, off);
    const auto seconds = std::chrono::round<std::chrono::seconds>(std::chrono::abs(off));
    const bool knowsTime = seconds < std::chrono::years(20); // else it tells none
    m_notes.push_back({packet.at,
        notes::AddressNotice{off > Duration(0) ? What::ClockBehind : What::ClockAhead, packet.from.address.toString(),
            knowsTime ? static_cast<quint64>(seconds.count()) : 0}});
}

std::optional<JournalNote> SignallingSieve::takeNote()
{
    if (m_notes.empty())
        return std::nullopt;
    JournalNote note = std::move(m_notes.front());
    m_notes.pop_front();
    return note;
}

std::optional<Datagram> SignallingSieve::next()
{
    if (m_messages.empty())
        return std::nullopt;
    Datagram message = std::move(m_messages.front());
    m_messages.pop_front();
    return message;
}

} // namespace gb
