#include "ui/export/exportjob.h"

namespace gb::ui {

ExportJob::ExportJob(QString to, Work work, QObject *parent)
    : QObject(parent)
    , m_to(std::move(to))
    , m_work(std::move(work))
{
    qRegisterMetaType<ExportResult>();
}

ExportJob::~ExportJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void ExportJob::start()
{
    m_thread.reset(QThread::create([this] {
        emit finished(m_work([this](double fraction) {
            emit progress(fraction);
            return !m_cancelled;
        }));
    }));
    m_thread->start();
}

} // namespace gb::ui
