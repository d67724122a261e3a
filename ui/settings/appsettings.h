#pragma once
#include "core/devices/device.h"
#include "core/server/serverconfig.h"
#include "ui/settings/listenchoice.h"

#include <QByteArray>
#include <QHash>
#include <QSettings>
#include <QString>

#include <optional>

namespace gb::ui {

/// Every setting with its key, type and default; the only QSettings. Values that are out of range fall back to their
/// default.
class AppSettings
{
public:
    /// An empty file: the user's own place for it; a `portable.ini` beside the program takes its stead.
    explicit AppSettings(const QString &file = {});

    HeartbeatPolicy heartbeat() const;
    void setHeartbeat(const HeartbeatPolicy &policy);

    /// What was listened with last; empty before the first time. The password only where the user asked for that.
    std::optional<ServerConfig> server() const;
    void setServer(const ServerConfig &config, bool withPassword);
    bool passwordKept() const;
    /// What a live window did last; its server as server(), or as none was ever chosen.
    ListenChoice choice() const;
    /// Of a server the configuration, too.
    void setChoice(const ListenChoice &choice);

    QString language() const; ///< "en", "zh_CN", or empty: the system's
    void setLanguage(const QString &language);
    QString theme() const; ///< "light", "dark", or empty: the system's
    void setTheme(const QString &theme);

    /// Heartbeat policies of devices' own.
    HeartbeatOverrides overrides() const;
    void setOverride(const QString &id, const std::optional<HeartbeatPolicy> &policy);

    QHash<QString, QString> aliases() const;
    void setAlias(const QString &id, const QString &alias);

    /// The devices of the site that shall come.
    QList<ExpectedDevice> expected() const;
    void setExpected(const QList<ExpectedDevice> &devices);

    /// Findings that nobody wants to see: "D28", or "D28 34020000001320000001".
    static constexpr qsizetype mutesKept = 1000; ///< the latest ones
    QStringList mutedFindings() const;
    void setMutedFindings(const QStringList &mutes);

    /// How changes of the site are told; neither at first.
    bool tellsBySound() const { return m_settings.value(QStringLiteral("overview/sound"), false).toBool(); }
    bool tellsByNotice() const { return m_settings.value(QStringLiteral("overview/notice"), false).toBool(); }
    void setTelling(bool sound, bool notice);

    QByteArray layout(const QString &part) const;
    void setLayout(const QString &part, const QByteArray &state);

    static constexpr qsizetype recentFilesKept = 8;
    /// Captures that were opened and are still there, the latest first.
    QStringList recentFiles() const;
    void addRecentFile(const QString &file);

    QString lastExportFolder() const;
    void setLastExportFolder(const QString &folder);
    /// Where sessions are recorded.
    QString sessionFolder() const;

    /// Passwords that refused devices are compared with. In memory only: never in the file.
    const QStringList &knownPasswords() const { return m_knownPasswords; }
    void setKnownPasswords(const QStringList &passwords) { m_knownPasswords = passwords; }

private:
    QStringList m_knownPasswords;
    mutable QSettings m_settings;
};

} // namespace gb::ui
