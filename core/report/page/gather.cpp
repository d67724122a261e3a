#include "core/report/page/gather.h"

#include "core/report/page/medianotes.h"
#include "core/report/page/quoted.h"
#include "core/session/reading.h"

#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace gb::page {
namespace {

constexpr qsizetype mostParts = 100;   ///< devices with a part of their own
constexpr qsizetype fewDevices = 20;   ///< all of them have one
constexpr std::size_t atTheStart = 12; ///< messages of a device that are shown
constexpr std::size_t atTheEnd = 6, aroundProof = 2, mostShown = 80;

/// Of a device, in the first reading.
struct Seen
{
    std::vector<quint64> numbers; ///< of its messages, in their order
    Evidence evidence;
};
using SeenDevices = QHash<QString, Seen>;

void note(SeenDevices &seen, const Trace &trace)
{
    if (trace.device.isEmpty())
        return;
    Seen &one = seen[trace.device];
    one.numbers.push_back(trace.number);
    const bool catalog = trace.body && !trace.body->broken() && trace.body->root == ManscdpRoot::Response
        && trace.body->cmdType == u"Catalog";
    one.evidence.catalogCame |= catalog && trace.isRequest();
    one.evidence.callAnswered |= trace.isResponse() && trace.head.method == SipMethod::Invite
        && trace.head.status / 100 == 2;
}

/// Which of its messages are shown: the first, the last, and those that prove something.
std::vector<quint64> chosen(const std::vector<quint64> &numbers, const QList<Finding> &findings)
{
    std::vector<bool> shown(numbers.size());
    const auto show = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < std::min(to, numbers.size()); ++i)
            shown[i] = true;
    };
    std::size_t left = mostShown;
    const auto showAround = [&](quint64 number) {
        const auto at = std::lower_bound(numbers.begin(), numbers.end(), number);
        if (at == numbers.end() || *at != number || left == 0)
            return;
        --left;
        const auto place = static_cast<std::size_t>(at - numbers.begin());
        show(place - std::min(place, aroundProof), place + aroundProof + 1);
    };
    show(0, atTheStart);
    show(numbers.size() - std::min(numbers.size(), atTheEnd), numbers.size());
    for (const Finding &finding : findings) {
        for (const quint64 number : finding.messages)
            showAround(number);
    }
    std::vector<quint64> out;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (shown[i])
            out.push_back(numbers[i]);
    }
    return out;
}

class Gatherer
{
public:
    Gatherer(const QStringList &files, const ReportOptions &options, Stages &stages, SiteReport &report,
        ExportResult &result)
        : m_files(files)
        , m_options(options)
        , m_stages(stages)
        , m_pseudonyms(stages.pseudonyms)
        , m_report(report)
        , m_result(result)
        , m_media(options.devices)
    {
    }

    bool learn(const Progress &progress)
    {
        Reading reading(readingOptions());
        m_learns = true;
        const bool whole = read(reading, progress, [this](const Trace &trace) {
            m_stages.learn(trace.datagram);
            note(m_seen, trace);
            m_media.take(trace);
            const TimePoint at = trace.datagram.at;
            m_report.first = trace.number == 1 ? at : std::min(m_report.first, at);
            return true;
        });
        m_learns = false;
        if (!whole)
            return false;
        m_stages.learned();
        reading.finish();
        tell(reading);
        return true;
    }

    bool show(const Progress &progress, const Messages &messages)
    {
        QHash<quint64, qsizetype> wanted; ///< number to device
        for (qsizetype i = 0; i < m_report.devices.size(); ++i) {
            if (m_report.devices.at(i).own)
                want(i, wanted);
        }
        Reading reading(readingOptions());
        const bool whole = read(reading, progress, [&](const Trace &trace) {
            const auto at = wanted.constFind(trace.number);
            const bool shown = at != wanted.constEnd(), passed = messages && isOfReport(trace.device);
            if (!shown && !passed)
                return true;
            const CleanMessage message = m_stages.clean(trace);
            return mayLeave(message) && (!passed || messages(message))
                && (!shown || take(message, m_report.devices[*at]));
        });
        m_report.secrets = m_stages.redaction.counts();
        if (whole && m_pseudonyms.works())
            disguise();
        m_report.identities = m_pseudonyms.counts();
        return whole;
    }

private:
    Reading::Options readingOptions() const
    {
        return {.policy = m_options.policy,
            .summaries = false,
            .ownPolicy = m_options.ownPolicy,
            .expected = m_options.expected,
            .passwords = m_options.passwords};
    }

