#include "core/report/page/quoted.h"

#include <algorithm>

namespace gb::page {

QByteArray quotedOf(std::initializer_list<QString> texts)
{
    QByteArray out;
    for (const QString &text : texts)
        out += text.isEmpty() ? QByteArray() : text.toUtf8() + '\n';
    return out;
}

QList<QString *> saidBy(Finding &finding)
{
    QList<QString *> out{&finding.a, &finding.b, &finding.c};
    for (CompetingCause &cause : finding.causes) {
        for (QList<gb::Evidence> *const all : {&cause.speaksFor, &cause.speaksAgainst}) {
            for (gb::Evidence &one : *all)
                out << &one.a << &one.b;
        }
    }
    return out;
}

QByteArray quotedOf(const Finding &finding)
{
    Finding copy = finding;
    QByteArray out = quotedOf({finding.device});
    for (const QString *said : saidBy(copy))
        out += quotedOf({*said});
    return out;
}

QByteArray quotedOf(const DeviceSnapshot &device)
{
    return quotedOf({device.id, device.name, device.userAgent, device.gbVersion, device.reason.a, device.reason.b,
        device.problem.a, device.problem.b, device.party.id});
}

std::vector<const Finding *> findingsOf(const SiteReport &report)
{
    std::vector<const Finding *> out;
    const auto add = [&out](const QList<Finding> &findings) {
        for (const Finding &finding : findings)
            out.push_back(&finding);
    };
    add(report.site);
    for (const DeviceReport &one : report.devices)
        add(one.findings);
    std::sort(out.begin(), out.end(), [](const Finding *a, const Finding *b) { return a->id < b->id; });
    return out;
}

} // namespace gb::page
