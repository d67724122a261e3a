#include "core/findings/streamwatch.h"

#include "core/message/siptext.h"

namespace gb {
namespace {

constexpr qsizetype maxSpeakers = 20'000;

} // namespace

void StreamWatch::noteSpeaker(const Endpoint &from, const QString &device)
{
    if (m_speakers.size() < maxSpeakers)
        m_speakers.insert(from, device);
}

/// What looks like a part of a message tells of a wrong Content-Length (D27); else it is something of the maker's.
void StreamWatch::inStream(const Datagram &datagram, quint64 number, const QString &speaker)
{
    const QByteArray &octets = datagram.octets;
    const QString from = datagram.from.text();
    if (octets.contains('<') || octets.contains("SIP/2.0") || octets.contains(": "))
        return m_base.log.raise(
            FindingCode::StreamOutOfStep, speaker, {from, QString::number(octets.size()), {}}, datagram.at, {number});
    constexpr qsizetype shown = 16;
    QString hex = QString::fromLatin1(octets.left(shown).toHex(' '));
    if (octets.size() > shown)
        hex += QStringLiteral(" \u2026");
    quint64 all = static_cast<quint64>(octets.size());
    if (Dossier *const known = m_base.dossiers.of(speaker))
        all = known->junk += all;
    m_base.log.raise(FindingCode::JunkInStream, speaker, {from, hex, QString::number(all)}, datagram.at, {number});
}

/// Who is sent an empty line may answer with one (RFC 5626 4.4.1), and over TCP one may stand ahead of a message (RFC
/// 3261 7.5): it is told with the second one.
bool StreamWatch::isPortKeeper(const Datagram &blank)
{
    constexpr Duration soon = std::chrono::seconds(10);
    if (m_blankFrom == blank.to && blank.at - m_blankAt <= soon)
        return false;
    m_blankFrom = blank.from;
    m_blankAt = blank.at;
    if (blank.transport != TransportKind::Tcp || m_blankOnce.contains(blank.from))
        return true;
    if (m_blankOnce.size() < maxSpeakers)
        m_blankOnce.insert(blank.from);
    return false;
}

void StreamWatch::notSip(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    const QString from = datagram.from.address.toString();
    const std::string_view octets(datagram.octets.constData(), static_cast<std::size_t>(datagram.octets.size()));
    const auto raise = [&](FindingCode code, const QString &device, FindingLog::Words words) {
        m_base.log.raise(code, device, std::move(words), datagram.at, {trace.number});
    };
    const auto speaker = m_speakers.constFind(datagram.from);
    const bool ofStream = datagram.transport == TransportKind::Tcp && speaker != m_speakers.constEnd();
    if (ofStream && !trimmed(octets).empty())
        return inStream(datagram, trace.number, *speaker);
    if (trace.head.kind == SipKind::NatKeepalive) {
        const bool zeros = octets.find('\0') != std::string_view::npos;
        if (!zeros && !isPortKeeper(datagram))
            return;
        return zeros ? raise(FindingCode::NotSip, {}, {from, QStringLiteral("zero octets"), {}})
                     : raise(FindingCode::BlankKeepalive, {}, {from, {}, {}});
    }
    const auto byte = [&](std::size_t at) { return at < octets.size() ? static_cast<quint8>(octets[at]) : quint8{0}; };
    const bool stun = octets.size() >= 20 && byte(0) < 4
        && octets.substr(4, 4) == std::string_view("\x21\x12\xa4\x42", 4);
    const QString what = stun ? QStringLiteral("STUN")
        : octets.starts_with("GET ") || octets.starts_with("POST ") || octets.starts_with("HTTP/")
        ? QStringLiteral("HTTP")
        : byte(0) == 0x16 && byte(1) == 3                 ? QStringLiteral("TLS")
        : octets.size() >= 12 && (byte(0) & 0xc0) == 0x80 ? QStringLiteral("RTP")
                                                          : QString();
    raise(FindingCode::NotSip, {}, {from, what, {}});
}

} // namespace gb
