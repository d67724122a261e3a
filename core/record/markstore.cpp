#include "core/record/markstore.h"

#include "core/message/deviceid.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace gb {
namespace {

constexpr qint64 looked = 256 * 1024; ///< octets at each end

/// A pipe is not read: it lets us wait, and gives its octets once.
QByteArray digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return hash.result().toHex();
    hash.addData(QByteArray(QByteArray::number(file.size()) + '\n'));
    hash.addData(file.read(looked));
    if (file.size() > looked && file.seek(std::max(looked, file.size() - looked)))
        hash.addData(file.read(looked));
    return hash.result().toHex();
}

/// The same in whatever order they are named.
QString identityOf(const QStringList &captures)
{
    QByteArrayList digests;
    for (const QString &path : captures)
        digests.append(digestOf(path));
    std::sort(digests.begin(), digests.end());
    if (digests.size() != 1)
        digests = {QCryptographicHash::hash(digests.join('\n'), QCryptographicHash::Sha256).toHex()};
    return QString::fromLatin1(digests.constFirst().left(32));
}

std::optional<Mark> markOf(const QJsonObject &object)
{
    const double number = object.value(QLatin1String("message")).toDouble();
    const qint64 at = object.value(QLatin1String("time")).toString().toLongLong();
    if (number < 1 || number > 4e9)
        return std::nullopt;
    return Mark{static_cast<quint64>(number), TimePoint(Duration(at)), object.value(QLatin1String("set")).toBool(true),
        printable(object.value(QLatin1String("text")).toString(), Mark::maxText)};
}

} // namespace

MarkStore::MarkStore(const QString &folder, const QStringList &captures)
    : m_folder(folder)
    , m_path(folder + u'/' + identityOf(captures) + QStringLiteral(".json"))
{
}

QList<Mark> MarkStore::read()
{
    m_marks.clear();
    QFile file(m_path);
    if (file.size() > maxFile || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray marks
        = QJsonDocument::fromJson(file.read(maxFile)).object().value(QLatin1String("marks")).toArray();
    for (const auto &one : marks) {
        if (const std::optional<Mark> mark = markOf(one.toObject()); mark && m_marks.size() < most)
            m_marks.insert(mark->number, *mark);
    }
    return m_marks.values();
}

bool MarkStore::keep(const Mark &mark, QString *error)
{
    if (m_marks.size() >= most && !m_marks.contains(mark.number))
        return false;
    m_marks.insert(mark.number, mark);
    QJsonArray marks;
    for (const Mark &one : std::as_const(m_marks))
        marks.append(QJsonObject{{QStringLiteral("message"), static_cast<double>(one.number)},
            {QStringLiteral("time"), QString::number(one.at.time_since_epoch().count())},
            {QStringLiteral("set"), one.isSet}, {QStringLiteral("text"), one.text}});
    QDir().mkpath(m_folder);
    QSaveFile file(m_path);
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("marks"), marks}}).toJson(QJsonDocument::Compact);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return true;
    *error = file.errorString();
    return false;
}

} // namespace gb
