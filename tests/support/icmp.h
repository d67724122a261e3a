#pragma once
#include "core/record/icmpnote.h"
#include "tests/support/script.h"

namespace gb::test {

/// A report of ICMP about what the script saw last, or about other octets between those ends.
struct Report
{
    int type = 3, code = 3;
    const char *reporter = "192.168.1.15";
    qsizetype quoted = 500; ///< octets of the datagram
    bool v6 = false;
};

inline notes::Icmp icmpAbout(const QByteArray &octets, const Endpoint &from, const Endpoint &to, const Report &report)
{
    const qsizetype quoted = std::min(report.quoted, octets.size());
    return icmpnote::noteOf({.kind = IcmpError::Kind::Unreachable,
        .v6 = report.v6,
        .type = static_cast<quint8>(report.type),
        .code = static_cast<quint8>(report.code),
        .reporter = endpoint(report.reporter, 0).address,
        .from = from,
        .to = to,
        .length = static_cast<quint32>(octets.size()),
        .octets = {octets.constData(), static_cast<std::size_t>(quoted)}});
}

inline void refuse(Script &s, const Report &report = {})
{
    const Datagram &last = s.trace.datagram;
    s.note(icmpAbout(last.octets, last.from, last.to, report));
}

} // namespace gb::test
