#include "core/net/endpointtext.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/settingsnumber.h"

#include <QFile>

/// The part of AppSettings that looks at what was read.
namespace gb::ui {

/// Qt would read what it can of a damaged file, and write over the rest.
QString AppSettings::setAside(const QString &path)
{
    constexpr qint64 most = 16 * 1024 * 1024;
    QFile file(path);
    if (!file.exists())
        return path;
    if (!file.open(QIODevice::ReadOnly)) {
        m_problems.append({Problem::Unreadable, path, file.errorString()});
        return path;
    }
    const bool plain = file.size() <= most && !file.readAll().contains('\0');
    file.close();
    const auto isReadable = [&path] {
        QSettings probe(path, QSettings::IniFormat);
        probe.allKeys(); // it reads no line ahead of being asked
        return probe.status() == QSettings::NoError;
    };
    if (plain && isReadable())
        return path;
    QString bad = path + QStringLiteral(".bad");
    for (int i = 2; QFile::exists(bad); ++i)
        bad = path + QStringLiteral(".bad-%1").arg(i);
    if (file.rename(bad)) {
        m_problems.append({Problem::Moved, path, bad});
        return path;
    }
    m_problems.append({Problem::Unreadable, path, file.errorString()});
    return path + QStringLiteral(".new"); // it stays as it is
}

void AppSettings::checkNumber(const char *key, qint64 least, qint64 most)
{
    const QString name = QString::fromLatin1(key);
    if (m_settings.contains(name) && !numberIn(m_settings.value(name), least, most))
        m_problems.append({Problem::Number, name, m_settings.value(name).toString().left(40), least, most});
}

void AppSettings::checkAddress(const char *key)
{
    const QString name = QString::fromLatin1(key);
    if (m_settings.contains(name) && readAddress(m_settings.value(name).toString()).isNull())
        m_problems.append({Problem::Address, name, m_settings.value(name).toString().left(60)});
}

void AppSettings::checkWord(const char *key, const QStringList &taken)
{
    const QString name = QString::fromLatin1(key);
    if (m_settings.contains(name) && !taken.contains(m_settings.value(name).toString()))
        m_problems.append({Problem::Word, name, m_settings.value(name).toString().left(40)});
}

void AppSettings::check()
{
    checkAddress("server/address");
    checkNumber("server/port", 1, maxPort);
    checkNumber("server/unregisteredKeepalive", 0, keepaliveAnswers - 1);
    checkAddress("listen/hepAddress");
    checkNumber("listen/hepPort", 1, maxPort);
    checkNumber("heartbeat/interval", 1, maxInterval);
    checkNumber("heartbeat/timeoutCount", 1, maxCount);
    checkPreferences();
    bool usable = false;
    if (problemOf(stored(&usable)) != ConfigProblem::None)
        m_problems.append({Problem::Server, QStringLiteral("server"), {}});
    m_settings.beginGroup(QStringLiteral("ownHeartbeat"));
    const qsizetype own = m_settings.childKeys().size();
    m_settings.endGroup();
    if (const qsizetype read = overrides().size(); read < own)
        m_problems.append(
            {Problem::Number, QStringLiteral("ownHeartbeat"), QString::number(own - read), 1, maxInterval});
}

QStringList AppSettings::problems() const
{
    QStringList texts;
    for (const Problem &one : m_problems) {
        switch (one.what) {
        case Problem::Number:
            texts << tr("In the settings %1 is \"%2\"; it takes %3 to %4. The usual value is used.")
                         .arg(one.key, one.value)
                         .arg(one.least)
                         .arg(one.most);
            break;
        case Problem::Address:
            texts << tr("In the settings %1 is \"%2\", which is no IP address. Nothing listens by itself.")
                         .arg(one.key, one.value);
            break;
        case Problem::Word:
            texts << tr("In the settings %1 is \"%2\", which is none of its values. The usual one is used.")
                         .arg(one.key, one.value);
            break;
        case Problem::Server:
            texts << tr(
                "In the settings the server's ID, domain or password cannot be used. Nothing listens by itself.");
            break;
        case Problem::Moved:
            texts << tr("The settings in %1 are damaged. They are kept as %2, and the usual ones are used.")
                         .arg(one.key, one.value);
            break;
        case Problem::Unreadable:
            texts << tr("The settings in %1 cannot be read (%2). The usual ones are used.").arg(one.key, one.value);
            break;
        }
    }
    return texts;
}

} // namespace gb::ui
