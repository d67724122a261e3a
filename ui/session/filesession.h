#pragma once
#include "ui/session/sessionsource.h"

#include <QTemporaryDir>
#include <QThread>

#include <atomic>

namespace gb::ui {

class FileReader;

/// A capture that is read in a thread of its own, through the same fold as live traffic.
class FileSession final : public SessionSource
{
    Q_OBJECT
public:
    FileSession(const QString &file, const HeartbeatPolicy &policy, QObject *parent = nullptr);
    ~FileSession() override;

    void start();
    /// What was read so far stays.
    void cancel() { m_cancelled = true; }

    void setPolicy(const HeartbeatPolicy &policy) override;
    void read(quint64 number) override;
    void flush() override;
    QString file() const override { return m_file; }

signals:
    void progress(double fraction);
    /// `text` tells what is wrong with the file; empty where all of it was read.
    void loaded(QString text, bool cancelled);

private:
    const QString m_file;
    QTemporaryDir m_folder; ///< for a copy in our own format, in which a message is found by its number
    std::atomic<bool> m_cancelled{false};
    QThread m_thread;
    FileReader *m_reader = nullptr; ///< lives in m_thread, and is deleted there
};

} // namespace gb::ui
