#include "ui/export/exportpreviewer.h"

#include "ui/export/exportjob.h"

#include <memory>

namespace gb::ui {

ExportPreviewer::ExportPreviewer(Work work, Ready ready, QObject *parent)
    : QObject(parent)
    , m_work(std::move(work))
    , m_ready(std::move(ready))
{
}

void ExportPreviewer::start(const ExportOptions &options)
{
    cancel();
    const auto found = std::make_shared<ExportPreview>();
    auto *const job = new ExportJob(
        {},
        [work = m_work, options, found](const Progress &progress) {
            *found = work(options, progress);
            return found->result;
        },
        this);
    m_job = job;
    connect(job, &ExportJob::progress, this, [this, job](double fraction) {
        if (job == m_job)
            emit progress(fraction);
    });
    connect(job, &ExportJob::finished, this, [this, job, found] {
        job->deleteLater();
        if (job == std::exchange(m_job, job == m_job ? nullptr : m_job))
            emit finished(*found);
    });
    m_ready(job, [job] { job->start(); });
}

void ExportPreviewer::cancel()
{
    if (!m_job)
        return;
    m_job->cancel();
    if (!m_job->isStarted()) // else it goes when it has seen that
        m_job->deleteLater();
    m_job = nullptr;
}

} // namespace gb::ui
