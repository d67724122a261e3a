#include "ui/session/recordsearch.h"

#include "core/base/handover.h"

namespace gb::ui {

RecordSearch::RecordSearch(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("search"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

RecordSearch::~RecordSearch()
{
    ++m_current;
    m_thread.quit();
    m_thread.wait();
}

/// `work` is done in the thread; it is given how to tell something here, which returns false once it shall end, and
/// returns whether it came to its end.
template<typename Work>
void RecordSearch::run(const Work &work)
{
    const quint64 own = ++m_current;
    m_running = true;
    handOver(&m_worker, [this, own, work] {
        const auto here = [this, own](const auto &tell) {
            if (m_current != own)
                return false;
            handOver(this, [this, own, tell] {
                if (m_current == own)
                    tell();
            });
            return true;
        };
        if (!work(here))
            return;
        here([this] {
            m_running = false;
            emit finished();
        });
    });
}

void RecordSearch::start(
    const QString &text, const QStringList &files, std::shared_ptr<const RecordPlaces> places, quint64 first)
{
    run([this, text, files, first, places = std::move(places)](const auto &here) {
        const auto progress = [this, &here](const QList<quint64> &numbers, double fraction) {
            return here([this, numbers, fraction] { emit found(numbers, fraction); });
        };
        return RecordReader(files, places).search(text, progress, first);
    });
}

void RecordSearch::start(
    RecordReader::Look look, const QStringList &files, std::shared_ptr<const RecordPlaces> places, quint64 first)
{
    run([this, look = std::move(look), files, first, places = std::move(places)](const auto &here) {
        const auto progress = [this, &here](const QList<RecordReader::Hit> &hits, quint64 upTo) {
            return here([this, hits, upTo] { emit looked(hits, upTo); });
        };
        return RecordReader(files, places).scan(look, progress, first);
    });
}

void RecordSearch::cancel()
{
    ++m_current;
    m_running = false;
}

} // namespace gb::ui
