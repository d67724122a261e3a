#include "core/capture/signallingsieve.h"

#include "core/capture/hep.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

constexpr quint16 sipPort = 5060;
constexpr qsizetype maxEnds = 100'000;

/// HEP version 3: a copy of what was seen elsewhere, with SIP inside. Ours would run in circles.
bool isHep(const Datagram &datagram)
{
    return datagram.transport == TransportKind::Udp && hep::isPacket(datagram.octets);
}

} // namespace

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
    if (isHep(datagram))
        return false;
    if (looksLikeSip(datagram.octets)) {
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

void SignallingSieve::take(Datagram datagram, quint8 tcpFlags)
{
    if (datagram.transport == TransportKind::Tcp) {
        m_tcp.take(datagram, tcpFlags, areSipEnds(datagram), m_messages);
        return;
    }
    m_tcp.advance(datagram.at, m_messages);
    if (isSignalling(datagram)) {
        m_messages.push_back(std::move(datagram));
    } else {
        ++m_skipped;
    }
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
