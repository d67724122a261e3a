#include "core/session/livesession.h"

#include "core/base/handover.h"
#include "core/capture/sessionfolder.h"
#include "core/session/engine.h"

#include <QFile>

namespace gb {

LiveSession::LiveSession(const LiveOptions &options, QObject *parent)
    : Session(parent)
{
    m_engine = new Engine(options,
        {.batch =
                [this](BatchPtr news) {
                    handOver(this, [this, news = std::move(news)] {
                        m_engine->taken(); // before the handlers: news that come while they run make the next batch
                        emit batch(news);
                    });
                },
            .tell =
                [this](Outcome outcome) {
                    handOver(this, [this, outcome = std::move(outcome)] {
                        take(outcome);
                        emit told(outcome);
                    });
                }});
    m_engine->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
}

LiveSession::LiveSession(const LiveOptions &options, const QString &folder, const QString &file, QObject *parent)
    : LiveSession(options, parent)
{
    m_ownFile = file.isEmpty();
    send(m_ownFile ? wish::Record{sessionfolder::newFile(folder), options.keep} : wish::Record{file});
}

LiveSession::~LiveSession()
{
    const std::shared_ptr<const RecordPlaces> places = m_engine->places();
    handOverAndWait(m_engine, [engine = m_engine] { delete engine; }); // closes the record
    m_thread.quit();
    m_thread.wait();
    if (m_ownFile && m_files.size() == 1 && places->count() == 0)
        QFile::remove(m_file);
}

void LiveSession::send(Wish wish)
{
    if (const auto *record = std::get_if<wish::Record>(&wish))
        m_file = record->path;
    if (const auto *listen = std::get_if<wish::Listen>(&wish)) {
        if (const QByteArray password = listen->config.password.toUtf8();
            !password.isEmpty() && !m_passwords.contains(password))
            m_passwords.append(password);
    }
    handOver(m_engine, [engine = m_engine, wish = std::move(wish)] { engine->carryOut(wish); });
}

void LiveSession::take(const Outcome &outcome)
{
    if (const auto *recording = std::get_if<outcome::Recording>(&outcome)) {
        m_file = recording->path;
        m_files = recording->files;
    } else if (std::holds_alternative<outcome::RecordFailed>(outcome)) {
        m_file.clear();
    }
}

/// The one that is written is the last one.
QStringList LiveSession::files() const
{
    const qsizetype last = m_files.lastIndexOf(m_file) + 1;
    QStringList files = m_files.sliced(last) + m_files.first(last);
    files.removeAll(QString());
    return files;
}

std::shared_ptr<const RecordPlaces> LiveSession::places() const
{
    return m_engine->places();
}

} // namespace gb
