#include "ui/session/recordsearch.h"

#include "core/capture/recordreader.h"

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

void RecordSearch::start(
    const QString &text, const QStringList &files, std::shared_ptr<const RecordPlaces> places, quint64 first)
{
    const quint64 own = ++m_current;
    m_running = true;
    QMetaObject::invokeMethod(&m_worker, [this, own, text, files, first, places = std::move(places)] {
        RecordReader reader(files, places);
        const auto progress = [this, own](const QList<quint64> &numbers, double fraction) {
            if (m_current != own)
                return false;
            QMetaObject::invokeMethod(
                this,
                [this, own, numbers, fraction] {
                    if (m_current == own)
                        emit found(numbers, fraction);
                },
                Qt::QueuedConnection);
            return true;
        };
        const bool whole = reader.search(text, progress, first);
        if (!whole)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, own] {
                if (m_current != own)
                    return;
                m_running = false;
                emit finished();
            },
            Qt::QueuedConnection);
    });
}

void RecordSearch::cancel()
{
    ++m_current;
    m_running = false;
}

} // namespace gb::ui
