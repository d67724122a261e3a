#pragma once
#include <QKeySequence>
#include <QList>
#include <QMap>

namespace gb::ui {

class AppSettings;

/// Keys that the user gave commands, by Command::id, in place of those that they come with; may be none.
using KeyChoices = QMap<QString, QList<QKeySequence>>;

constexpr qsizetype mostKeys = 4;           ///< of a command
constexpr qsizetype mostKeyChoices = 1'000; ///< commands

/// What cannot be read is left out.
KeyChoices keyChoices(const AppSettings &settings);
void saveKeyChoices(AppSettings &settings, const KeyChoices &choices);

/// Lists, trees and texts need it: it can be given to no command. Modifiers count: Ctrl+Up is none of these.
bool isForMoving(const QKeySequence &key);

} // namespace gb::ui
