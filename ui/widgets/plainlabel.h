#pragma once
#include <QLabel>

namespace gb::ui {

/// The only way to a label: text from the network is never markup (QLabel guesses otherwise).
QLabel *plainLabel(const QString &text = {}, QWidget *parent = nullptr);

/// The same in the colour of secondary text.
QLabel *mutedLabel(const QString &text = {}, QWidget *parent = nullptr);

/// Plain text for a tooltip, which guesses as well.
QString toolTipText(const QString &text);

} // namespace gb::ui
