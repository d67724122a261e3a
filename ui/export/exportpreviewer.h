#pragma once
#include "core/report/exporter.h"

#include <QObject>

#include <functional>

namespace gb::ui {

class ExportJob;

/// Finds out what an export would write, in a thread of its own. One at a time: a new question ends the one before.
class ExportPreviewer final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<ExportPreview(const ExportOptions &, const Progress &)>; ///< in any thread
    using Ready = std::function<void(QObject *context, std::function<void()> then)>;

    /// `ready`: calls `then` once all of the record can be read, unless `context` is gone.
    ExportPreviewer(Work work, Ready ready, QObject *parent = nullptr);

    void start(const ExportOptions &options);
    void cancel();

signals:
    void progress(double fraction);
    /// Of the last question, and never of one that was cancelled.
    void finished(gb::ExportPreview preview);

private:
    const Work m_work;
    const Ready m_ready;
    ExportJob *m_job = nullptr;
};

} // namespace gb::ui
