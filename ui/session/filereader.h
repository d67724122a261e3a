#pragma once
#include "core/capture/sessionfile.h"
#include "core/engine/importer.h"

#include <QObject>

#include <atomic>

namespace gb::ui {

/// The inside of a FileSession; lives in its thread.
class FileReader final : public QObject
{
    Q_OBJECT
public:
    FileReader(QString file, const QString &copy, const HeartbeatPolicy &policy, const std::atomic<bool> &cancelled);

    void run();
    void setPolicy(const HeartbeatPolicy &policy);
    void read(quint64 number) { m_copy.read(number); }

signals:
    void batch(gb::BatchPtr batch);
    void messageRead(quint64 number, gb::Datagram datagram);
    void progress(double fraction);
    void loaded(QString text, bool cancelled);

private:
    void keep(const Datagram &datagram);
    void deliver(TimePoint now);

    const QString m_file;
    const std::atomic<bool> &m_cancelled;
    Analysis m_analysis;
    Importer m_importer;
    SessionFile m_copy;
};

} // namespace gb::ui
