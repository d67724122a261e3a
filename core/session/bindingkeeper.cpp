#include "core/session/bindingkeeper.h"

#include "core/capture/filetarget.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/net/udptransport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QSaveFile>

#include <algorithm>
#include <limits>

namespace gb {
namespace {

constexpr int version = 1;
const QString versionKey = QStringLiteral("gbscope-bindings");

using Milliseconds = std::chrono::milliseconds;

qint64 milliseconds(TimePoint at)
{
    return std::chrono::floor<Milliseconds>(at.time_since_epoch()).count();
}

/// Empty, with the reason, where it cannot be read or is none of ours. No file is no problem.
QJsonObject readFile(const QString &path, QString *problem)
{
    *problem = filetarget::objection(path);
    QFile file(path);
    if (!problem->isEmpty() || !file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        *problem = file.errorString();
        return {};
    }
    const QByteArray octets = file.read(BindingKeeper::maxFile + 1);
    const QJsonObject root = octets.size() > BindingKeeper::maxFile ? QJsonObject()
                                                                    : QJsonDocument::fromJson(octets).object();
    if (root.value(versionKey).toInt() != version)
        *problem = QStringLiteral("not a file of registrations");
    return problem->isEmpty() ? root : QJsonObject();
}

bool writeFile(const QString &path, const QByteArray &octets, QString *problem)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(octets) == octets.size() && file.commit())
        return true;
    *problem = file.errorString();
    return false;
}

} // namespace

struct BindingKeeper::Trouble
{
    QMutex mutex;
    QString text;

    void set(const QString &what)
    {
        const QMutexLocker lock(&mutex);
        text = what;
    }
    QString take()
    {
        const QMutexLocker lock(&mutex);
        return std::exchange(text, {});
    }
};

QJsonObject BindingKeeper::objectOf(const Line &line)
{
    return {{QStringLiteral("id"), QString::fromLatin1(line.id)},
        {QStringLiteral("address"), line.binding.source.address.toString()},
        {QStringLiteral("port"), line.binding.source.port},
        {QStringLiteral("transport"), transportName(line.binding.transport)}, {QStringLiteral("at"), line.at},
        {QStringLiteral("until"), line.until}, {QStringLiteral("authenticated"), line.binding.authenticated}};
}

