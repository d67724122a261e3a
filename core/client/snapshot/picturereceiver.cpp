#include "core/client/snapshot/picturereceiver.h"

#include "core/client/snapshot/pictureinfo.h"
#include "core/message/deviceid.h"
#include "core/net/formparts.h"
#include "core/net/uploadserver.h"

#include <QDir>
#include <QFile>
#include <QMutex>

#include <unordered_map>

namespace gb {
namespace {

constexpr qsizetype maxText = 80;

QString shown(const QByteArray &text)
{
    return printable(QString::fromUtf8(text.left(4 * maxText)), maxText);
}

/// In a new file of our name. Empty: `why` says what the system says.
QString saved(const PicturePlace &place, int number, const AskPicture &picture, const QByteArray &octets, QString &why)
{
    const QString name
        = QStringLiteral("%1-%2.%3").arg(place.name).arg(number).arg(QLatin1StringView(pictureSuffix(picture.format)));
    QFile file(QDir(place.save).filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        why = printable(file.errorString(), maxText);
        return {};
    }
    if (file.write(octets) != octets.size() || !file.flush()) {
        why = printable(file.errorString(), maxText);
        file.remove();
        return {};
    }
    return file.fileName();
}

} // namespace

/// Between the two threads.
struct PictureReceiver::Queue
{
    QMutex mutex;
    QList<PictureNews> news;

    void add(PictureNews one)
    {
        const QMutexLocker lock(&mutex);
        if (static_cast<std::size_t>(news.size()) < PicturePort::maxNews)
            news.append(std::move(one));
    }
};

class PictureReceiver::Worker : public QObject
{
public:
    explicit Worker(const Clock &clock)
        : m_clock(clock)
    {
    }

    void open(quint64 id, const PicturePlace &place, const std::shared_ptr<Queue> &queue)
    {
        const UploadServer::Limits limits{.uploads = AskSnapshot::maxPictures, .shared = m_held};
        auto server = std::make_unique<UploadServer>(m_clock, limits);
        PictureNews news;
        if (!server->listen(place.local, &news.detail)) {
            news.kind = PictureNews::Kind::Failed;
            return queue->add(std::move(news));
        }
        news.url = QStringLiteral("http://") + server->local().text() + QString::fromLatin1(server->path());
        connect(server.get(), &UploadServer::uploaded, this,
            [place, queue, number = 0](const HttpUpload &upload) mutable { take(upload, place, *queue, number); });
        connect(server.get(), &UploadServer::refused, this, [queue](int status, const Endpoint &from) {
            queue->add({.kind = PictureNews::Kind::Refused, .from = from.address.toString(), .status = status});
        });
        connect(server.get(), &UploadServer::unfinished, this, [queue](const Endpoint &from, qint64 octets) {
            queue->add({.kind = PictureNews::Kind::Unfinished, .from = from.address.toString(), .octets = octets});
        });
        m_servers.emplace(id, std::move(server));
        queue->add(std::move(news));
    }
    void close(quint64 id) { m_servers.erase(id); }

private:
    /// A form may have several pictures, and texts beside them.
    static void take(const HttpUpload &upload, const PicturePlace &place, Queue &queue, int &number)
    {
        const QList<FormPart> parts = formParts(upload.contentType, upload.body);
        if (parts.isEmpty())
            return takeOne(upload,
                {.fileName = headerParameter(upload.disposition, "filename"),
                    .contentType = upload.contentType,
                    .body = upload.body},
                place, queue, number);
        for (const FormPart &part : parts) {
            const bool file = !part.fileName.isEmpty() || pictureOf(part.body).format != AskPicture::Format::None;
            if (file)
                takeOne(upload, part, place, queue, number);
            else if (part.name.compare("SessionID", Qt::CaseInsensitive) == 0)
                queue.add({.kind = PictureNews::Kind::Session, .detail = shown(part.body.trimmed())});
        }
    }
    static void takeOne(
        const HttpUpload &upload, const FormPart &part, const PicturePlace &place, Queue &queue, int &number)
    {
        PictureNews news{.kind = PictureNews::Kind::Picture, .picture = pictureOf(part.body)};
        AskPicture &picture = news.picture;
        picture.at = upload.at;
        picture.type = shown(part.contentType);
        picture.name = shown(part.fileName);
        picture.from = news.from = upload.from.address.toString();
        if (++number > AskSnapshot::maxPictures)
            return;
        if (!place.save.isEmpty())
            picture.saved = saved(place, number, picture, part.body, news.detail);
        queue.add(std::move(news));
    }

    const Clock &m_clock;
    const std::shared_ptr<qint64> m_held = std::make_shared<qint64>(0);
    std::unordered_map<quint64, std::unique_ptr<UploadServer>> m_servers;
};

class PictureReceiver::Port final : public PicturePort
{
public:
    Port(Worker &worker, quint64 id, std::shared_ptr<Queue> queue)
        : m_worker(worker)
        , m_id(id)
        , m_queue(std::move(queue))
    {
    }
    ~Port() override
    {
        QMetaObject::invokeMethod(
            &m_worker, [worker = &m_worker, id = m_id] { worker->close(id); }, Qt::QueuedConnection);
    }
    QList<PictureNews> take() override
    {
        const QMutexLocker lock(&m_queue->mutex);
        return std::exchange(m_queue->news, {});
    }

private:
    Worker &m_worker;
    const quint64 m_id;
    const std::shared_ptr<Queue> m_queue;
};

PictureReceiver::~PictureReceiver()
{
    if (!m_worker)
        return;
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.quit();
    m_thread.wait();
}

std::unique_ptr<PicturePort> PictureReceiver::open(const PicturePlace &place)
{
    if (!m_worker) {
        m_worker = new Worker(m_clock);
        m_worker->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("pictures"));
        m_thread.start();
    }
    const auto queue = std::make_shared<Queue>();
    const quint64 id = ++m_last;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id, place, queue] { worker->open(id, place, queue); }, Qt::QueuedConnection);
    return std::make_unique<Port>(*m_worker, id, queue);
}

} // namespace gb
