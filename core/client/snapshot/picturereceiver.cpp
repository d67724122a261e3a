#include "core/client/snapshot/picturereceiver.h"

#include "core/base/handover.h"
#include "core/capture/wholefile.h"
#include "core/client/snapshot/picturebytes.h"
#include "core/client/snapshot/pictureinfo.h"
#include "core/message/deviceid.h"
#include "core/net/formparts.h"
#include "core/net/uploadserver.h"

#include <QDir>
#include <QMutex>

#include <atomic>
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
    const QString path = QDir(place.save).filePath(name);
    WholeFile file;
    if (file.open(path, false) && file.write(octets) && file.commit())
        return path;
    why = printable(file.errorText(), maxText);
    return {};
}

} // namespace

/// Between the two threads.
struct PictureReceiver::Queue
{
    QMutex mutex;
    QList<PictureNews> news;
    int strangers = 0, dropped = 0;
    std::atomic<int> receiving = 0;

    void add(PictureNews one)
    {
        const QMutexLocker lock(&mutex);
        if (static_cast<std::size_t>(news.size()) < PicturePort::maxNews)
            news.append(std::move(one));
        else
            ++dropped;
    }
    void addStranger()
    {
        const QMutexLocker lock(&mutex);
        ++strangers;
    }
    void addDropped()
    {
        const QMutexLocker lock(&mutex);
        ++dropped;
    }
    QList<PictureNews> take()
    {
        const QMutexLocker lock(&mutex);
        QList<PictureNews> out = std::exchange(news, {});
        if (strangers > 0)
            out.append({.kind = PictureNews::Kind::Strangers, .count = std::exchange(strangers, 0)});
        if (dropped > 0)
            out.append({.kind = PictureNews::Kind::Dropped, .count = std::exchange(dropped, 0)});
        return out;
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
        const auto isStranger = [device = place.device](
                                    const Endpoint &from, bool named) { return !named && from.address != device; };
        connect(server.get(), &UploadServer::refused, this,
            [queue, isStranger](int status, const Endpoint &from, bool named) {
                if (isStranger(from, named))
                    return queue->addStranger();
                queue->add({.kind = PictureNews::Kind::Refused, .from = from.address.toString(), .status = status});
            });
        connect(server.get(), &UploadServer::unfinished, this,
            [queue, isStranger](const Endpoint &from, qint64 octets, bool named) {
                if (isStranger(from, named))
                    return queue->addStranger();
                queue->add({.kind = PictureNews::Kind::Unfinished, .from = from.address.toString(), .octets = octets});
            });
        connect(server.get(), &UploadServer::receiving, this, [queue](int requests) { queue->receiving = requests; });
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
        bool brought = false;
        for (const FormPart &part : parts) {
            const bool file = !part.fileName.isEmpty() || pictureOf(part.body).format != AskPicture::Format::None;
            brought |= file;
            if (file)
                takeOne(upload, part, place, queue, number);
            else if (part.name.compare("SessionID", Qt::CaseInsensitive) == 0)
                queue.add({.kind = PictureNews::Kind::Session, .detail = shown(part.body.trimmed())});
        }
        if (!brought) // a form without a file: all of it is what is none
            takeOne(upload, {.contentType = upload.contentType, .body = upload.body}, place, queue, number);
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
            return queue.addDropped();
        if (place.looks && picture.format != AskPicture::Format::None)
            picture.kept = PictureBytes::keep(part.body);
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
        handOver(&m_worker, [worker = &m_worker, id = m_id] { worker->close(id); });
    }
    QList<PictureNews> take() override { return m_queue->take(); }
    bool isReceiving() const override { return m_queue->receiving > 0; }

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
    handOver(m_worker, [worker = m_worker, id, place, queue] { worker->open(id, place, queue); });
    return std::make_unique<Port>(*m_worker, id, queue);
}

} // namespace gb