/// Empty for what is no registration.
std::optional<BindingKeeper::Line> BindingKeeper::lineOf(const QJsonObject &object)
{
    Line line;
    line.id = object.value(QLatin1String("id")).toString().toLatin1();
    line.binding.source.address = IpAddress(QHostAddress(object.value(QLatin1String("address")).toString()));
    const int port = object.value(QLatin1String("port")).toInt();
    line.binding.source.port = static_cast<quint16>(std::clamp(port, 0, 65'535));
    line.binding.transport = object.value(QLatin1String("transport")).toString() == transportName(TransportKind::Tcp)
        ? TransportKind::Tcp
        : TransportKind::Udp;
    line.binding.authenticated = object.value(QLatin1String("authenticated")).toBool();
    line.at = object.value(QLatin1String("at")).toInteger();
    line.until = object.value(QLatin1String("until")).toInteger();
    const bool good = !line.id.isEmpty() && line.id.size() <= static_cast<qsizetype>(HeadLimits::user)
        && !line.binding.source.address.isNull() && port == line.binding.source.port && port != 0 && line.at > 0
        && line.until > line.at;
    return good ? std::optional(line) : std::nullopt;
}

std::shared_ptr<const BindingKeeper::Content> BindingKeeper::read(const QString &path, QString *problem)
{
    const QJsonObject root = readFile(path, problem);
    auto content = std::make_shared<Content>();
    content->path = path;
    content->serverId = root.value(QLatin1String("server")).toString();
    content->domain = root.value(QLatin1String("domain")).toString();
    const QJsonArray lines = root.value(QLatin1String("bindings")).toArray();
    for (const QJsonValue &value : lines) {
        auto line = lineOf(value.toObject());
        if (line && content->lines.size() < static_cast<std::size_t>(Bindings::capacity))
            content->lines.push_back(std::move(*line));
    }
    return content;
}

void BindingKeeper::save(const Content &content, Trouble &trouble)
{
    QJsonArray bindings;
    for (const Line &line : content.lines)
        bindings.append(objectOf(line));
    const QJsonDocument document(QJsonObject{{versionKey, version}, {QStringLiteral("server"), content.serverId},
        {QStringLiteral("domain"), content.domain}, {QStringLiteral("bindings"), bindings}});
    QString problem;
    if (!writeFile(content.path, document.toJson(QJsonDocument::Compact), &problem))
        trouble.set(printable(problem));
}

BindingKeeper::BindingKeeper()
    : m_trouble(std::make_shared<Trouble>())
{
    m_writer.setMaxThreadCount(1);
}

BindingKeeper::~BindingKeeper()
{
    m_writer.waitForDone();
}

QString BindingKeeper::takeProblem()
{
    return m_trouble->take();
}

QList<KeptRegistration> BindingKeeper::open(
    const ServerConfig &config, const Endpoint &local, Registrar &registrar, TimePoint now, TimePoint wall)
{
    m_path = config.keepBindings ? config.bindingsFile : QString();
    m_serverId = config.serverId;
    m_domain = config.domain;
    if (m_path.isEmpty())
        return {};
    QString problem;
    if (!m_last || m_last->path != m_path)
        m_last = read(m_path, &problem);
    if (!problem.isEmpty()) {
        m_path.clear();
        m_last.reset();
        m_trouble->set(printable(problem));
        return {};
    }
    m_written = registrar.bindings().changes();
    m_at = now;
    if (m_last->serverId != m_serverId || m_last->domain != m_domain)
        return {};
    QList<KeptRegistration> kept;
    const qint64 today = milliseconds(wall);
    for (const Line &line : m_last->lines) {
        // A clock that was set back does not make a registration longer
        if (line.until <= today || line.at > today)
            continue;
        const Milliseconds ago(today - line.at), left(line.until - today);
        if (ago + left > std::chrono::hours(24 * 7))
            continue;
        Binding binding = line.binding;
        binding.local = local;
        if (local.address.isAny()) // what we ask the device names where its answers go
            binding.local.address = UdpTransport::routeTo(binding.source.address);
        binding.at = now - ago;
        binding.expiresAt = now + left;
        if (registrar.restore(view(line.id), binding))
            kept.append({printable(view(line.id)), binding.source, binding.transport,
                std::chrono::floor<std::chrono::seconds>(ago), std::chrono::ceil<std::chrono::seconds>(left)});
    }
    m_written = registrar.bindings().changes();
    return kept;
}

void BindingKeeper::look(const Registrar &registrar, TimePoint now, TimePoint wall)
{
    if (m_path.isEmpty() || now - m_at < pause)
        return;
    if (m_writer.activeThreadCount() == 0)
        write(registrar, now, wall);
    else
        m_at = now; // a slow disk
}

std::optional<TimePoint> BindingKeeper::due(const Registrar &registrar) const
{
    return m_path.isEmpty() || registrar.bindings().changes() == m_written ? std::nullopt : std::optional(m_at + pause);
}

void BindingKeeper::close(const Registrar &registrar, TimePoint now, TimePoint wall)
{
    if (!m_path.isEmpty())
        write(registrar, now, wall);
    m_path.clear();
}

/// The engine's thread copies; making text of it and writing are the other's.
void BindingKeeper::write(const Registrar &registrar, TimePoint now, TimePoint wall)
{
    m_at = now;
    const quint64 changes = registrar.bindings().changes();
    if (changes == m_written)
        return;
    m_written = changes;
    auto content = std::make_shared<Content>(Content{m_path, m_serverId, m_domain, {}});
    content->lines.reserve(static_cast<std::size_t>(registrar.bindings().size()));
    const QHash<QByteArray, Binding> &all = registrar.bindings().all();
    for (auto one = all.constBegin(); one != all.constEnd(); ++one) {
        if (one->expiresAt > now && printable(view(one.key())) == QString::fromLatin1(one.key()))
            content->lines.push_back(
                {one.key(), *one, milliseconds(wall - (now - one->at)), milliseconds(wall + (one->expiresAt - now))});
    }
    m_last = content;
    m_writer.start([content = m_last, trouble = m_trouble] { save(*content, *trouble); });
}

} // namespace gb
