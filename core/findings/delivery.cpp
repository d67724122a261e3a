#include "core/findings/delivery.h"

#include "core/devices/devicestore.h"
#include "core/findings/weighing.h"

#include <algorithm>

namespace gb {
namespace {

constexpr FindingCode allCodes[] = {
    FindingCode::ServerPortClosed, FindingCode::DevicePortClosed, FindingCode::NotReachable};

/// What was asked, in a word.
QString askedOf(const BrokenOff &request, const Dossier *known)
{
    constexpr const char *methods[] = {
        "", "REGISTER", "MESSAGE", "INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "INFO", "SUBSCRIBE", "NOTIFY", "?"};
    static_assert(std::size(methods) == static_cast<std::size_t>(SipMethod::Other) + 1);
    if (known && known->beat == request.number)
        return QStringLiteral("Keepalive");
    const Dossier::Requests::One *const one = known ? known->requestOf(request.number) : nullptr;
    return one ? one->what : QLatin1String(methods[static_cast<std::size_t>(request.method)]);
}

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

void notdelivered::undelivered(const Undelivered &message, TimePoint at, FindingsBase &base)
{
    const DeviceSnapshot *const device = message.place ? base.devices.device(*message.place) : nullptr;
    const FindingCode code = message.reason != IcmpReason::Port ? FindingCode::NotReachable
        : device && device->address == message.to               ? FindingCode::DevicePortClosed
                                                                : FindingCode::ServerPortClosed;
    const Dossier::Unreached here{message.to, code, static_cast<quint8>(message.reason), message.reporter};
    Dossier *const known = base.dossiers.of(base.idAt(message.place));
    if (!known) {
        base.log.raise(code, {}, wordsOf({here}, code), at, {message.copy});
        return;
    }
    std::erase_if(known->unreached, [&here](const Dossier::Unreached &one) { return one.end == here.end; });
    if (known->unreached.size() >= Dossier::maxUnreached)
        known->unreached.erase(known->unreached.begin());
    known->unreached.push_back(here);
    known->refused.add(message.number);
    Verdicts out(base.log, *known, known->id, at);
    out.raise(code, wordsOf(known->unreached, code), {message.number, message.copy});
    weighing::weigh(known->open & weighing::contested(), base, *known, out);
}

void notdelivered::brokenOff(const BrokenOff &request, TimePoint at, FindingsBase &base)
{
    const QString called = base.dossiers.calledBy(request.number); // a channel has no place of its own
    Dossier *const known = base.dossiers.of(called.isEmpty() ? base.idAt(request.place) : called);
    if (!known)
        return; // who serves whom is not known
    const FindingLog::Words words{
        request.by.text(), request.reset ? QStringLiteral("RST") : QStringLiteral("FIN"), askedOf(request, known)};
    const Dossier::Requests::One *const asked = known->requestOf(request.number);
    if (asked && asked->boots)
        return; // which ends it
    const bool own = known->isOwn(request.number);
    known->brokenRequest = request.number;
    known->refused.add(request.number);
    known->brokenOff = request.number == known->beat ? Dossier::BrokenOff::Beat
        : own                                        ? Dossier::BrokenOff::Register
                                                     : Dossier::BrokenOff::Other;
    Verdicts out(base.log, *known, known->id, at);
    const bool byDevice = !own && (asked || request.by == known->speaksFrom);
    out.raise(byDevice ? FindingCode::DeviceBreaksOff : FindingCode::ServerBreaksOff, words, {request.number});
}

void notdelivered::reached(const QString &device, const Endpoint &end, TimePoint at, FindingsBase &base)
{
    Dossier *const known = device.isEmpty() ? nullptr : base.dossiers.known(device);
    if (!known) {
        for (const FindingCode code : allCodes)
            base.log.end(code, {}, at, end.text());
        return;
    }
    std::erase_if(known->unreached, [&end](const Dossier::Unreached &one) { return one.end == end; });
    Verdicts out(base.log, *known, known->id, at);
    for (const FindingCode code : allCodes) {
        if (std::none_of(known->unreached.begin(), known->unreached.end(),
                [code](const Dossier::Unreached &one) { return one.code == code; }))
            out.end(code);
    }
}

} // namespace gb
