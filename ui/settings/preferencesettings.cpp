#include "ui/settings/appsettings.h"
#include "ui/settings/settingsnumber.h"

#include <QDir>

/// The part of AppSettings that the dialog of preferences shows.
namespace gb::ui {
namespace {

int numberOr(const QVariant &value, qint64 least, qint64 most, int usual)
{
    return static_cast<int>(numberIn(value, least, most).value_or(usual));
}

} // namespace

QString AppSettings::word(const char *key, const QStringList &taken) const
{
    const QString text = m_settings.value(QString::fromLatin1(key)).toString();
    return taken.contains(text) ? text : taken.first();
}

bool AppSettings::flag(const char *key, bool usual) const
{
    const QString text = m_settings.value(QString::fromLatin1(key)).toString();
    return flagWords.contains(text) ? text == flagWords.first() : usual;
}

/// What is as usual needs no line in the file.
void AppSettings::keep(const char *key, const QVariant &value, const QVariant &usual)
{
    if (value == usual)
        m_settings.remove(QString::fromLatin1(key));
    else
        m_settings.setValue(QString::fromLatin1(key), value);
}

Preferences AppSettings::preferences() const
{
    const auto value = [this](const char *key) { return m_settings.value(QString::fromLatin1(key)); };
    const Preferences usual;
    Preferences all;
    all.language = language();
    all.theme = theme();
    all.textSize = numberOr(value("view/textSize"), leastTextSize, maxTextSize, usual.textSize);
    all.clock.utc = word("view/zone", zoneWords) == zoneWords.last();
    all.clock.date = flag("view/date", usual.clock.date);
    all.fold = static_cast<Preferences::Fold>(foldWords.indexOf(word("ladder/fold", foldWords)));
    all.hideRepeats = flag("ladder/hideRepeats", usual.hideRepeats);
    all.brackets = flag("ladder/brackets", usual.brackets);
    all.recordFolder = value("record/folder").toString();
    if (!QDir::isAbsolutePath(all.recordFolder))
        all.recordFolder.clear();
    all.keepDays = numberOr(value("record/keepDays"), 0, maxKeepDays, usual.keepDays);
    all.keepMegabytes = numberOr(value("record/keepMegabytes"), 0, maxKeepMegabytes, usual.keepMegabytes);
    all.sipPort = static_cast<quint16>(numberOr(value("server/port"), 1, maxPort, usual.sipPort));
    all.hepPort = static_cast<quint16>(numberOr(value("listen/hepPort"), 1, maxPort, usual.hepPort));
    const auto first = numberIn(value("play/firstPort"), leastMediaPort, maxPort - 1),
               last = numberIn(value("play/lastPort"), leastMediaPort + 1, maxPort);
    const int from = static_cast<int>(first.value_or(usual.mediaFirstPort)),
              to = static_cast<int>(last.value_or(usual.mediaLastPort));
    if (to >= leastLastPort(from)) {
        all.mediaFirstPort = static_cast<quint16>(from);
        all.mediaLastPort = static_cast<quint16>(to);
    }
    return all;
}

void AppSettings::setPreferences(const Preferences &all)
{
    const Preferences before = preferences(), usual;
    if (all == before)
        return;
    if (all.language != before.language) { // what the command line wanted is not kept
        m_languageNow.clear();
        keep("view/language", all.language, usual.language);
    }
    if (all.theme != before.theme) {
        m_themeNow.clear();
        keep("view/theme", all.theme, usual.theme);
    }
    keep("view/textSize", all.textSize, usual.textSize);
    keep("view/zone", zoneWords.at(all.clock.utc ? 1 : 0), zoneWords.first());
    keep("view/date", all.clock.date, usual.clock.date);
    keep("ladder/fold", foldWords.at(static_cast<int>(all.fold)), foldWords.first());
    keep("ladder/hideRepeats", all.hideRepeats, usual.hideRepeats);
    keep("ladder/brackets", all.brackets, usual.brackets);
    keep("record/folder", all.recordFolder, usual.recordFolder);
    keep("record/keepDays", all.keepDays, usual.keepDays);
    keep("record/keepMegabytes", all.keepMegabytes, usual.keepMegabytes);
    keep("play/firstPort", all.mediaFirstPort, usual.mediaFirstPort);
    keep("play/lastPort", all.mediaLastPort, usual.mediaLastPort);
    // Of a damaged port nothing is made that listens by itself
    if (all.sipPort != before.sipPort)
        m_settings.setValue(QStringLiteral("server/port"), all.sipPort);
    if (all.hepPort != before.hepPort)
        m_settings.setValue(QStringLiteral("listen/hepPort"), all.hepPort);
    emit preferencesChanged(all);
}

QString AppSettings::sessionFolder() const
{
    const QString chosen = preferences().recordFolder;
    return chosen.isEmpty() ? usualSessionFolder() : chosen;
}

/// Each of them may be good, and both together not.
void AppSettings::checkMediaPorts()
{
    const qsizetype before = m_problems.size();
    checkNumber("play/firstPort", leastMediaPort, maxPort - 1);
    checkNumber("play/lastPort", leastMediaPort + 1, maxPort);
    const Preferences usual;
    const auto value = [this](const char *key, quint16 otherwise) {
        return m_settings.value(QString::fromLatin1(key), otherwise).toInt();
    };
    const int first = value("play/firstPort", usual.mediaFirstPort), last = value("play/lastPort", usual.mediaLastPort);
    if (m_problems.size() > before || last >= leastLastPort(first))
        return;
    const QString named = QStringLiteral("play/lastPort"); // what somebody wrote there
    if (m_settings.contains(named))
        m_problems.append({Problem::Number, named, QString::number(last), leastLastPort(first), maxPort});
    else
        m_problems.append({Problem::Number, QStringLiteral("play/firstPort"), QString::number(first), leastMediaPort,
            (last - 1) / 2 * 2});
}

void AppSettings::checkPreferences()
{
    checkWord("view/language", languageWords);
    checkWord("view/theme", themeWords);
    checkWord("view/zone", zoneWords);
    checkWord("view/date", flagWords);
    checkWord("ladder/fold", foldWords);
    checkWord("ladder/hideRepeats", flagWords);
    checkWord("ladder/brackets", flagWords);
    checkNumber("record/keepDays", 0, maxKeepDays);
    checkNumber("record/keepMegabytes", 0, maxKeepMegabytes);
    checkMediaPorts();
    if (m_settings.value(QStringLiteral("view/textSize")).toString() != u"0")
        checkNumber("view/textSize", leastTextSize, maxTextSize);
    const QString folder = m_settings.value(QStringLiteral("record/folder")).toString();
    if (!folder.isEmpty() && !QDir::isAbsolutePath(folder))
        m_problems.append({Problem::Word, QStringLiteral("record/folder"), folder.left(60)});
}

} // namespace gb::ui
