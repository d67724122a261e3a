#include "core/session/filesession.h"

#include "core/session/filereader.h"
#include "core/session/textreader.h"

namespace gb {

FileSession::FileSession(const QStringList &files, const HeartbeatPolicy &policy, QObject *parent)
    : Session(parent)
    , m_files(files)
{
    const auto post = [this](auto function) {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    };
    const auto tell = [this, post](
                          Outcome outcome) { post([this, outcome = std::move(outcome)] { emit told(outcome); }); };
    m_reader = new FileReader(files, textFiles().constLast(), policy, m_places,
        {.batch =
                [this, post](BatchPtr news) {
                    post([this, news = std::move(news)] {
                        m_reader->taken(); // before the handlers, so that the next one is made while they run
                        emit batch(news);
                    });
                },
            .tell = tell},
        [this, post] {
            post([this] {
                QMetaObject::invokeMethod(
                    m_reader, [reader = m_reader] { reader->conclude(); }, Qt::QueuedConnection);
            });
        });
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
    delete m_reader; // nobody else has them any more
    delete m_textReader;
}

void FileSession::send(Wish wish)
{
    if (std::holds_alternative<wish::CancelLoad>(wish))
        return m_reader->cancel();
    if (std::holds_alternative<wish::Flush>(wish)) { // the files are all there
        QMetaObject::invokeMethod(
            this, [this] { emit told(outcome::Flushed{}); }, Qt::QueuedConnection);
        return;
    }
    if (const auto *read = std::get_if<wish::Read>(&wish)) { // while the rest is still being folded
        QMetaObject::invokeMethod(
            m_textReader, [reader = m_textReader, number = read->number] { reader->read(number); },
            Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, wish = std::move(wish)] { reader->carryOut(wish); }, Qt::QueuedConnection);
}

QStringList FileSession::textFiles() const
{
    return m_files + QStringList{m_folder.filePath(QStringLiteral("pieces"))};
}

} // namespace gb
