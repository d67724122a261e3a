#include "ui/client/asking.h"

#include "core/client/snapshot/picturebytes.h"
#include "core/report/words/askwording.h"

namespace gb::ui {
namespace {

/// Bytes of its pictures.
qint64 picturesOf(const AskReport &report)
{
    qint64 octets = 0;
    for (const AskPicture &one : report.snapshot ? report.snapshot->pictures : QList<AskPicture>())
        octets += one.kept ? one.kept->octets().size() : 0;
    return octets;
}

} // namespace

size_t qHash(const AskKey &key, size_t seed)
{
    return qHashMulti(seed, key.device, key.about, key.command);
}

Asking::Asking(QObject *parent)
    : QObject(parent)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(200);
    connect(&m_tell, &QTimer::timeout, this, &Asking::tellNotices);
}

quint64 Asking::ask(AskQuestion question)
{
    question.id = ++m_last;
    if (question.about == question.device)
        question.about.clear();
    const AskKey key{question.device, question.about, question.command};
    Open one{.key = key, .since = {}, .progress = {.id = question.id, .came = 0, .sum = {}}};
    one.since.start();
    m_open.insert(question.id, one);
    m_ids.insert(key, question.id);
    emit askRequested(question);
    emit changed(key);
    return question.id;
}

void Asking::stop(quint64 id)
{
    if (m_open.contains(id))
        emit stopRequested(id);
}

const Asking::Open *Asking::open(quint64 id) const
{
    const auto at = m_open.constFind(id);
    return at == m_open.cend() ? nullptr : &*at;
}

void Asking::take(const AskReport &report)
{
    const auto at = m_open.find(report.id);
    if (at == m_open.end())
        return; // somebody else's
    const AskKey key = at->key;
    AskReport whole = at->notices ? at->notices->ended(report) : report;
    wording::listPictures(whole);
    const auto kept = std::make_shared<const AskReport>(std::move(whole));
    if (report.outcome == AskOutcome::Subscribed) {
        at->notices.emplace(report);
    } else {
        m_open.erase(at);
        m_untold.remove(report.id);
        if (m_ids.value(key) == report.id)
            m_ids.remove(key);
    }
    keep(key, kept);
    emit answered(report.id, kept);
    emit changed(key);
}

void Asking::take(const AskProgress &progress)
{
    const auto at = m_open.find(progress.id);
    if (at == m_open.end())
        return;
    at->progress = progress;
    emit changed(at->key);
}

void Asking::take(const AskNotice &notice)
{
    const auto at = m_open.find(notice.content.id);
    if (at == m_open.end() || !at->notices)
        return;
    at->notices->add(notice);
    m_untold.insert(notice.content.id);
    if (!m_tell.isActive())
        m_tell.start();
}

/// The table as it is now. A view makes it anew, so not for each of a hundred a second.
void Asking::tellNotices()
{
    for (const quint64 id : std::exchange(m_untold, {})) {
        const auto at = m_open.constFind(id);
        if (at == m_open.cend())
            continue;
        m_reports.insert(at->key, std::make_shared<const AskReport>(at->notices->report()));
        emit changed(at->key);
    }
}

void Asking::keep(const AskKey &key, const AskReportPtr &report)
{
    m_reports.insert(key, report);
    m_line.emplace_back(key, report);
    m_items += report->items.size();
    m_pictures += picturesOf(*report);
    boundPictures(report);
    countChannels(key);
    while (m_line.size() > 1 && (m_line.size() > maxReports || m_items > maxItems)) {
        const auto [oldest, old] = m_line.front();
        m_line.pop_front();
        m_items -= old->items.size();
        m_pictures -= picturesOf(*old);
        if (m_reports.value(oldest) != old)
            continue;
        m_reports.remove(oldest);
        countChannels(oldest);
    }
}

/// Ahead of asking all of them, for a thousand devices have a thousand lists.
void Asking::countChannels(const AskKey &key)
{
    if (key.command != u"catalog" || !key.about.isEmpty())
        return;
    if (const qsizetype count = channels(key.device).size(); count > 0)
        m_channels.insert(key.device, count);
    else
        m_channels.remove(key.device);
}

/// The rows of an older answer stay; its pictures are not shown any more.
void Asking::boundPictures(const AskReportPtr &newest)
{
    for (auto &[key, report] : m_line) {
        if (m_pictures <= maxPictures)
            return;
        if (report == newest || picturesOf(*report) == 0)
            continue;
        m_pictures -= picturesOf(*report);
        auto without = std::make_shared<AskReport>(*report);
        for (AskPicture &one : without->snapshot->pictures)
            one.kept.reset();
        if (m_reports.value(key) == report)
            m_reports.insert(key, without);
        report = without;
    }
}

QList<std::pair<QString, QString>> Asking::channels(const QString &device) const
{
    const AskReportPtr catalog = last({device, {}, QStringLiteral("catalog")});
    if (!catalog)
        return {};
    const qsizetype id = catalog->columns.indexOf(u"DeviceID"), name = catalog->columns.indexOf(u"Name");
    QList<std::pair<QString, QString>> found;
    for (const QStringList &item : catalog->items) {
        const QString one = item.value(id);
        if (!one.isEmpty() && one != device)
            found.append({one, item.value(name)});
    }
    return found;
}

} // namespace gb::ui
