#pragma once
#include "core/session/session.h"

#include <QTemporaryDir>
#include <QThread>

namespace gb {

class FileReader;
class TextReader;

/// Captures that are read in a thread of their own, through the same fold as live traffic; several of them in the order
/// of time. Reading begins with wish::Load.
class FileSession final : public Session
{
    Q_OBJECT
public:
    FileSession(const QStringList &files, const HeartbeatPolicy &policy, QObject *parent = nullptr);
    ~FileSession() override;

    void send(Wish wish) override;
    bool isLive() const override { return false; }
    QStringList files() const override { return m_files; }
    QStringList textFiles() const override;
    std::shared_ptr<const RecordPlaces> places() const override { return m_places; }

private:
    const QStringList m_files;
    QTemporaryDir m_folder; ///< for messages that stand nowhere in one piece
    const std::shared_ptr<RecordPlaces> m_places = std::make_shared<RecordPlaces>();
    QThread m_thread, m_texts;
    FileReader *m_reader = nullptr;     ///< lives in m_thread
    TextReader *m_textReader = nullptr; ///< lives in m_texts
};

} // namespace gb
