#include "core/report/page/page.h"

#include "core/message/deviceid.h"
#include "core/report/exporter.h"
#include "core/report/page/style.h"
#include "core/report/page/svg.h"
#include "core/report/words/findingwords.h"
#include "core/report/words/pagewords.h"
#include "core/report/words/secretwording.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSysInfo>

namespace gb::page {

QString escaped(const QString &text, qsizetype limit)
{
    return printable(text, limit).toHtmlEscaped();
}

namespace {

QString whole(TimePoint at)
{
    return wording::shownTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
}

using wording::page::Word;
using wording::page::word;

class Page
{
public:
    explicit Page(const SiteReport &report)
        : m_report(report)
    {
    }

    QString write()
    {
        const QString title = m_report.devices.size() == 1
            ? wording::page::titleOf(m_report.devices.constFirst().device.id)
            : wording::page::titleOf(static_cast<int>(m_report.devices.size()));
        m_out += QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"/>"
                                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                                "'unsafe-inline'\"/><meta name=\"viewport\" content=\"width=device-width\"/>"
                                "<title>%2</title><style>")
                     .arg(wording::page::language(), escaped(title));
        m_out += pageStyle() + QStringLiteral("</style></head><body><header>");
        element("h1", title);
        paragraph(wording::page::period(m_report.files, whole(m_report.first), whole(m_report.last)), "muted");
        if (m_report.profile == Profile::None)
            paragraph(wording::profileMeaning(Profile::None), "verdict bad");
        verdict();
        m_out += QStringLiteral("</header>");
        remarks();
        if (m_report.devices.size() > 1)
            list();
        site();
        for (const DeviceReport &device : m_report.devices) {
            if (device.own)
                part(device);
        }
        foot();
        return m_out + QStringLiteral("</body></html>\n");
    }

private:
    void element(const char *name, const QString &text, const char *kind = nullptr)
    {
        const QString tag = QLatin1String(name);
        m_out += u'<' + tag + (kind ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(kind)) : QString()) + u'>'
            + escaped(text) + QStringLiteral("</") + tag + u'>';
    }
    void paragraph(const QString &text, const char *kind = nullptr) { element("p", text, kind); }

    static const char *mark(const Finding *worst)
    {
        return !worst ? "verdict good" : worst->severity() == Severity::Error ? "verdict bad" : "verdict doubt";
    }

    void verdict()
    {
        if (m_report.devices.isEmpty())
            return verdictWithoutDevices();
        if (m_report.devices.size() == 1) {
            const Finding *const worst = m_report.devices.constFirst().worst();
            return paragraph(worst ? wording::finding(*worst).title : nothingWrong(), mark(worst));
        }
        int errors = 0, warnings = 0;
        const Finding *first = nullptr;
        for (const DeviceReport &device : m_report.devices) {
            const Finding *const worst = device.worst();
            first = first ? first : worst;
            errors += worst && worst->severity() == Severity::Error ? 1 : 0;
            warnings += worst && worst->severity() == Severity::Warning ? 1 : 0;
        }
        const int sound = static_cast<int>(m_report.devices.size()) - errors - warnings;
        paragraph(wording::page::counts(errors, warnings, sound), mark(first));
    }
    /// Who calls without registering has no row, and what was found of it is of the site.
    void verdictWithoutDevices()
    {
        const QString nobody = word(Word::NoDevice);
        const auto worst = std::find_if(m_report.site.begin(), m_report.site.end(),
            [](const Finding &one) { return !one.over && one.severity() != Severity::Info; });
        if (worst == m_report.site.end())
            return paragraph(nobody, "verdict doubt");
        paragraph(wording::finding(*worst).title, mark(&*worst));
        paragraph(nobody, "muted");
    }
    static QString nothingWrong() { return word(Word::NothingWrong); }

    void remarks()
    {
        if (m_report.remarks.isEmpty())
            return;
        element("h2", word(Word::Remarks));
        for (const QString &line : m_report.remarks.split(u'\n'))
            paragraph(line);
    }

    /// What concerns all of it, the record's own gaps first of all.
    void site()
    {
        const bool any = std::any_of(
            m_report.site.begin(), m_report.site.end(), [](const Finding &one) { return !one.over; });
        if (!any && m_report.trouble.isEmpty())
            return;
        element("h2", word(Word::RecordAndNetwork));
        if (!m_report.trouble.isEmpty())
            paragraph(wording::page::unread(m_report.trouble), "doubttext");
        for (const Finding &finding : m_report.site) {
            if (!finding.over)
                this->finding(finding, {});
        }
    }

