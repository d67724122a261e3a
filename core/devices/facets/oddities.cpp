#include "core/devices/facets/oddities.h"
#include "core/devices/bodyloss.h"

#include "core/message/deviceid.h"

#include <algorithm>

namespace gb {
namespace {

/// These have a note of their own.
bool breaks(ManscdpFault fault)
{
    return fault == ManscdpFault::Empty || fault == ManscdpFault::TooLarge || fault == ManscdpFault::Doctype
        || fault == ManscdpFault::Syntax || fault == ManscdpFault::TrailingContent;
}

/// What of a body can be read and is not as the standard wants it, each thing for itself. What breaks it is told by
/// faults().
void noteBody(TrackedDevice &device, const Trace &trace, NewsLog &news)
{
    const Manscdp &body = *trace.body;
    // Of several odd things it is not known which of them it shows
    const quint32 odd = body.faults >> static_cast<unsigned>(ManscdpFault::Encoding);
    const bool one = (odd & (odd - 1)) == 0;
    const auto shows = [&](int fault) {
        return one && fault >= static_cast<int>(ManscdpFault::Encoding) ? printable(body.odd, 60) : QString();
    };
    for (int fault = 0; body.faults != 0 && fault < static_cast<int>(ManscdpFault::Count); ++fault) {
        const auto kind = static_cast<ManscdpFault>(fault);
        if (body.has(kind) && !breaks(kind))
            news.problem(
                device, {NoteCode::OddBody, QString::number(fault), shows(fault)}, trace.datagram.at, trace.number);
    }
}

} // namespace

void oddities::note(TrackedDevice &device, const Trace &trace, NewsLog &news)
{
    if (trace.datagram.cut)
        return; // the capture's fault
    const TimePoint at = trace.datagram.at;
    const Note lost = bodyLost(trace);
    device.bodyless = (lost.code == NoteCode::BodyLost || device.bodyless) && !trace.isKeepalive();
    if (lost.code == NoteCode::BodyLost)
        news.problem(device, lost, at, trace.number);
    for (int fault = 0; trace.head.faults != 0 && fault < static_cast<int>(HeadFault::Count); ++fault) {
        const auto one = static_cast<HeadFault>(fault);
        const bool told = lost.code == NoteCode::BodyLost
            && (one == HeadFault::BodyShort || one == HeadFault::BodyLong);
        if (trace.head.has(one) && !told)
            news.problem(device,
                {NoteCode::MalformedMessage, QString::number(fault), printable(trace.head.faultText, 80)}, at,
                trace.number);
    }
    if (!trace.body)
        return;
    const TextSource &source = trace.body->source;
    noteBody(device, trace, news);
    if (trace.body->has(ManscdpFault::Encoding))
        return;
    if (trace.body->broken())
        news.problem(device, {NoteCode::BrokenBody, QString::number(std::max<qint64>(0, trace.body->errorOffset)), {}},
            at, trace.number);
    else if (source.wrongDeclaration)
        news.problem(device,
            {NoteCode::WrongCharset, printable(source.declared, 20),
                source.used == Charset::Utf8        ? QStringLiteral("UTF-8")
                    : source.used == Charset::Utf16 ? QStringLiteral("UTF-16")
                                                    : QStringLiteral("GB18030")},
            at, trace.number);
    if (trace.isKeepalive() && !trace.body->status.isEmpty() && trace.body->status != QLatin1String("OK"))
        news.problem(device, {NoteCode::BadStatus, printable(trace.body->status, 20), {}}, at, trace.number);
}

} // namespace gb
