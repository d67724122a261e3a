#pragma once
#include "core/report/exporter.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace gb::ui {

/// An export in a thread of its own.
class ExportJob final : public QObject
{
    Q_OBJECT
public:
    ExportJob(QStringList from, QString to, ExportOptions options, QObject *parent = nullptr);
    ~ExportJob() override;

    void start();
    void cancel() { m_cancelled = true; }
    QString target() const { return m_to; }
    const ExportOptions &options() const { return m_options; }

signals:
    void progress(double fraction);
    void finished(gb::ExportResult result);

private:
    const QStringList m_from;
    const QString m_to;
    const ExportOptions m_options;
    std::atomic<bool> m_cancelled{false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace gb::ui