    template<typename Take>
    bool read(Reading &reading, const Progress &progress, Take take)
    {
        if (!reading.open(m_files, progress)) {
            m_result.cancelled = reading.importer().errorText().isEmpty();
            m_result.error = reading.importer().errorText();
            return false;
        }
        while (const ReadAhead::Chunk *chunk = reading.next()) {
            for (std::size_t i = 0; i < chunk->count; ++i) {
                if (!take(chunk->traces[i]))
                    return false;
            }
            if (m_learns)
                m_media.take(*chunk);
            reading.analysis().take(chunk->last, 0);
            if (!progress(chunk->progress)) {
                m_result.cancelled = true;
                return false;
            }
        }
        m_report.trouble = reading.importer().errorText();
        clean({&m_report.trouble});
        return true;
    }

    /// What the fold has found out.
    void tell(Reading &reading)
    {
        Analysis &analysis = reading.analysis();
        analysis.take(reading.last());
        analysis.devices().settleRoles();
        for (const QString &file : m_files)
            m_report.files.append(QFileInfo(file).fileName());
        for (QString &file : m_report.files)
            clean({&file});
        m_report.last = reading.last();
        const Counters &counters = analysis.counters();
        m_report.messages = counters.messages;
        m_report.retransmissions = counters.retransmissions;
        m_report.malformed = counters.malformed;
        m_report.unanswered = counters.unansweredRequests;
        m_report.policy = analysis.devices().policy();
        m_report.remarks = m_options.remarks;
        clean({&m_report.remarks});
        QList<DeviceSnapshot> devices = analysis.devices().snapshots();
        QHash<QString, QList<Finding>> findings = findingsOf(analysis, devices);
        m_report.site = findings.value({});
        sortFindings(m_report.site);
        for (DeviceSnapshot &device : devices) {
            if (!isOfReport(device.id))
                continue;
            clean({&device.userAgent, &device.name, &device.gbVersion, &device.reason.a, &device.reason.b,
                &device.problem.a, &device.problem.b});
            DeviceReport one{.device = device, .history = *analysis.devices().history(device.id)};
            one.findings = findings.value(device.id);
            sortFindings(one.findings);
            const Seen &seen = seenOf(device.id);
            one.allMessages = seen.numbers.size();
            one.chain = chainOf(one, seen.evidence, m_report.last);
            m_report.devices.append(one);
        }
        order();
        m_report.media = m_media.notes();
        changeMedia([this](QString &text) { clean({&text}); });
    }
    void changeMedia(const std::function<void(QString &)> &change)
    {
        for (JournalNote &note : m_report.media)
            changeTexts(std::get<notes::Media>(note.what), change);
    }

    /// Not a copy: there are as many numbers as messages.
    const Seen &seenOf(const QString &device) const
    {
        static const Seen nothing;
        const auto found = m_seen.constFind(device);
        return found == m_seen.constEnd() ? nothing : *found;
    }

    /// By device. What was found of a channel stands with the device that the message belongs to, and with the site
    /// where there is none.
    QHash<QString, QList<Finding>> findingsOf(Analysis &analysis, const QList<DeviceSnapshot> &devices)
    {
        QSet<QString> rows;
        for (const DeviceSnapshot &device : devices)
            rows.insert(device.id);
        QHash<QString, QList<Finding>> out;
        for (Finding finding : analysis.findings().log().all()) {
            for (QString *said : saidBy(finding))
                clean({said});
            const QString id = finding.device.isEmpty() || rows.contains(finding.device)
                ? finding.device
                : ownerOf(finding.messages, rows);
            out[id].append(finding);
        }
        return out;
    }
    QString ownerOf(const QList<quint64> &messages, const QSet<QString> &rows) const
    {
        for (auto one = m_seen.begin(); one != m_seen.end(); ++one) {
            const std::vector<quint64> &numbers = one->numbers;
            const bool has = std::any_of(messages.begin(), messages.end(),
                [&numbers](quint64 number) { return std::binary_search(numbers.begin(), numbers.end(), number); });
            if (has && rows.contains(one.key()))
                return one.key();
        }
        return {};
    }

    /// What messages said, in words of ours.
    void clean(std::initializer_list<QString *> texts)
    {
        for (QString *text : texts) {
            if (!text->isEmpty() && m_options.profile != Profile::None)
                *text = m_stages.redaction.clean(*text);
        }
    }

    void order()
    {
        const auto rank = [](const DeviceReport &one) {
            const Finding *const worst = one.worst();
            return worst ? 2 - static_cast<int>(worst->severity()) : 3;
        };
        QList<DeviceReport> &devices = m_report.devices;
        std::stable_sort(devices.begin(), devices.end(), [&rank](const DeviceReport &a, const DeviceReport &b) {
            return std::pair(rank(a), a.device.id) < std::pair(rank(b), b.device.id);
        });
        qsizetype parts = 0;
        for (DeviceReport &one : devices) {
            one.own = parts < mostParts && (devices.size() <= fewDevices || one.worst());
            parts += one.own ? 1 : 0;
        }
    }

