#pragma once
#include "ui/session/sessionsource.h"

#include <QTemporaryDir>
#include <QThread>

#include <atomic>

namespace gb::ui {

class FileReader;
class TextReader;

/// Captures that are read in a thread of their own, through the same fold as live traffic; several of them in the order
/// of time.
class FileSession final : public SessionSource
{
    Q_OBJECT
public:
    FileSession(const QStringList &files, const HeartbeatPolicy &policy, QObject *parent = nullptr);
    ~FileSession() override;

    void start();
    /// What was read so far stays.
    void cancel();

    void setPolicy(const HeartbeatPolicy &policy) override;
    void setOverrides(const HeartbeatOverrides &overrides) override;
    void watch(const QString &device) override;
    void setKnownPasswords(const QList<QByteArray> &passwords) override;
    void setExpected(const QList<ExpectedDevice> &devices) override;
    void read(quint64 number) override;
    void flush() override;
    QStringList files() const override { return m_files; }
    QStringList textFiles() const override;
    std::shared_ptr<const RecordPlaces> places() const override { return m_places; }

signals:
    void progress(double fraction);
    /// `text` tells what is wrong with the files; empty where all of them were read. `notes`: what was found out about
    /// their clocks.
    void loaded(QString text, bool cancelled, QStringList notes);

private:
    const QStringList m_files;
    QTemporaryDir m_folder; ///< for messages that stand nowhere in one piece
    const std::shared_ptr<RecordPlaces> m_places = std::make_shared<RecordPlaces>();
    std::atomic<bool> m_cancelled{false};
    QThread m_thread, m_texts;
    FileReader *m_reader = nullptr;     ///< lives in m_thread
    TextReader *m_textReader = nullptr; ///< lives in m_texts
};

} // namespace gb::ui