    void list()
    {
        element("h2", word(Word::Devices));
        m_out += QStringLiteral("<div class=\"scroll\"><table><thead><tr>");
        for (const QString &title :
            {word(Word::State), word(Word::Device), word(Word::WhatIsWrong), word(Word::Address), word(Word::UserAgent),
                word(Word::Registrations), word(Word::Heartbeats), word(Word::Interval)})
            element("th", title);
        m_out += QStringLiteral("</tr></thead><tbody>");
        for (const DeviceReport &one : m_report.devices)
            row(one);
        m_out += QStringLiteral("</tbody></table></div>");
    }

    void row(const DeviceReport &one)
    {
        const DeviceSnapshot &device = one.device;
        const Finding *const worst = one.worst();
        const char *const kind = !worst ? "goodtext" : worst->severity() == Severity::Error ? "badtext" : "doubttext";
        m_out += QStringLiteral("<tr>");
        element("td", wording::state(device.verdict.state));
        m_out += QStringLiteral("<td class=\"id\">");
        m_out += one.own ? QStringLiteral("<a href=\"#%1\">%2</a>").arg(anchor(one), escaped(device.id))
                         : escaped(device.id);
        m_out += device.name.isEmpty() ? QString() : QStringLiteral("<br/>") + escaped(device.name);
        m_out += QStringLiteral("</td>");
        element("td", worst ? wording::finding(*worst).title : QStringLiteral("\u2013"), kind);
        element("td", device.address.address.isNull() ? QString() : device.address.text(), "id");
        element("td", device.userAgent);
        element("td", QLocale().toString(device.registrations));
        element("td", QLocale().toString(device.beats));
        element("td", device.medianInterval.count() > 0 ? wording::span(device.medianInterval) : QString());
        m_out += QStringLiteral("</tr>\n");
    }

    /// Device IDs are a stranger's text: their place names the part.
    QString anchor(const DeviceReport &one) const
    {
        return QStringLiteral("d%1").arg(&one - m_report.devices.constData() + 1);
    }

    void part(const DeviceReport &one)
    {
        const DeviceSnapshot &device = one.device;
        m_out += QStringLiteral("<section class=\"device\" id=\"%1\">").arg(anchor(one));
        element("h2", device.name.isEmpty() ? device.id : device.name + QStringLiteral(" \u00b7 ") + device.id);
        const Finding *const worst = one.worst();
        if (m_report.devices.size() > 1)
            paragraph(worst ? wording::finding(*worst).title : nothingWrong(), mark(worst));
        chain(one);
        facts(one);
        findings(one);
        if (const QString picture = heartbeatPicture(one, m_report.first, m_report.last); !picture.isEmpty()) {
            element("h3", word(Word::Heartbeats));
            paragraph(wording::page::legend(device.policy), "muted");
            m_out += QStringLiteral("<div class=\"scroll\">") + picture + QStringLiteral("</div>");
        }
        messages(one);
        m_out += QStringLiteral("</section>\n");
    }

    void chain(const DeviceReport &one)
    {
        static constexpr const char *kinds[] = {"", "good", "doubt", "bad"};
        bool found = false;
        m_out += QStringLiteral("<ol class=\"chain\">");
        for (const Stage &stage : one.chain) {
            const bool broken = stage.state == Stage::State::Broken;
            m_out += QStringLiteral("<li class=\"%1\"><b>%2</b>%3")
                         .arg(QLatin1String(kinds[static_cast<std::size_t>(stage.state)]),
                             escaped(wording::page::stage(stage.kind)),
                             escaped(wording::page::stageState(stage, broken && !found)));
            m_out += stage.said.isEmpty() ? QString() : QStringLiteral("<br/>") + escaped(stage.said);
            m_out += QStringLiteral("</li>");
            found |= broken;
        }
        m_out += QStringLiteral("</ol>");
    }

    void fact(const QString &name, const QString &value)
    {
        if (value.isEmpty())
            return;
        m_out += QStringLiteral("<tr>");
        element("th", name);
        element("td", value);
        m_out += QStringLiteral("</tr>");
    }
    void facts(const DeviceReport &one)
    {
        const DeviceSnapshot &device = one.device;
        m_out += QStringLiteral("<table>");
        fact(word(Word::State), wording::sentence(device, m_report.last));
        fact(word(Word::Type), wording::deviceType(typeOf(device.id.toStdString())));
        fact(word(Word::UserAgent), device.userAgent);
        fact(word(Word::Edition), wording::announcedVersion(device));
        if (!device.address.address.isNull())
            fact(word(Word::Address), device.address.text() + u' ' + transportName(device.transport));
        fact(word(Word::Registrations), QLocale().toString(device.registrations));
        fact(word(Word::Heartbeats),
            device.medianInterval.count() > 0 ? wording::page::beats(device.beats, device.medianInterval)
                                              : QLocale().toString(device.beats));
        fact(word(Word::Messages), QLocale().toString(one.allMessages));
        m_out += QStringLiteral("</table>");
    }

