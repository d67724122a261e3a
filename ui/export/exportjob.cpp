#include "ui/export/exportjob.h"

namespace gb::ui {

ExportJob::ExportJob(QStringList from, QString to, ExportOptions options, QObject *parent)
    : QObject(parent)
    , m_from(std::move(from))
    , m_to(std::move(to))
    , m_options(std::move(options))
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
        emit finished(exportCapture(m_from, m_to, m_options, [this](double fraction) {
            emit progress(fraction);
            return !m_cancelled;
        }));
    }));
    m_thread->start();
}

} // namespace gb::ui
