#include "ui/client/messagecollection.h"

#include "core/base/handover.h"
#include "core/client/free/freetext.h"
#include "core/report/redaction.h"

#include <QCollator>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace gb::ui {
namespace {

const QString suffix = QStringLiteral(".sip");
constexpr int maxLookedAt = 2000; ///< files of the folder, ours or not

/// Letters and digits of any script; what else there is may mean something to a file system.
bool isPlain(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c == u' ' || c == u'-' || c == u'_' || c == u'(' || c == u')';
}

/// Windows has devices of these names, whatever stands behind the dot.
bool isReserved(const QString &name)
{
    static const QStringList reserved{
        QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"), QStringLiteral("nul")};
    const QString one = name.trimmed().toLower();
    return reserved.contains(one) || ((one.startsWith(u"com") || one.startsWith(u"lpt")) && one.size() == 4);
}

QString write(const QString &file, const QByteArray &octets)
{
    QSaveFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(octets) == octets.size() && target.commit()
        ? QString()
        : target.errorString();
}

/// Not `file` itself: to some disks upper and lower case are one, and then it has the old letters.
QString removeOther(const QString &other, const QString &file)
{
    QFile old(other);
    if (!old.exists())
        return {};
    const bool same = QFileInfo(other) == QFileInfo(file);
    return (same ? old.rename(file) : old.remove()) ? QString() : old.errorString();
}

QString percent(const QString &text)
{
    QString out;
    for (const char octet : text.toUtf8())
        out += QStringLiteral("%%1").arg(static_cast<uchar>(octet), 2, 16, QLatin1Char('0'));
    return out;
}

} // namespace

MessageCollection::MessageCollection(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    m_disk.setMaxThreadCount(1);
}

MessageCollection::~MessageCollection()
{
    m_disk.waitForDone();
}

QString MessageCollection::fileOf(const QString &name)
{
    QString out;
    const QString plain = name.trimmed();
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const bool first = i == 0 && (isReserved(plain) || plain[0] == u' ');
        out += isPlain(plain[i]) && !first ? QString(plain[i]) : percent(QString(plain[i]));
    }
    return out + suffix;
}

QString MessageCollection::nameOf(const QString &file)
{
    if (!file.endsWith(suffix))
        return {};
    const QString name = QString::fromUtf8(QByteArray::fromPercentEncoding(file.chopped(suffix.size()).toUtf8()));
    return problemOf(name).isEmpty() ? name.trimmed() : QString();
}

QString MessageCollection::problemOf(const QString &name)
{
    if (name.trimmed().isEmpty())
        return tr("A name is missing.");
    if (name.trimmed().size() > maxName)
        return tr("A name has at most %1 characters.").arg(maxName);
    const bool odd = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator || c == QChar::ReplacementCharacter;
    });
    return odd || !name.isValidUtf16() ? tr("The name has characters that cannot be seen.") : QString();
}

void MessageCollection::load()
{
    m_disk.start([this, folder = m_folder] {
        QMap<QString, Kept> found;
        const QStringList files
            = QDir(folder).entryList({u'*' + suffix}, QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, maxLookedAt);
        for (const QString &one : files) {
            const QString name = nameOf(one);
            QFile file(folder + u'/' + one);
            if (name.isEmpty() || found.size() >= maxMessages || file.size() > maxOctets
                || !file.open(QIODevice::ReadOnly))
                continue;
            found.insert(keyOf(name), {name, freetext::decode(freetext::withoutUtf8Mark(file.read(maxOctets))).text});
        }
        handOver(this, [this, found] { put(found); });
    });
}

/// What was saved meanwhile is newer.
void MessageCollection::put(QMap<QString, Kept> all)
{
    for (auto one = m_all.cbegin(); one != m_all.cend(); ++one)
        all.insert(one.key(), one.value());
    m_all = std::move(all);
    emit changed();
}

QStringList MessageCollection::names() const
{
    QStringList all;
    for (const Kept &one : m_all)
        all.append(one.name);
    QCollator people;
    people.setNumericMode(true);
    std::sort(all.begin(), all.end(), people);
    return all;
}

QString MessageCollection::text(const QString &name) const
{
    return m_all.value(keyOf(name)).text;
}

QString MessageCollection::save(const QString &name, const QString &text, bool *left)
{
    if (QString problem = problemOf(name); !problem.isEmpty())
        return problem;
    if (!contains(name) && m_all.size() >= maxMessages)
        return tr("%1 messages are kept, and no more: delete one first.").arg(maxMessages);
    return store(name, text, m_all.value(keyOf(name)).name, left);
}

/// `before`: the name that it has, in other letters as well; empty: none.
QString MessageCollection::store(const QString &name, const QString &text, const QString &before, bool *left)
{
    bool credentials = false;
    QByteArray octets = freetext::encode(freetext::withoutSecrets(text, &credentials));
    octets.replace("\n", "\r\n");
    const QByteArray clean = withoutSecrets(octets);
    if (left)
        *left = credentials || clean != octets;
    if (clean.size() > maxOctets)
        return tr("It is longer than %1 bytes.").arg(maxOctets);
    const Kept one{name.trimmed(), freetext::decode(clean).text}, old = m_all.take(keyOf(before));
    m_all.insert(keyOf(name), one);
    const QString other = before.isEmpty() || before == one.name ? QString() : m_folder + u'/' + fileOf(before);
    onDisk(
        name,
        [clean, other](const QString &file) {
            const QString problem = write(file, clean);
            return problem.isEmpty() && !other.isEmpty() ? removeOther(other, file) : problem;
        },
        [this, one, old] {
            if (keyOf(old.name) != keyOf(one.name) && m_all.value(keyOf(one.name)).text == one.text)
                goBack(one.name, old);
        });
    emit changed();
    return {};
}

/// It is under its old name on the disk still.
void MessageCollection::goBack(const QString &name, const Kept &before)
{
    if (before.name.isEmpty() || contains(before.name))
        return;
    m_all.remove(keyOf(name));
    m_all.insert(keyOf(before.name), before);
    emit changed();
}

QString MessageCollection::rename(const QString &from, const QString &to)
{
    if (!contains(from))
        return tr("There is no such message.");
    if (keyOf(from) != keyOf(to) && contains(to))
        return tr("There is one of that name already.");
    const QString kept = text(from);
    if (QString problem = problemOf(to); !problem.isEmpty())
        return problem;
    return store(to, kept, m_all.value(keyOf(from)).name, nullptr);
}

void MessageCollection::remove(const QString &name)
{
    const Kept one = m_all.take(keyOf(name));
    if (one.name.isEmpty())
        return;
    onDisk(one.name, [](const QString &path) {
        QFile file(path);
        return file.remove() ? QString() : file.errorString();
    });
    emit changed();
}

void MessageCollection::onDisk(
    const QString &name, std::function<QString(const QString &file)> work, std::function<void()> undo)
{
    m_disk.start([this, name, folder = m_folder, work = std::move(work), undo = std::move(undo)] {
        QDir().mkpath(folder);
        const QString why = work(folder + u'/' + fileOf(name));
        if (!why.isEmpty())
            handOver(this, [this, name, why, undo] {
                if (undo)
                    undo();
                emit failed(name, why);
            });
    });
}

} // namespace gb::ui
