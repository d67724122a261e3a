#pragma once
#include "core/report/exporter.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace gb::ui {

/// An export or a report, in a thread of its own.
class ExportJob final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<ExportResult(const Progress &)>;

    /// `to`: where it goes, for who asks.
    ExportJob(QString to, Work work, QObject *parent = nullptr);
    ~ExportJob() override;

    void start();
    void cancel() { m_cancelled = true; }
    bool isStarted() const { return m_thread != nullptr; }
    QString target() const { return m_to; }

signals:
    void progress(double fraction);
    void finished(gb::ExportResult result);

private:
    const QString m_to;
    const Work m_work;
    std::atomic<bool> m_cancelled{false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace gb::ui
