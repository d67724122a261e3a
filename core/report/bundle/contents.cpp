#include "core/report/bundle/contents.h"

#include "core/report/page/page.h"
#include "core/report/page/quoted.h"
#include "core/report/told.h"
#include "core/report/words/pagewords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

#include <algorithm>

namespace gb::bundle {

using page::findingsOf, page::quotedOf;

bool MessageMembers::begin(Profile profile)
{
    struct Member
    {
        const char *name, *format;
    };
    constexpr Member members[] = {{"capture.pcapng", "pcapng"}, {"messages.txt", "text"}, {"ladder.txt", "ladder"}};
    for (const Member &member : members) {
        Spool *const spool = m_members.open(member.name);
        if (!spool)
            return false;
        std::unique_ptr<FormatWriter> writer = formatOf(member.format)->make({});
        if (!m_members.add(*spool, {writer->begin(whatIsRemoved(profile)), {}}, QLatin1String(member.name)))
            return false;
        m_all.push_back({spool, std::move(writer)});
    }
    return true;
}

bool MessageMembers::take(const CleanMessage &message)
{
    ++m_count;
    const QString place = QStringLiteral("message %1").arg(message.summary.number);
    return std::all_of(m_all.begin(), m_all.end(),
        [&](const One &one) { return m_members.add(*one.spool, one.writer->take(message), place); });
}

bool MessageMembers::end()
{
    return std::all_of(m_all.begin(), m_all.end(), [this](const One &one) {
        return m_members.add(*one.spool, {one.writer->end(), {}}, QLatin1String(one.spool->name()));
    });
}

bool addPage(Members &members, Spool &page, const page::SiteReport &report)
{
    QByteArray quoted = quotedOf({report.remarks, report.trouble, report.files.join(u'\n')});
    for (const page::DeviceReport &one : report.devices)
        quoted += quotedOf(one.device);
    for (const Finding *const finding : findingsOf(report))
        quoted += quotedOf(*finding);
    return members.add(page, {page::html(report).toUtf8(), quoted}, QLatin1String(page.name()), true);
}

bool addFindings(Members &members, Spool &to, const page::SiteReport &report)
{
    const QString name = QLatin1String(to.name());
    const auto add = [&](const QByteArray &octets, const QByteArray &quoted = {}) {
        return members.add(to, {octets, quoted}, name, true);
    };
    const auto ahead = [](bool first) { return first ? QByteArrayLiteral("\n") : QByteArrayLiteral(",\n"); };
    bool well = add("{\n\"devices\": [");
    for (const page::DeviceReport &one : report.devices)
        well = well
            && add(ahead(&one == report.devices.constData())
                    + told::line(told::deviceObject(one.device, one.history, report.last)),
                quotedOf(one.device));
    const std::vector<const Finding *> findings = findingsOf(report);
    well = well && add("\n],\n\"findings\": [");
    for (const Finding *const one : findings)
        well = well && add(ahead(one == findings.front()) + told::line(told::findingObject(*one)), quotedOf(*one));
    return well && add("\n]\n}\n");
}

bool addEnvironment(Members &members, const Making &making)
{
    const page::SiteReport &report = making.report;
    const auto number = [](auto value) { return QJsonValue(static_cast<qint64>(value)); };
    QJsonObject out{{QStringLiteral("gbscope"), QCoreApplication::applicationVersion()},
        {QStringLiteral("qt"), QLatin1String(qVersion())},
        {QStringLiteral("built_with_qt"), QStringLiteral(QT_VERSION_STR)},
        {QStringLiteral("system"), QSysInfo::prettyProductName()},
        {QStringLiteral("processor"), QSysInfo::currentCpuArchitecture()},
        {QStringLiteral("made"), told::isoTime(report.made)}, {QStringLiteral("language"), wording::page::language()},
        {QStringLiteral("profile"), QLatin1String(nameOf(report.profile))},
        {QStringLiteral("redaction"), whatIsRemoved(report.profile)},
        {QStringLiteral("policy"), told::policyObject(report.policy)},
        {QStringLiteral("policy_was_given"), making.options.ownPolicy},
        {QStringLiteral("files"), QJsonArray::fromStringList(report.files)},
        {QStringLiteral("files_read"), number(making.files)},
        {QStringLiteral("messages_read"), number(report.messages)},
        {QStringLiteral("messages"), number(making.messages)}};
    if (report.messages > 0) {
        out.insert(QStringLiteral("first"), told::isoTime(report.first));
        out.insert(QStringLiteral("last"), told::isoTime(report.last));
    }
    if (!report.trouble.isEmpty())
        out.insert(QStringLiteral("trouble"), report.trouble);
    if (!making.options.devices.isEmpty()) {
        QJsonArray only;
        for (const page::DeviceReport &one : report.devices)
            only.append(one.device.id);
        out.insert(QStringLiteral("only_devices"), only);
    }
    return members.add("environment.json",
        {told::safeJson(QJsonDocument(out).toJson()), quotedOf({report.files.join(u'\n'), report.trouble})}, true);
}

bool addManifest(Members &members)
{
    QByteArray text = "# gbscope " + QCoreApplication::applicationVersion().toUtf8()
        + ": what is in this bundle, with SHA-256. sha256sum -c MANIFEST.txt compares it.\n";
    for (const Spool &one : members.all())
        text += QByteArrayLiteral("# ") + one.name() + ": " + QByteArray::number(one.size()) + " bytes\n" + one.sha256()
            + "  " + one.name() + '\n';
    return members.add("MANIFEST.txt", {text, {}});
}

} // namespace gb::bundle
