#include "core/record/markstore.h"

#include "core/message/deviceid.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace gb {
namespace {

constexpr qint64 looked = 256 * 1024; ///< octets at each end

QString identityOf(const QStringList &captures)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : captures) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        hash.addData(QByteArray(QByteArray::number(file.size()) + '\n'));
        hash.addData(file.read(looked));
        if (file.size() > looked && file.seek(std::max(looked, file.size() - looked)))
            hash.addData(file.read(looked));
    }
    return QString::fromLatin1(hash.result().toHex().first(32));
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
