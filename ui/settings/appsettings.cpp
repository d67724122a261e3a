#include "ui/settings/appsettings.h"

#include "core/net/endpointtext.h"
#include "core/site/expectedlist.h"
#include "ui/settings/settingsnumber.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace gb::ui {
namespace {

/// Of a user who names none and has none beside the program.
QString usualPlace()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/gbscope.ini");
}

QString place(const QString &file)
{
    if (!file.isEmpty())
        return file;
    const QString portable = QCoreApplication::applicationDirPath() + QStringLiteral("/portable.ini");
    if (QFile::exists(portable))
        return portable;
    return usualPlace();
}

/// IDs come from the network: a slash would open a group of its own.
QString keyOf(const QString &id)
{
    return QString::fromLatin1(id.toUtf8().toPercentEncoding());
}

QString idOf(const QString &key)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1()));
}

std::optional<std::chrono::seconds> intervalOf(const QVariant &value)
{
    const auto seconds = numberIn(value, 1, maxInterval);
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

std::optional<int> countOf(const QVariant &value)
{
    const auto count = numberIn(value, 1, maxCount);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

/// "60x3"
std::optional<HeartbeatPolicy> policyOf(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const auto interval = intervalOf(parts.value(0));
    const auto count = countOf(parts.value(1));
    return interval && count && parts.size() == 2 ? std::optional(HeartbeatPolicy{*interval, *count}) : std::nullopt;
}

/// `usable`: no part of it had to be replaced.
ServerConfig storedServer(const QSettings &settings, bool *usable)
{
    ServerConfig config;
    const auto port = numberIn(settings.value(QStringLiteral("server/port"), config.port), 1, maxPort);
    const auto answer = numberIn(
        settings.value(QStringLiteral("server/unregisteredKeepalive"), 0), 0, keepaliveAnswers - 1);
    config.address = readAddress(settings.value(QStringLiteral("server/address")).toString());
    config.port = static_cast<quint16>(port.value_or(config.port));
    config.unregisteredKeepalive = static_cast<UnregisteredKeepalive>(answer.value_or(0));
    config.serverId = settings.value(QStringLiteral("server/id"), config.serverId).toString();
    config.domain = settings.value(QStringLiteral("server/domain"), config.domain).toString();
    config.password = settings.value(QStringLiteral("server/password")).toString();
    config.offerQop = settings.value(QStringLiteral("server/qop")).toBool();
    config.challengeVariants = settings.value(QStringLiteral("server/challengeVariants"), true).toBool();
    config.keepBindings = settings.value(QStringLiteral("server/keepBindings"), true).toBool();
    *usable = !config.address.isNull() && port && answer && problemOf(config) == ConfigProblem::None;
    return config;
}

void storeServer(QSettings &settings, const ServerConfig &config, bool withPassword)
{
    settings.setValue(QStringLiteral("server/address"), config.address.toString());
    settings.setValue(QStringLiteral("server/port"), config.port);
    settings.setValue(QStringLiteral("server/id"), config.serverId);
    settings.setValue(QStringLiteral("server/domain"), config.domain);
    settings.setValue(QStringLiteral("server/qop"), config.offerQop);
    settings.setValue(QStringLiteral("server/challengeVariants"), config.challengeVariants);
    settings.setValue(QStringLiteral("server/keepBindings"), config.keepBindings);
    settings.setValue(QStringLiteral("server/unregisteredKeepalive"), static_cast<int>(config.unregisteredKeepalive));
    settings.setValue(QStringLiteral("server/keepPassword"), withPassword);
    if (withPassword)
        settings.setValue(QStringLiteral("server/password"), config.password);
    else
        settings.remove(QStringLiteral("server/password"));
    settings.setValue(QStringLiteral("server/needsPassword"), !config.password.isEmpty());
}

/// Of settings that were named, or are portable, beside them.
QString messagesBeside(const QString &settings)
{
    const QString file = QFileInfo(settings).absoluteFilePath();
    return (file == QFileInfo(usualPlace()).absoluteFilePath()
                   ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                   : QFileInfo(file).path())
        + QStringLiteral("/messages");
}

} // namespace

AppSettings::AppSettings(const QString &file)
    : m_settings(setAside(place(file)), QSettings::IniFormat)
{
    check();
}

HeartbeatPolicy AppSettings::heartbeat() const
{
    const HeartbeatPolicy usual;
    const auto interval = intervalOf(m_settings.value(QStringLiteral("heartbeat/interval")));
    return {interval.value_or(usual.interval),
        countOf(m_settings.value(QStringLiteral("heartbeat/timeoutCount"))).value_or(usual.timeoutCount)};
}

HeartbeatOverrides AppSettings::overrides() const
{
    HeartbeatOverrides overrides;
    m_settings.beginGroup(QStringLiteral("ownHeartbeat"));
    for (const QString &key : m_settings.childKeys()) {
        if (const auto policy = policyOf(m_settings.value(key).toString()))
            overrides.insert(idOf(key), *policy);
    }
    m_settings.endGroup();
    return overrides;
}

void AppSettings::setOverride(const QString &id, const std::optional<HeartbeatPolicy> &policy)
{
    const QString key = QStringLiteral("ownHeartbeat/") + keyOf(id);
    if (policy)
        m_settings.setValue(key, QStringLiteral("%1x%2").arg(policy->interval.count()).arg(policy->timeoutCount));
    else
        m_settings.remove(key);
}

void AppSettings::setHeartbeat(const HeartbeatPolicy &policy)
{
    m_settings.setValue(QStringLiteral("heartbeat/interval"), static_cast<int>(policy.interval.count()));
    m_settings.setValue(QStringLiteral("heartbeat/timeoutCount"), policy.timeoutCount);
}

ServerConfig AppSettings::stored(bool *usable) const
{
    return storedServer(m_settings, usable);
}

std::optional<ServerConfig> AppSettings::server() const
{
    bool usable = false;
    const ServerConfig config = stored(&usable);
    return usable ? std::optional(config) : std::nullopt;
}

QString AppSettings::bindingsFile(quint16 port) const
{
    if (port == 0)
        return {};
    const QDir folder = QFileInfo(m_settings.fileName()).dir();
    folder.mkpath(QStringLiteral(".")); // ours; at the first start there is none yet
    return folder.filePath(QStringLiteral("bindings-%1.json").arg(port));
}

QString AppSettings::messagesFolder() const
{
    return messagesBeside(m_settings.fileName());
}

bool AppSettings::startsByItself() const
{
    const QString role = m_settings.value(QStringLiteral("listen/role")).toString();
    if (role == u"hep")
        return hepEndpoint().has_value();
    if (role == u"capture")
        return !m_settings.value(QStringLiteral("listen/interface")).toString().isEmpty();
    return server() && passwordKept();
}

std::optional<Endpoint> AppSettings::hepEndpoint() const
{
    const IpAddress address = readAddress(m_settings.value(QStringLiteral("listen/hepAddress")).toString());
    const auto port = numberIn(m_settings.value(QStringLiteral("listen/hepPort")), 1, maxPort);
    return address.isNull() || !port ? std::nullopt : std::optional(Endpoint{address, static_cast<quint16>(*port)});
}

void AppSettings::setServer(const ServerConfig &config, bool withPassword)
{
    storeServer(m_settings, config, withPassword);
    m_settings.sync();
    QFile::setPermissions(m_settings.fileName(), QFile::ReadOwner | QFile::WriteOwner);
}

bool AppSettings::passwordKept() const
{
    // A line that is gone from the file must not open the server to everybody
    if (!m_settings.value(QStringLiteral("server/needsPassword"), true).toBool())
        return true;
    return m_settings.value(QStringLiteral("server/keepPassword")).toBool()
        && !m_settings.value(QStringLiteral("server/password")).toString().isEmpty();
}

ListenChoice AppSettings::choice() const
{
    ListenChoice choice;
    const QString role = m_settings.value(QStringLiteral("listen/role")).toString();
    choice.interface = m_settings.value(QStringLiteral("listen/interface")).toString();
    if (role == u"hep")
        choice.role = ListenChoice::Role::Hep;
    else if (role == u"capture" && !choice.interface.isEmpty())
        choice.role = ListenChoice::Role::Capture;
    choice.hep.port = preferences().hepPort;
    choice.hep = hepEndpoint().value_or(choice.hep);
    bool usable = false;
    choice.server = stored(&usable);
    if (problemOf(choice.server) != ConfigProblem::None) {
        const ServerConfig usual;
        choice.server.serverId = usual.serverId;
        choice.server.domain = usual.domain;
        choice.server.password = usual.password;
    }
    choice.keepPassword = passwordKept() && !choice.server.password.isEmpty();
    return choice;
}

void AppSettings::setChoice(const ListenChoice &choice)
{
    const bool server = choice.role == ListenChoice::Role::Server, capture = choice.role == ListenChoice::Role::Capture;
    m_settings.setValue(QStringLiteral("listen/role"),
        server        ? QStringLiteral("server")
            : capture ? QStringLiteral("capture")
                      : QStringLiteral("hep"));
    if (server) {
        setServer(choice.server, choice.keepPassword);
    } else if (capture) {
        m_settings.setValue(QStringLiteral("listen/interface"), choice.interface);
    } else {
        m_settings.setValue(QStringLiteral("listen/hepAddress"), choice.hep.address.toString());
        m_settings.setValue(QStringLiteral("listen/hepPort"), choice.hep.port);
    }
}

void AppSettings::useForNow(const QString &language, const QString &theme)
{
    m_languageNow = languageWords.contains(language) ? language : QString();
    m_themeNow = themeWords.contains(theme) ? theme : QString();
}

QString AppSettings::language() const
{
    return m_languageNow.isEmpty() ? word("view/language", languageWords) : m_languageNow;
}

void AppSettings::setLanguage(const QString &language)
{
    m_languageNow.clear();
    m_settings.setValue(QStringLiteral("view/language"), language);
}

QString AppSettings::theme() const
{
    return m_themeNow.isEmpty() ? word("view/theme", themeWords) : m_themeNow;
}

void AppSettings::setTheme(const QString &theme)
{
    m_themeNow.clear();
    m_settings.setValue(QStringLiteral("view/theme"), theme);
}

QHash<QString, QString> AppSettings::aliases() const
{
    QHash<QString, QString> aliases;
    m_settings.beginGroup(QStringLiteral("aliases"));
    for (const QString &key : m_settings.childKeys())
        aliases.insert(idOf(key), m_settings.value(key).toString());
    m_settings.endGroup();
    return aliases;
}

void AppSettings::setAlias(const QString &id, const QString &alias)
{
    const QString key = QStringLiteral("aliases/") + keyOf(id);
    if (alias.isEmpty())
        m_settings.remove(key);
    else
        m_settings.setValue(key, alias);
}

QList<ExpectedDevice> AppSettings::expected() const
{
    return expectedlist::read(m_settings.value(QStringLiteral("site/expected")).toString()).devices;
}

void AppSettings::setExpected(const QList<ExpectedDevice> &devices)
{
    if (devices.isEmpty())
        m_settings.remove(QStringLiteral("site/expected"));
    else
        m_settings.setValue(QStringLiteral("site/expected"), expectedlist::toText(devices));
}

QStringList AppSettings::mutedFindings() const
{
    return m_settings.value(QStringLiteral("findings/muted")).toStringList().mid(0, mutesKept);
}

void AppSettings::setMutedFindings(const QStringList &mutes)
{
    m_settings.setValue(QStringLiteral("findings/muted"), mutes.mid(std::max<qsizetype>(0, mutes.size() - mutesKept)));
}

void AppSettings::setTelling(bool sound, bool notice)
{
    m_settings.setValue(QStringLiteral("overview/sound"), sound);
    m_settings.setValue(QStringLiteral("overview/notice"), notice);
}

QByteArray AppSettings::layout(const QString &part) const
{
    return m_settings.value(QStringLiteral("layout/") + part).toByteArray();
}

void AppSettings::setLayout(const QString &part, const QByteArray &state)
{
    m_settings.setValue(QStringLiteral("layout/") + part, state);
}

QStringList AppSettings::recentFiles() const
{
    QStringList files = m_settings.value(QStringLiteral("recent/files")).toStringList();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    return files;
}

void AppSettings::addRecentFile(const QString &file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.setValue(QStringLiteral("recent/files"), files.mid(0, recentFilesKept));
}

QString AppSettings::lastExportFolder() const
{
    return m_settings
        .value(QStringLiteral("export/folder"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .toString();
}

void AppSettings::setLastExportFolder(const QString &folder)
{
    m_settings.setValue(QStringLiteral("export/folder"), folder);
}

QString AppSettings::usualSessionFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/sessions");
}

} // namespace gb::ui
