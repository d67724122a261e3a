#include "core/devices/devicestore.h"
#include "core/findings/findings.h"
#include "core/net/endpointtext.h"

#include <algorithm>

/// The part of Findings that tells what did not arrive: G80 to G82.
namespace gb {
namespace {

constexpr FindingCode allCodes[] = {
    FindingCode::ServerPortClosed, FindingCode::DevicePortClosed, FindingCode::NotReachable};

/// Of one kind all that are so now, the last one's reason and reporter.
FindingLog::Words wordsOf(const std::vector<Dossier::Unreached> &all, FindingCode code)
{
    FindingLog::Words words;
    for (const Dossier::Unreached &one : all) {
        if (one.code != code)
            continue;
        words.a += (words.a.isEmpty() ? QString() : QStringLiteral(", ")) + one.end.text();
        words.b = one.reporter.toString();
        words.c = QString::number(one.reason);
    }
    return words;
}

} // namespace

QString Findings::idAt(std::optional<quint32> place) const
{
    const DeviceSnapshot *const device = place ? m_devices.device(*place) : nullptr;
    return device ? device->id : QString();
}

void Findings::undelivered(const Undelivered &message, TimePoint at)
{
    const DeviceSnapshot *const device = message.place ? m_devices.device(*message.place) : nullptr;
    const FindingCode code = message.reason != IcmpReason::Port ? FindingCode::NotReachable
        : device && device->address == message.to               ? FindingCode::DevicePortClosed
                                                                : FindingCode::ServerPortClosed;
    const Dossier::Unreached here{message.to, code, static_cast<quint8>(message.reason), message.reporter};
    Dossier *const known = dossier(idAt(message.place));
    if (!known) {
        m_log.raise(code, {}, wordsOf({here}, code), at, {message.copy});
        return;
    }
    std::erase_if(known->unreached, [&here](const Dossier::Unreached &one) { return one.end == here.end; });
    if (known->unreached.size() >= Dossier::maxUnreached)
        known->unreached.erase(known->unreached.begin());
    known->unreached.push_back(here);
    known->refused.add(message.number);
    Verdicts out(m_log, *known, known->id, at);
    out.raise(code, wordsOf(known->unreached, code), {message.number, message.copy});
}

void Findings::connection(const notes::Connection &attempt, TimePoint at)
{
    using How = notes::Connection::How;
    constexpr FindingCode codes[] = {FindingCode::TcpRefused, FindingCode::TcpUnanswered};
    const FindingCode now = attempt.how == How::Refused ? FindingCode::TcpRefused
        : attempt.how == How::NotAnswered               ? FindingCode::TcpUnanswered
                                                        : FindingCode::Count;
    const auto end = readEndpoint(attempt.to, 0);
    const QString to = end && nameOf(end->address) == end->address.toString() ? attempt.to : nameOf({});
    for (const FindingCode code : codes) {
        if (code == now)
            m_log.raise(code, {}, {to, attempt.from, {}}, at, {});
        else
            m_log.end(code, {}, at, to);
    }
}

void Findings::reached(const QString &device, const Endpoint &end, TimePoint at)
{
    Dossier *const known = device.isEmpty() ? nullptr : m_dossiers.value(device).get();
    if (!known) {
        for (const FindingCode code : allCodes)
            m_log.end(code, {}, at, end.text());
        return;
    }
    std::erase_if(known->unreached, [&end](const Dossier::Unreached &one) { return one.end == end; });
    Verdicts out(m_log, *known, known->id, at);
    for (const FindingCode code : allCodes) {
        if (std::none_of(known->unreached.begin(), known->unreached.end(),
                [code](const Dossier::Unreached &one) { return one.code == code; }))
            out.end(code);
    }
}

} // namespace gb
