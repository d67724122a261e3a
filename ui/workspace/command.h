#pragma once
#include <QCoreApplication>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace gb::ui {

/// Where commands stand together: menus of the window, its tool bar, and menus of views.
enum class Menu : quint8 {
    Capture,
    Recent, ///< in Capture
    Devices,
    Messages,
    Filters, ///< in Messages, and of the filter bar
    Compare, ///< in Messages
    View,
    Language, ///< in View
    Theme,    ///< in View
    Density,  ///< in View
    Help,
    Samples, ///< in Help
    Tools,
    DeviceTable,
    Ladder,
    Message,
    Heartbeats,
    Findings,
    List,
    Comparison, ///< of its window
    Counts,     ///< of the status line
    Count
};

/// A place in a menu. Places are ordered by rank; a separator stands where the tens change.
struct Spot
{
    Menu menu;
    int rank;
    std::function<bool()> shown = {}; ///< empty: always; asked when the menu opens
};

/// One thing that a user can do in the window. The menus, the page of keys (F1) and the palette (Ctrl+K) are made from
/// these, so each says the same.
struct Command
{
    QString id;                    ///< "devices.find": for the program, never shown
    std::function<QString()> text; ///< in the user's language, with its mnemonic
    QList<QKeySequence> keys = {}; ///< the first one is shown
    QList<Spot> spots = {};        ///< at least one: the first one is its place on the page of keys
    std::function<void()> run = {};
    std::function<bool()> when = {}; ///< it is possible now; empty: always
    std::function<bool()> isOn = {}; ///< of a switch: how it stands
    QString icon = {};               ///< name as in icon()
    QWidget *scope = nullptr;        ///< keys work while this widget has the focus; nullptr: in the whole window
    QAction *action = nullptr;       ///< a view's own action, which has text, keys and effect itself
};

/// Text of a command, from a source text in the context "Commands": words(QT_TRANSLATE_NOOP("Commands", "&Quit")).
inline std::function<QString()> words(const char *source)
{
    return [source] { return QCoreApplication::translate("Commands", source); };
}

/// A text from a message as it may stand in a command: short, its signs no mnemonics.
inline QString forMenu(const QString &text)
{
    constexpr qsizetype most = 40;
    QString shown = text.size() > most ? text.left(most - 1) + u'\u2026' : text;
    return shown.replace(u'&', QStringLiteral("&&"));
}

} // namespace gb::ui