    void findings(const DeviceReport &one)
    {
        if (one.findings.isEmpty())
            return;
        element("h3", word(Word::Findings));
        for (const Finding &finding : one.findings)
            this->finding(finding, one.device.id);
    }
    /// `of`: the device whose part it stands in; it may be of a channel of it.
    void finding(const Finding &finding, const QString &of)
    {
        const wording::FindingText text = wording::finding(finding);
        m_out += QStringLiteral("<div class=\"finding\">");
        element("h3", finding.over ? wording::page::over(text.title) : text.title,
            finding.over                                  ? "muted"
                : finding.severity() == Severity::Error   ? "badtext"
                : finding.severity() == Severity::Warning ? "doubttext"
                                                          : nullptr);
        QStringList line{finding.device == of ? QString() : finding.device, wording::severity(finding.severity()),
            wording::likelihood(finding.likelihood()), wording::culprit(finding), QLatin1String(finding.kind().rule),
            QLatin1String(finding.kind().clause), wording::page::seen(finding.count)};
        line.removeAll(QString());
        paragraph(line.join(QStringLiteral(" \u00b7 ")), "muted");
        paragraph(text.cause);
        paragraph(text.advice);
        causes(finding);
        proof(finding);
        m_out += QStringLiteral("</div>");
    }
    void causes(const Finding &finding)
    {
        const QList<wording::CauseText> all = wording::competingCauses(finding);
        if (all.isEmpty())
            return;
        paragraph(word(Word::PossibleCauses), "muted");
        m_out += QStringLiteral("<ul>");
        for (const wording::CauseText &one : all) {
            m_out += QStringLiteral("<li class=\"cause\">")
                + escaped(one.cause + QStringLiteral(" \u00b7 ") + one.culprit);
            for (const QString &line : wording::evidenceLines(one))
                m_out += QStringLiteral("<br/>") + escaped(line);
            m_out += QStringLiteral("</li>");
        }
        m_out += QStringLiteral("</ul>");
    }
    void proof(const Finding &finding)
    {
        if (finding.messages.isEmpty())
            return;
        QStringList numbers;
        for (const quint64 number : finding.messages)
            numbers.append(QStringLiteral("#%1").arg(number));
        paragraph(wording::page::proof(numbers), "muted");
    }

    void messages(const DeviceReport &one)
    {
        if (one.messages.isEmpty())
            return;
        element("h3", word(Word::MessageFlow));
        m_out += QStringLiteral("<div class=\"scroll\">") + ladderPicture(one) + QStringLiteral("</div>");
        m_out += QStringLiteral("<details><summary>%1</summary>")
                     .arg(escaped(wording::page::texts(static_cast<int>(one.messages.size()))));
        for (const ShownMessage &message : one.messages) {
            constexpr qsizetype longest = 16 * 1024;
            const QString text = messageAsText(message.summary, message.datagram.octets).trimmed();
            m_out += QStringLiteral("<pre>") + text.left(longest).toHtmlEscaped()
                + (text.size() > longest ? QStringLiteral("\u2026") : QString()) + QStringLiteral("</pre>");
        }
        m_out += QStringLiteral("</details>");
    }

    void foot()
    {
        m_out += QStringLiteral("<footer>");
        element("h2", word(Word::HowThisWasMade));
        m_out += QStringLiteral("<table>");
        fact(word(Word::Files), wording::page::list(m_report.files)); // without a name where none may be told
        fact(word(Word::Messages), wording::page::messages(m_report));
        fact(word(Word::JudgedBy), wording::policy(m_report.policy));
        QStringList shown{wording::profileMeaning(m_report.profile)};
        if (m_report.profile != Profile::None)
            shown << wording::secrets(m_report.secrets) << wording::identities(m_report.profile, m_report.identities);
        fact(word(Word::Profile), wording::profileName(m_report.profile));
        fact(word(Word::Redaction), shown.join(u' '));
        fact(word(Word::Program),
            QStringLiteral("gbscope ") + QCoreApplication::applicationVersion() + QStringLiteral(" \u00b7 Qt ")
                + QLatin1String(qVersion()) + QStringLiteral(" \u00b7 ") + QSysInfo::prettyProductName());
        fact(word(Word::Made), whole(m_report.made));
        m_out += QStringLiteral("</table></footer>");
    }

    const SiteReport &m_report;
    QString m_out;
};

} // namespace

QString html(const SiteReport &report)
{
    return Page(report).write();
}

} // namespace gb::page