    void want(qsizetype place, QHash<quint64, qsizetype> &wanted)
    {
        const DeviceReport &device = m_report.devices.at(place);
        for (const quint64 number : chosen(seenOf(device.device.id).numbers, device.findings))
            wanted.insert(number, place);
    }

    bool isOfReport(const QString &device) const
    {
        return m_options.devices.isEmpty() || m_options.devices.contains(device);
    }

    /// False where something is left in it.
    bool mayLeave(const CleanMessage &message)
    {
        const char *const left = m_stages.left(message);
        if (left)
            m_result.error = QStringLiteral("%1 is left in message %2, so nothing was written")
                                 .arg(QLatin1String(left))
                                 .arg(message.summary.number);
        return !left;
    }

    bool take(const CleanMessage &message, DeviceReport &device)
    {
        const quint64 number = message.summary.number;
        const std::vector<quint64> &numbers = seenOf(device.device.id).numbers;
        const auto place = [&numbers](quint64 one) {
            return static_cast<quint64>(std::lower_bound(numbers.begin(), numbers.end(), one) - numbers.begin());
        };
        const quint64 behind = device.messages.isEmpty() ? 0 : place(device.messages.constLast().summary.number) + 1;
        const bool proof = std::any_of(device.findings.begin(), device.findings.end(),
            [&](const Finding &finding) { return finding.messages.contains(number); });
        device.messages.append({message.summary, message.datagram, proof, place(number) - behind});
        device.leftOutBehind = numbers.size() - place(number) - 1;
        ++m_result.messages;
        return true;
    }

    /// All that the page says of the site gets the names that its messages have. Last of all: until here devices are
    /// found by their IDs.
    void disguise()
    {
        const auto text = [this](QString &one) { one = m_pseudonyms.clean(one); };
        for (DeviceReport &one : m_report.devices) {
            DeviceSnapshot &device = one.device;
            const Evidence evidence = seenOf(device.id).evidence;
            device.id = m_pseudonyms.id(device.id);
            device.name = m_pseudonyms.name(device.name);
            device.userAgent = m_pseudonyms.product(device.userAgent);
            device.address = m_pseudonyms.clean(device.address);
            for (QString *said :
                {&device.gbVersion, &device.reason.a, &device.reason.b, &device.problem.a, &device.problem.b})
                text(*said);
            disguise(device.party);
            disguise(one.findings);
            one.chain = chainOf(one, evidence, m_report.last);
        }
        disguise(m_report.site);
        changeMedia(text);
        for (JournalNote &note : m_report.media) {
            QString &device = std::get<notes::Media>(note.what).device;
            device = m_pseudonyms.id(device);
        }
        text(m_report.trouble);
        const bool open = m_options.profile == Profile::Vendor; // what somebody called it may name the site
        for (QString &file : m_report.files)
            file = open ? m_pseudonyms.clean(file) : QString();
        m_report.files.removeAll(QString());
        m_report.remarks = open ? m_pseudonyms.clean(m_report.remarks) : QString();
    }
    void disguise(Party &party)
    {
        for (Endpoint *end : {&party.endpoint, &party.above, &party.below})
            *end = m_pseudonyms.clean(*end);
        party.id = m_pseudonyms.id(party.id);
    }
    void disguise(QList<Finding> &findings)
    {
        for (Finding &finding : findings) {
            finding.device = m_pseudonyms.id(finding.device);
            for (QString *said : saidBy(finding))
                *said = m_pseudonyms.clean(*said);
        }
    }

    const QStringList m_files;
    const ReportOptions &m_options;
    Stages &m_stages;
    Pseudonyms &m_pseudonyms; ///< of them
    SeenDevices m_seen;
    SiteReport &m_report;
    ExportResult &m_result;
    MediaNotes m_media;
    bool m_learns = false;
};

} // namespace

bool gather(const QStringList &files, const ReportOptions &options, const Progress &progress, Stages &stages,
    SiteReport &report, ExportResult &result, const Messages &messages)
{
    constexpr double learning = 0.5; // of the work
    Gatherer gatherer(files, options, stages, report, result);
    const auto part = [&progress](double start) -> Progress {
        return [&progress, start](double fraction) { return !progress || progress(start + learning * fraction); };
    };
    report.profile = options.profile;
    if (!gatherer.learn(part(0)) || !gatherer.show(part(learning), messages))
        return false;
    result.of = report.messages;
    result.secrets = report.secrets;
    result.identities = report.identities;
    result.broken = report.trouble;
    return true;
}

} // namespace gb::page
