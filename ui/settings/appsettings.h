#pragma once
#include "core/devices/device.h"
#include "core/server/serverconfig.h"
#include "ui/settings/listenchoice.h"
#include "ui/settings/preferences.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSettings>
#include <QString>

#include <optional>

namespace gb::ui {

/// Every setting with its key, type and default; the only QSettings. Values that are out of range fall back to their
/// default, and problems() says so. A file that is none of settings is kept beside as `*.bad`.
class AppSettings final : public QObject
{
    Q_OBJECT
public:
    /// An empty file: the user's own place for it; a `portable.ini` beside the program takes its stead.
    explicit AppSettings(const QString &file = {});

    /// What of the file could not be used when it was read, a sentence each, in the language in force.
    QStringList problems() const;

    HeartbeatPolicy heartbeat() const;
    void setHeartbeat(const HeartbeatPolicy &policy);

    /// What was listened with last; empty before the first time, and where a part of it cannot be used. The password
    /// only where the user asked for that.
    std::optional<ServerConfig> server() const;
    void setServer(const ServerConfig &config, bool withPassword);
    /// Where the registrations of a server at this port are kept across starts; empty for port 0, which is any. Makes
    /// its folder.
    QString bindingsFile(quint16 port) const;
    /// Where messages that the user wrote are kept: in the program's own folder for data; of settings that were named,
    /// or are portable, beside them. Need not be there.
    QString messagesFolder() const;
    /// The password is at hand, or it is written that there is none.
    bool passwordKept() const;
    /// choice() may be done without asking: all of it is there as the user set it.
    bool startsByItself() const;
    /// What a live window did last; what cannot be used of it is as it was never chosen.
    ListenChoice choice() const;
    /// Of a server the configuration, too.
    void setChoice(const ListenChoice &choice);

    /// Of the command line: they rule until others are chosen, and are not kept.
    void useForNow(const QString &language, const QString &theme);
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
    /// Where sessions are recorded: that of the preferences, else the usual one.
    QString sessionFolder() const;
    static QString usualSessionFolder();

    Preferences preferences() const;
    /// Told by preferencesChanged() where it is another.
    void setPreferences(const Preferences &preferences);

    /// Passwords that refused devices are compared with. In memory only: never in the file.
    const QStringList &knownPasswords() const { return m_knownPasswords; }
    void setKnownPasswords(const QStringList &passwords) { m_knownPasswords = passwords; }

signals:
    void preferencesChanged(const gb::ui::Preferences &preferences);

private:
    struct Problem
    {
        enum What : quint8 { Number, Address, Server, Moved, Unreadable, Word } what;
        QString key, value;
        qint64 least = 0, most = 0;
    };
    QString setAside(const QString &file);
    void check();
    void checkNumber(const char *key, qint64 least, qint64 most);
    void checkAddress(const char *key);
    void checkWord(const char *key, const QStringList &taken);
    void checkPreferences();
    void checkMediaPorts();
    QString word(const char *key, const QStringList &taken) const;
    bool flag(const char *key, bool usual) const;
    void keep(const char *key, const QVariant &value, const QVariant &usual);
    ServerConfig stored(bool *usable) const;
    std::optional<Endpoint> hepEndpoint() const;

    QList<Problem> m_problems;
    QStringList m_knownPasswords;
    mutable QSettings m_settings;
    QString m_languageNow, m_themeNow; ///< empty: as it is kept
};

} // namespace gb::ui
