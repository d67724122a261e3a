#include "core/session/filesession.h"

#include "core/base/handover.h"
#include "core/session/filereader.h"
#include "core/session/textreader.h"

namespace gb {

FileSession::FileSession(const QStringList &files, const HeartbeatPolicy &policy, QObject *parent)
    : Session(parent)
    , m_files(files)
{
    const auto tell = [this](Outcome outcome) {
        handOver(this, [this, outcome = std::move(outcome)] { emit told(outcome); });
    };
    const auto take = [this](BatchPtr news) {
        handOver(this, [this, news = std::move(news)] {
            m_reader->taken(); // before the handlers, so that the next one is made while they run
            emit batch(news);
        });
    };
    m_reader = new FileReader(files, textFiles().constLast(), policy, m_places, {.batch = take, .tell = tell},
        [this] { handOver(this, [this] { handOver(m_reader, [reader = m_reader] { reader->conclude(); }); }); });
    m_reader->moveToThread(&m_thread);
    m_textReader = new TextReader(textFiles(), m_places, tell);
    m_textReader->moveToThread(&m_texts);
    m_thread.setObjectName(QStringLiteral("file"));
    m_texts.setObjectName(QStringLiteral("texts"));
    m_thread.start();
    m_texts.start();
}

FileSession::~FileSession()
{
    m_reader->cancel();
    for (QThread *thread : {&m_thread, &m_texts}) {
        thread->quit();
        thread->wait();
    }
    noteEnded(m_reader);
    noteEnded(m_textReader);
    delete m_reader; // nobody else has them any more
    delete m_textReader;
}

void FileSession::send(Wish wish)
{
    if (std::holds_alternative<wish::CancelLoad>(wish))
        return m_reader->cancel();
    if (std::holds_alternative<wish::Flush>(wish)) // the files are all there
        handOver(this, [this] { emit told(outcome::Flushed{}); });
    else if (const auto *read = std::get_if<wish::Read>(&wish)) // while the rest is still being folded
        handOver(m_textReader, [reader = m_textReader, number = read->number] { reader->read(number); });
    else
        handOver(m_reader, [reader = m_reader, wish = std::move(wish)] { reader->carryOut(wish); });
}

QStringList FileSession::textFiles() const
{
    return m_files + QStringList{m_folder.filePath(QStringLiteral("pieces"))};
}

} // namespace gb
