#pragma once
#include <QByteArray>
#include <QString>

class QWidget;

namespace gb::ui {

class Desk;

/// Asks for a file and writes a table into it, as AskTable::csv() has it; what became of that is told in the line of
/// news. `name`: what the file may be called, without its end.
void saveTable(Desk &desk, QWidget *parent, const QByteArray &csv, const QString &name);

} // namespace gb::ui
